import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyPort,
  destinationText,
  entriesOf,
  evaluate,
  normalize,
  type Destination,
  type Entry,
  type Flow,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { render, type Rendering } from '@azureml-firewall/renderer-kit';
import { by, policy, rule, to } from '@azureml-firewall/conformance';
import {
  policies,
  policiesByAddress,
  singleRules as singles,
  manyFlows,
  hosts,
} from '@azureml-firewall/conformance/random';
import {
  iptables,
  lift,
  nftables,
  parseIptables,
  parseNftables,
  type FilterModel,
  type LinuxOptions,
} from '../src/index.js';
import { options } from './support/arbitraries.js';
import { iptablesMachine, nftablesMachine, type Machine } from './support/machine.js';
import { holds } from './support/netfilter.js';

const connections = manyFlows(20_260_319);
const fixed = { seed: 20_260_319, numRuns: 150 };
const patience = 120_000;

type Options = Partial<LinuxOptions>;

const targets = {
  iptables: {
    render: (given: Policy, chosen: Options) => render(iptables, given, chosen),
    machine: iptablesMachine,
    parse: parseIptables,
  },
  nftables: {
    render: (given: Policy, chosen: Options) => render(nftables, given, chosen),
    machine: nftablesMachine,
    parse: parseNftables,
  },
} as const;

/** Lets everything pass that a deny before it leaves, so that what the deny blocks can be seen. */
function afterwards(direction: Rule['direction']): Rule {
  const everywhere = ['0.0.0.0/0', '::/0'];
  return rule('rest', everywhere, [], {
    direction,
    sources: everywhere.map((prefix) => ({ kind: 'cidr', prefix })),
    services: [by('tcp/*'), by('udp/*')],
  });
}

/** Every other flow by the service and in the direction of an entry, so that enough of them come near it. */
function aimed(flows: readonly Flow[], { rule: { direction }, service: { protocol, ports } }: Entry): readonly Flow[] {
  const [port = anyPort] = ports;
  return flows.map((flow, i) => {
    if (i % 2 === 0) return { ...flow, direction };
    const isWeb = protocol === 'tcp' && (port.from === 80 || port.from === 443);
    return { ...flow, direction, protocol, port: port.from, path: isWeb ? (flow.path ?? '/path/file') : null };
  });
}

/** Whether a flow has the own network on the side that its direction says; then a gateway judges it. */
function isConsistent({ direction, source = '', address }: Flow, { model }: Rendering<FilterModel>): boolean {
  if (model.filter.settings.mode === 'host') return true;
  const own = model.filter.sets.flatMap((set) => (set.use === 'own' ? (set.prefixes ?? []) : []));
  const isInside = holds(own, source);
  return direction === 'outbound' ? isInside : !isInside && holds(own, address ?? '');
}

/** Names reach the machine as addresses, and here all were asked for: then nothing that was asked by name is lost. */
const lessCodes = new Set<string>(['iptables/any-is-own', 'iptables/sources-dropped', 'iptables/outside-subnets']);
const byLearning = new Set(['iptables/shared-address', 'iptables/path-widened-to-host']);

interface Seen {
  readonly asked: boolean;
  readonly done: boolean;
}

/** Whether a verdict leaves room for what was seen of one flow. */
function isHonest(verdict: string, { asked, done }: Seen): boolean {
  switch (verdict) {
    case 'exact':
      return done === asked;
    case 'widened':
      return done || !asked;
    case 'narrowed':
      return asked || !done;
    case 'omitted':
      return !done;
    default:
      return true;
  }
}

