import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyPort,
  evaluate,
  entriesOf,
  normalize,
  type Entry,
  type Flow,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { by, policy, rule } from '@azureml-firewall/conformance';
import { policiesByAddress, singleRules as singles, manyFlows, hosts } from '@azureml-firewall/conformance/random';
import { fortinet, lift, parseConfig, type FortinetOptions } from '../src/index.js';
import { options } from './support/arbitraries.js';
import { deviceWith } from './support/device.js';
import { firewallOf } from './support/firewall.js';
import { listsOf, textOf } from './support/render.js';

const connections = manyFlows(20_260_319);
const fixed = { seed: 20_260_319, numRuns: 150 };
const patience = 60_000;

/** Lets everything pass that a deny before it leaves, so that what the deny blocks can be seen. */
function afterwards(direction: Rule['direction']): Rule {
  const more = { direction, sources: [{ kind: 'any' }], services: [by('tcp/*'), by('udp/*')] } as const;
  return rule('rest', ['0.0.0.0/0', '::/0'], [], more);
}

function lifted(given: Policy, chosen: Partial<FortinetOptions>): Policy {
  const config = parseConfig(textOf(render(fortinet, given, chosen).artifacts));
  if (!config.ok) throw new Error(config.refusal.found);
  const answer = lift(config.value, { ...given, lists: listsOf(given, chosen) });
  if (!answer.ok) throw new Error(answer.refusal.found);
  return answer.value;
}

