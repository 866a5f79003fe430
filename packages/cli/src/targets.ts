import type { Messages, Policy } from '@azureml-firewall/rule-model';
import {
  render,
  renderFeeds,
  renderUndo,
  renderUpdate,
  type Artifact,
  type OptionFault,
  type Renderer,
  type Rendering,
} from '@azureml-firewall/renderer-kit';
import type * as z from 'zod';

/** What a vendor's configuration may have beside itself. */
export const abilities = ['undo', 'update', 'feeds'] as const;

/** One of the {@link abilities}. */
export type Ability = (typeof abilities)[number];

/** A renderer with its options' schema, whatever types it has inside. */
export interface Target {
  readonly messages: Messages;
  readonly abilities: readonly Ability[];
  /** Names of the options. */
  readonly optionNames: readonly string[];
  /** Checks options from outside; the result renders with them. */
  readonly prepare: (options: unknown) => Prepared;
}

/** A renderer with the options that it renders with. What it is not able to do throws. */
export interface Bound {
  /** All options, those that were not given by their defaults. */
  readonly options: object;
  readonly render: (policy: Policy) => Rendering<unknown>;
  readonly undo: (policy: Policy) => readonly Artifact[];
  readonly update: (previous: Policy, next: Policy) => readonly Artifact[];
  /** The lists as they are, however much they shrank. */
  readonly feeds: (policy: Policy) => readonly Artifact[];
}

/** Options that hold, bound to their renderer, or what is wrong with them. */
export type Prepared =
  | { readonly ok: true; readonly bound: Bound }
  | { readonly ok: false; readonly error: z.ZodError }
  | { readonly ok: false; readonly faults: readonly OptionFault[] };

function bind<Node, Model, Options extends object, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  options: Partial<Options>,
): Bound {
  return {
    options: { ...renderer.defaults, ...options },
    render: (policy) => render(renderer, policy, options),
    undo: (policy) => renderUndo(renderer, policy, options),
    update: (previous, next) => renderUpdate(renderer, previous, next, options),
    feeds: (policy) => {
      const feeds = renderFeeds(renderer, policy, options, { acceptShrunk: true });
      return feeds.ok ? feeds.artifacts : [];
    },
  };
}

function target<Node, Model, Options extends object, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  schema: z.ZodType<Partial<Options>>,
): Target {
  return {
    messages: renderer.messages,
    abilities: abilities.filter((ability) => renderer[ability] !== undefined),
    optionNames: [...Object.keys(renderer.defaults), ...(renderer.optionsWithoutDefault ?? []).map(String)],
    prepare: (options) => {
      const parsed = schema.safeParse(options);
      if (!parsed.success) return { ok: false, error: parsed.error };
      const faults = renderer.checkOptions({ ...renderer.defaults, ...parsed.data });
      if (faults.length > 0) return { ok: false, faults };
      return { ok: true, bound: bind(renderer, parsed.data) };
    },
  };
}

/** The targets by name. Each is loaded when it is asked for. */
const loaders = {
  'azure-firewall': async () =>
    target(
      (await import('@azureml-firewall/azure-firewall')).azureFirewall,
      (await import('@azureml-firewall/azure-firewall/schema')).optionsSchema,
    ),
  'azure-managed-network': async () =>
    target(
      (await import('@azureml-firewall/azure-firewall')).azureManagedNetwork,
      (await import('@azureml-firewall/azure-firewall/schema')).managedNetworkOptionsSchema,
    ),
  'palo-alto': async () =>
    target(
      (await import('@azureml-firewall/palo-alto')).paloAlto,
      (await import('@azureml-firewall/palo-alto/schema')).optionsSchema,
    ),
  fortinet: async () =>
    target(
      (await import('@azureml-firewall/fortinet')).fortinet,
      (await import('@azureml-firewall/fortinet/schema')).optionsSchema,
    ),
  'cisco-asa': async () =>
    target(
      (await import('@azureml-firewall/cisco-asa')).ciscoAsa,
      (await import('@azureml-firewall/cisco-asa/schema')).optionsSchema,
    ),
  squid: async () =>
    target(
      (await import('@azureml-firewall/squid')).squid,
      (await import('@azureml-firewall/squid/schema')).optionsSchema,
    ),
  iptables: async () =>
    target(
      (await import('@azureml-firewall/iptables')).iptables,
      (await import('@azureml-firewall/iptables/schema')).iptablesOptionsSchema,
    ),
  nftables: async () =>
    target(
      (await import('@azureml-firewall/iptables')).nftables,
      (await import('@azureml-firewall/iptables/schema')).nftablesOptionsSchema,
    ),
} as const satisfies Readonly<Record<string, () => Promise<Target>>>;

/** The name of a target. */
export type TargetName = keyof typeof loaders;

/** The names of all targets, in the order in which they are rendered. */
export const targetNames = Object.keys(loaders) as readonly TargetName[];

/** Whether a text names a target. */
export function isTargetName(text: string): text is TargetName {
  return (targetNames as readonly string[]).includes(text);
}

/** The target of a name. */
export function loadTarget(name: TargetName): Promise<Target> {
  return loaders[name]();
}