describe.each(['iptables', 'nftables'] as const)('a verdict of %s', { timeout: patience }, (id) => {
  const target = targets[id];

  it('says how the machine answers for its entry, against what was asked', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(singles, options, connections, (one, chosen, flows) => {
        const isDeny = one.action === 'deny';
        const single = normalize(policy(isDeny ? [one, afterwards(one.direction)] : [one]));
        const [entry] = entriesOf(single);
        if (!entry) return;
        const rendered = target.render(single, chosen);
        // What is not judged shows nothing of a deny.
        const machine: Machine = target.machine(rendered.artifacts, hosts);
        const { outcome = 'omitted', finding } = rendered.outcomes[0] ?? {};
        for (const flow of aimed(flows, entry)) {
          if (isDeny && !isConsistent(flow, rendered)) continue;
          const answer = machine(flow);
          if (isDeny && answer === undefined) continue;
          const asked = (evaluate(single, flow).action === 'allow') !== isDeny;
          const done = (answer === 'allow') !== isDeny;
          const isLearnt = byLearning.has(finding?.code ?? '') && !isDeny && one.direction === 'outbound';
          if (!isHonest(outcome, { asked, done }) || (isLearnt && !isLess(one, rendered) && asked && !done))
            expect({ outcome, finding, asked, done, flow, chosen }).toBe('an honest verdict');
          const key = `${outcome} ${asked ? 'asked' : 'not asked'} ${done ? 'done' : 'not done'}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      { ...fixed, numRuns: 1500 },
    );
    for (const key of ['exact asked done', 'exact not asked not done', 'widened asked done', 'widened not asked done'])
      expect(seen.get(key), key).toBeGreaterThan(10);
    for (const key of ['narrowed asked done', 'narrowed asked not done', 'omitted asked not done'])
      expect(seen.get(key), key).toBeGreaterThan(10);
  });

  it('holds for whole policies by address, allow and deny in their order, and for what is read back', () => {
    let compared = 0;
    fc.assert(
      fc.property(policiesByAddress, options, connections, (given, chosen, flows) => {
        const rendered = target.render(given, chosen);
        const isWhole = rendered.outcomes.every(
          ({ outcome, finding }) => outcome === 'exact' || finding?.code === 'iptables/no-common-family',
        );
        if (!isWhole || rendered.artifacts.length === 0) return;
        const machine: Machine = target.machine(rendered.artifacts, hosts);
        const parsed = target.parse(rendered.artifacts);
        if (!parsed.ok) throw new Error(parsed.refusal.found);
        const lifted = lift(parsed.value, given);
        for (const flow of flows) {
          if (!isConsistent(flow, rendered)) continue;
          const answers = [given, lifted].map((one) => evaluate(one, flow).action === 'allow');
          answers.push(machine(flow) === 'allow');
          if (new Set(answers).size > 1) expect({ flow, answers, chosen }).toBe('three times the same');
          compared += 1;
        }
      }),
      { ...fixed, numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});

/** Whether a rule is said to have lost some of its sources. */
function isLess({ id }: Rule, { diagnostics }: Rendering<FilterModel>): boolean {
  return diagnostics.some(({ code, data }) => lessCodes.has(code) && data['rule'] === id);
}

/** Prefixes and names that an entry may open by its verdict and the findings, as destinations. */
function openedBy(entry: Entry, { diagnostics }: Rendering<FilterModel>): readonly Destination[] {
  const { destination, rule: asked } = entry;
  const pair: readonly Destination[] =
    destination.kind === 'suffix'
      ? [
          { kind: 'fqdn', host: destination.suffix },
          { kind: 'wildcard', parent: destination.suffix },
        ]
      : destination.kind === 'url'
        ? [{ kind: 'fqdn', host: destination.host }]
        : [destination];
  const together = diagnostics.flatMap(({ code, data }) =>
    code === 'iptables/names-together' && data['destination'] === destinationText(destination)
      ? [to(String(data['also']))]
      : [],
  );
  return [...pair, ...together, ...(asked.covering ?? [])];
}

/** All addresses behind some destinations, as prefixes. */
function addressesOf(destinations: readonly Destination[]): readonly string[] {
  return destinations.flatMap((destination): readonly string[] => {
    if (destination.kind === 'cidr') return [destination.prefix];
    if (destination.kind === 'service-tag') return destination.resolved?.prefixes ?? [];
    const asks: Policy = policy([rule('x', [destination], ['tcp/443'])]);
    const flow = { direction: 'outbound', source: '10.20.0.1', protocol: 'tcp', port: 443 } as const;
    return Object.entries(hosts).flatMap(([host, addresses]) =>
      evaluate(asks, { ...flow, host }).action === 'allow' ? addresses : [],
    );
  });
}

describe.each(['iptables', 'nftables'] as const)('a policy by name in %s', { timeout: patience }, (id) => {
  const target = targets[id];

  it('passes all that an entry asks whose verdict is not less, and nothing that no verdict or finding tells', () => {
    let [passed, explained] = [0, 0];
    fc.assert(
      fc.property(policies, options, connections, (drawn, chosen, flows) => {
        const rules = drawn.collections.flatMap((collection) => collection.rules);
        const given = policy(rules.filter(({ action, direction }) => action === 'allow' && direction === 'outbound'));
        const rendered = target.render(given, chosen);
        const machine: Machine = target.machine(rendered.artifacts, hosts);
        const entries = entriesOf(given).map((entry, i) => ({
          entry,
          single: policy([{ ...entry.rule, destinations: [entry.destination], services: [entry.service] }]),
          outcome: rendered.outcomes[i]?.outcome,
          code: isLess(entry.rule, rendered) ? '' : (rendered.outcomes[i]?.finding?.code ?? ''),
          addresses: addressesOf(openedBy(entry, rendered)),
        }));
        for (const flow of flows) {
          if (flow.direction === 'inbound' || !isConsistent(flow, rendered)) continue;
          const isAsked = entries.some(
            ({ outcome, code, single }) =>
              (outcome === 'exact' || outcome === 'widened' || byLearning.has(code)) &&
              evaluate(single, flow).action === 'allow',
          );
          const isOpen = entries.some(
            ({ entry, outcome, addresses }) =>
              outcome !== 'omitted' &&
              evaluate(policy([{ ...entry.rule, destinations: [to('0.0.0.0/0'), to('::/0')] }]), flow).action ===
                'allow' &&
              holds(addresses, flow.address ?? ''),
          );
          const done = machine(flow) === 'allow';
          if ((isAsked && !done) || (done && !isOpen)) expect({ isAsked, isOpen, done, flow, chosen }).toBe('told');
          if (isAsked) passed += 1;
          else if (done) explained += 1;
        }
      }),
      { ...fixed, numRuns: 500 },
    );
    expect(passed).toBeGreaterThan(300);
    expect(explained).toBeGreaterThan(50);
  });
});
