import type { Messages } from '@azureml-firewall/rule-model';
import {
  render,
  renderUndo,
  renderUpdate,
  type Artifact,
  type OptionFault,
  type Renderer,
  type Rendering,
} from '@azureml-firewall/renderer-kit';
import type { Adapter, Trial } from './adapter.js';
import { fixtures } from './fixtures/index.js';

/** A trial with a name for what fails. */
export interface NamedTrial<Options> extends Trial<Options> {
  readonly name: string;
}

/** A renderer and its adapter, made ready for the checks. */
export interface Suite<Model, Options, Code extends string> {
  readonly id: string;
  readonly messages: Messages<Code>;
  readonly adapter: Adapter<Model, Options, Code>;
  /** The options of the renderer and of the adapter. */
  readonly defaults: Options;
  /** Every set of options by name; the first is that of the adapter alone, without a name. */
  readonly variants: readonly (readonly [name: string, options: Partial<Options>])[];
  /** Every fixture with every set of options. */
  readonly trials: readonly NamedTrial<Options>[];
  /** Names of all options, those without a default among them. */
  readonly optionNames: readonly string[];
  readonly checkOptions: (options: Options) => readonly OptionFault[];
  readonly optionsOf: (trial: Trial<Options>) => Options;
  readonly render: (trial: Trial<Options>) => Rendering<Model, Code>;
  readonly undo?: (trial: Trial<Options>) => readonly Artifact[];
  readonly update?: (previous: Trial<Options>, next: Trial<Options>) => readonly Artifact[];
  /** The lists beside the configuration, of the model that a rendering has. */
  readonly feeds: (trial: Trial<Options>, model: Model) => readonly Artifact[];
}

/** Makes a renderer ready; what kinds of nodes it has does not matter from here on. */
export function suiteOf<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  adapter: Adapter<Model, Options, Code>,
): Suite<Model, Options, Code> {
  const { id, messages, undo, update } = renderer;
  const base: Partial<Options> = { ...adapter.options };
  const chosen = ({ options }: Trial<Options>): Partial<Options> => ({ ...base, ...options });
  const optionsOf = (trial: Trial<Options>): Options => ({ ...renderer.defaults, ...chosen(trial) });
  const named = Object.entries<Partial<Options>>(adapter.variants ?? {});
  const variants: Suite<Model, Options, Code>['variants'] = [['', {}], ...named];
  const trials = variants.flatMap(([variant, options]) =>
    fixtures.map((one) => ({ name: variant === '' ? one.id : `${one.id} (${variant})`, policy: one.policy, options })),
  );
  return {
    id,
    messages,
    adapter,
    defaults: { ...renderer.defaults, ...base },
    variants,
    trials,
    optionNames: [...Object.keys(renderer.defaults as object), ...(renderer.optionsWithoutDefault ?? []).map(String)],
    checkOptions: renderer.checkOptions,
    optionsOf,
    render: (trial) => render(renderer, trial.policy, chosen(trial)),
    ...(undo && { undo: (trial: Trial<Options>) => renderUndo(renderer, trial.policy, chosen(trial)) }),
    ...(update && {
      update: (previous: Trial<Options>, next: Trial<Options>) =>
        renderUpdate(renderer, previous.policy, next.policy, chosen(next)),
    }),
    feeds: (trial, model) => {
      const { policy } = trial;
      const { cloud, region, edition } = policy;
      return renderer.feeds?.(model, { cloud, region, edition, policy, options: optionsOf(trial) }) ?? [];
    },
  };
}