function judgeOf(given: Policy): (flow: Flow) => boolean {
  return (flow) => evaluate(given, flow).action === 'allow';
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

/** Names reach the device as addresses, and here it has learnt them all: then nothing that was asked by name is lost. */
const byLearning = new Set([
  'fortinet/resolved-addresses',
  'fortinet/learnt-addresses',
  'fortinet/path-widened-to-host',
]);

describe('a verdict', { timeout: patience }, () => {
  it('says how the device answers for its entry, against what was asked', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(singles, options, connections, (one, chosen, flows) => {
        const isDeny = one.action === 'deny';
        const single = normalize(policy(isDeny ? [one, afterwards(one.direction)] : [one]));
        const [entry] = entriesOf(single);
        if (!entry) return;
        const { outcomes, artifacts } = render(fortinet, single, chosen);
        const passes = firewallOf(deviceWith(textOf(artifacts)), { names: hosts, lists: listsOf(single, chosen) });
        const verdict = outcomes[0]?.outcome ?? 'omitted';
        const code = outcomes[0]?.finding?.code ?? '';
        // A deny is seen by what does not pass; without IPv6 policies nothing of IPv6 passes anyway.
        const asks = judgeOf(single);
        for (const flow of aimed(flows, entry)) {
          if (isDeny && chosen.ipv6 === false && flow.source?.includes(':')) continue;
          const asked = asks(flow) !== isDeny;
          const done = passes(flow) !== isDeny;
          const isLost = entry.rule.sources.some((source) => source.kind === 'service-tag' && !source.resolved);
          const isLearnt = byLearning.has(code) && !isLost && chosen.ipv6 !== false;
          const isHonest =
            (verdict !== 'exact' || done === asked) &&
            (verdict !== 'widened' || done || !asked) &&
            (verdict !== 'narrowed' || asked || !done) &&
            (verdict !== 'omitted' || !done) &&
            (!isLearnt || done || !asked);
          if (!isHonest) expect({ verdict, code, asked, done, flow }).toBe('an honest verdict');
          const key = `${verdict} ${asked ? 'asked' : 'not asked'} ${done ? 'done' : 'not done'}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      { ...fixed, numRuns: 2000 },
    );
    for (const key of ['exact asked done', 'exact not asked not done', 'widened asked done', 'narrowed asked not done'])
      expect(seen.get(key), key).toBeGreaterThan(5);
    for (const key of ['approximated asked done', 'approximated not asked done', 'omitted asked not done'])
      expect(seen.get(key), key).toBeGreaterThan(5);
  });
});

describe('a policy by address', { timeout: patience }, () => {
  /** Only what no entry of the policy loses can be held against the whole. */
  function isWhole(given: Policy, chosen: Partial<FortinetOptions>): boolean {
    return render(fortinet, given, chosen).outcomes.every(({ outcome, finding }) => {
      return outcome === 'exact' || finding?.code === 'fortinet/no-common-family';
    });
  }

  it('is answered by the device as by the rule model, flow by flow, allow and deny in their order', () => {
    let compared = 0;
    fc.assert(
      fc.property(policiesByAddress, options, connections, (given, chosen, flows) => {
        const all = { ...chosen, ipv6: true };
        const usable = policy(
          (given.collections[0]?.rules ?? [])
            .map((one) => ({
              ...one,
              sources: one.sources.filter((source) => source.kind !== 'service-tag' || source.resolved),
            }))
            .filter(({ sources }) => sources.length > 0),
        );
        if (!isWhole(usable, all)) return;
        const { artifacts } = render(fortinet, usable, all);
        const passes = firewallOf(deviceWith(textOf(artifacts)), { names: hosts, lists: listsOf(usable, all) });
        const [asks, back] = [judgeOf(usable), judgeOf(lifted(usable, all))];
        for (const flow of flows) {
          const answers = [asks(flow), passes(flow), back(flow)];
          if (new Set(answers).size > 1) expect({ flow, answers }).toBe('three times the same');
          compared += 1;
        }
      }),
      fixed,
    );
    expect(compared).toBeGreaterThan(2000);
  });
});

describe('a lifted policy', { timeout: patience }, () => {
  const names = policy([
    rule('hosts', ['example.com', '*.a.example.com'], ['tcp/443', 'udp/5831']),
    rule('pair', ['*example.com'], ['tcp/80']),
    rule('path', ['example.com/path/*'], ['tcp/8443']),
  ]);
  const by443 = (host: string, port = 443): Flow => ({
    direction: 'outbound',
    source: '10.20.0.5',
    host,
    address: null,
    protocol: 'tcp',
    port,
  });

  it('has the names in place of the addresses that the device learns', () => {
    const back = judgeOf(lifted(names, {}));
    expect(back(by443('example.com'))).toBe(true);
    expect(back(by443('x.a.example.com'))).toBe(true);
    expect(back(by443('a.example.com'))).toBe(false);
    expect(back(by443('example.com', 80))).toBe(true);
    expect(back(by443('evilexample.com', 80))).toBe(false);
  });

  it('has the paths that a web filter leaves', () => {
    const path = policy([rule('path', ['example.com/path/*'], ['tcp/443'])]);
    const back = lifted(path, { deepInspection: true });
    expect(back.collections[0]?.rules[0]?.destinations).toEqual([
      { kind: 'url', host: 'example.com', path: '/path/*' },
    ]);
    expect(lifted(path, {}).collections[0]?.rules[0]?.destinations).toEqual([{ kind: 'fqdn', host: 'example.com' }]);
  });

  it('is refused with what is expected where a text is not ours, such as one whose last line has no end', () => {
    expect(parseConfig('config firewall nonsense')).toMatchObject({
      refusal: { code: 'fortinet/not-ours', found: 'line 1: config firewall nonsense', expected: 'the end' },
    });
  });

  it('is refused where a name has no object, or a list no lines', () => {
    const sound = parseConfig(textOf(render(fortinet, names).artifacts));
    if (!sound.ok) throw new Error(sound.refusal.found);
    const about = { cloud: 'public', region: 'eastus2', edition: 'device' } as const;
    expect(lift({ ...sound.value, addresses: [] }, about)).toMatchObject({ refusal: { code: 'fortinet/undefined' } });
    expect(lift({ ...sound.value, services: [] }, about)).toMatchObject({ refusal: { code: 'fortinet/undefined' } });
  });
});
