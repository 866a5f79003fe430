import { asOfWhole, remainder, type Remainder, type Rendering } from '@azureml-firewall/renderer-kit';
import { aggregateCidrs, type Diagnostic, type Policy, type Rule } from '@azureml-firewall/rule-model';
import type { Ready } from '../input/read-options.js';
import { Refusal } from '../refusal.js';
import type { SavedRendering } from './rendering-file.js';

const proxy = 'squid';
const filters: ReadonlySet<string> = new Set(['iptables', 'nftables']);

/** A proxy with packet filters and nothing else: then they share one policy. With other targets, each renders all of it. */
function arePair(names: readonly string[]): boolean {
  const others = names.filter((name) => name !== proxy);
  return names.includes(proxy) && others.length > 0 && others.every((name) => filters.has(name));
}

function sourcesOf({ direction, sources }: Rule): readonly string[] {
  if (direction === 'inbound') return [];
  return sources.flatMap((source) => {
    if (source.kind === 'cidr') return [source.prefix];
    return source.kind === 'service-tag' ? (source.resolved?.prefixes ?? []) : [];
  });
}

/** The networks that are meant to use the proxy: its own option, and all that the policy names. */
function networksOf(policy: Policy, carrier: Ready): readonly string[] {
  const clients: unknown = new Map(Object.entries(carrier.options)).get('clients');
  const named = Array.isArray(clients) ? clients.filter((one): one is string => typeof one === 'string') : [];
  const rules = policy.collections.flatMap((collection) => collection.rules);
  return aggregateCidrs([...named, ...rules.flatMap(sourcesOf)]);
}

/** A packet filter that closes the way past the proxy for all its clients, and not only for those of the rules it prints. */
function closing(filter: Ready, subnets: readonly string[]): Ready {
  const options = new Map<string, unknown>(Object.entries(filter.options));
  const given = options.get('subnets');
  if (options.get('mode') !== 'gateway' || subnets.length === 0 || (Array.isArray(given) && given.length > 0))
    return filter;
  const prepared = filter.target.prepare({ ...filter.options, subnets: [...subnets] });
  // What was worked out from the policy is no option of the run: it is worked out again for the next one.
  return prepared.ok ? { ...filter, ...prepared.bound, options: filter.options } : filter;
}

/** What a packet filter makes of a policy beside a proxy: only what the proxy omits, and all other ways closed. */
function beside(filter: Ready, carrier: Ready): Ready {
  const restOf = (policy: Policy): Remainder => remainder(policy, carrier.render(policy));
  const bound = (policy: Policy): Ready => closing(filter, networksOf(policy, carrier));
  const render = (policy: Policy): Rendering<unknown> => {
    const rest = restOf(policy);
    return asOfWhole(bound(policy).render(rest.policy), rest);
  };
  return {
    ...filter,
    render,
    undo: (policy) => bound(policy).undo(restOf(policy).policy),
    update: (previous, next) => {
      const isSame = networksOf(previous, carrier).join() === networksOf(next, carrier).join();
      // For other networks, all files: each takes the place of what is there.
      return isSame ? bound(next).update(restOf(previous).policy, restOf(next).policy) : render(next).artifacts;
    },
    feeds: (policy) => bound(policy).feeds(restOf(policy).policy),
  };
}

/** The commands for one of a pair depend on the other. */
function refuseHalf(ready: readonly Ready[], pair: readonly string[]): void {
  const names = ready.map(({ name }) => name);
  if (!pair.every((name) => names.some((one) => one === name)))
    throw new Refusal(
      `--target: found ${names.join(',')}, expected ${pair.join(',')} as in the earlier run, in which they shared the policy`,
    );
}

/** Targets that render what is theirs: packet filters beside a proxy take what it omits, here or in the earlier run. */
export function besideProxy(ready: readonly Ready[], saved?: SavedRendering): readonly Ready[] {
  const names = saved ? Object.keys(saved.options) : ready.map(({ name }) => name);
  if (!arePair(names)) return ready;
  refuseHalf(ready, names);
  const carrier = ready.find(({ name }) => name === proxy);
  if (!carrier) return ready;
  return ready.map((one) => (filters.has(one.name) ? beside(one, carrier) : one));
}

/** Ids of the entries that a packet filter carries for a proxy. */
function handedOver(renderings: readonly Rendering<unknown>[]): ReadonlySet<string> {
  if (!arePair(renderings.map(({ target }) => target))) return new Set();
  const others = renderings.filter(({ target }) => target !== proxy);
  // All of them have to: each is for a machine of its own.
  const carried = others.map(
    ({ outcomes }) => new Set(outcomes.filter(({ outcome }) => outcome !== 'omitted').map(({ entry }) => entry)),
  );
  const [first = new Set<string>(), ...rest] = carried;
  return new Set([...first].filter((entry) => rest.every((one) => one.has(entry))));
}

/** What is to be said of all renderings. That a proxy omits what the packet filter beside it carries is no fault. */
export function diagnosticsOf(renderings: readonly Rendering<unknown>[]): readonly Diagnostic[] {
  const handed = handedOver(renderings);
  return renderings.flatMap(({ target, diagnostics }) =>
    diagnostics.map((diagnostic) => {
      const { entry, outcome } = diagnostic.data;
      const isCarried = target === proxy && outcome === 'omitted' && typeof entry === 'string' && handed.has(entry);
      return isCarried ? { ...diagnostic, severity: 'info' as const } : diagnostic;
    }),
  );
}

/** Whether every target says just what was asked of it; of a pair, whether one of the two does. */
export function isExact(renderings: readonly Rendering<unknown>[]): boolean {
  const handed = handedOver(renderings);
  return renderings.every(
    ({ target, outcomes }) =>
      // Nothing at all is something to look at as well.
      outcomes.length > 0 &&
      outcomes.every(({ entry, outcome }) =>
        outcome === 'omitted' ? target === proxy && handed.has(entry) : outcome === 'exact',
      ),
  );
}
