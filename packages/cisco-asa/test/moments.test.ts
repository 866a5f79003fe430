import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '@azureml-firewall/rule-model';
import { policy, rule, tag } from '@azureml-firewall/conformance';
import { render, renderUpdate } from '@azureml-firewall/renderer-kit';
import { ciscoAsa } from '../src/index.js';
import { apply, newDevice, show, type Device } from './support/device.js';
import { decider, type Flow } from './support/reader.js';

const options = { insideInterface: 'inside', outsideInterface: 'outside' };
const world = { names: {}, tags: {} };

const some = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...items], { minLength: 1 });

const prefixes = ['192.0.2.0/25', '192.0.2.128/25', '198.51.100.0/24', '2001:db8::/48'];
const sources = ['10.0.0.0/25', '10.0.0.128/25', '10.1.0.0/24', 'fd00::/64'];

function ruleOf(id: string): fc.Arbitrary<Rule> {
  return fc
    .record({
      action: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
      direction: fc.constantFrom('outbound' as const, 'outbound' as const, 'inbound' as const),
      from: some(sources),
      to: some(prefixes),
      ports: some(['tcp/443', 'tcp/80,8080', 'udp/53']),
    })
    .map(({ action, direction, from, to, ports }) =>
      rule(id, to, ports, { action, direction, sources: from.map((prefix) => ({ kind: 'cidr', prefix })) }),
    );
}

const policies: fc.Arbitrary<Policy> = fc
  .tuple(ruleOf('a'), ruleOf('b'), ruleOf('c'), fc.subarray([0, 1, 2]), fc.boolean())
  .map(([a, b, c, kept, turned]) => {
    const rules = [a, b, c].filter((_, i) => kept.includes(i));
    return policy(turned ? rules.toReversed() : rules);
  });

const flows: readonly Flow[] = (['outbound', 'inbound'] as const).flatMap((direction) =>
  ['10.0.0.1', '10.0.0.129', '10.1.0.1', '10.9.9.9', 'fd00::1'].flatMap((source) =>
    ['192.0.2.1', '192.0.2.129', '198.51.100.1', '203.0.113.1', '2001:db8::1']
      .filter((address) => address.includes(':') === source.includes(':'))
      .flatMap((address) =>
        ([443, 80, 53] as const).map((port) => ({
          direction,
          source,
          address,
          port,
          protocol: port === 53 ? 'udp' : 'tcp',
        })),
      ),
  ),
);

function passing(device: Device): ReadonlySet<Flow> {
  const decide = decider(device, 'aml-', world);
  return new Set(flows.filter((flow) => decide(flow) === 'allow'));
}

function deviceOf(given: Policy): Device {
  const device = newDevice();
  for (const { text } of render(ciscoAsa, given, options).artifacts) apply(device, text);
  return device;
}

/** The commands one at a time: an object with its first line, every other line with the head of its block. */
function commandsOf(text: string): readonly string[] {
  const lines = text.trimEnd().split('\n');
  let head = '';
  return lines.flatMap((line, i) => {
    if (line.startsWith(' ')) return [`${head}\n${line}`];
    head = line;
    return lines[i + 1]?.startsWith(' ') === true ? [] : [line];
  });
}

function updateOf(previous: Policy, next: Policy): string {
  return renderUpdate(ciscoAsa, previous, next, options)
    .map(({ text }) => text)
    .join('');
}

function expectSafe(previous: Policy, next: Policy): void {
  const device = deviceOf(previous);
  const wanted = deviceOf(next);
  const allowed = new Set([...passing(device), ...passing(wanted)]);
  const interfaces = [...device.applied.keys()].filter((nameif) => wanted.applied.has(nameif));
  for (const command of commandsOf(updateOf(previous, next))) {
    apply(device, command);
    expect({ command, applied: interfaces.filter((nameif) => device.applied.has(nameif)) }).toEqual({
      command,
      applied: interfaces,
    });
    expect([...passing(device)].filter((flow) => !allowed.has(flow))).toEqual([]);
  }
  expect(show(device)).toEqual(show(wanted));
}

describe('an update, command by command', { timeout: 120_000 }, () => {
  it('lets nothing pass that neither configuration does, and leaves no interface without its list', () => {
    fc.assert(fc.property(policies, policies, expectSafe), { seed: 20_260_319, numRuns: 400 });
  });

  it('lets nothing pass that neither configuration does, whatever the seed', () => {
    const seed = Math.trunc(Math.random() * 2 ** 31);
    fc.assert(fc.property(policies, policies, expectSafe), { seed, numRuns: 100 });
  });

  it('of a week changes the members of groups, and closes nothing', () => {
    const week = (...ofTag: readonly string[]): Policy =>
      policy([rule('tag', [tag('Storage', ...ofTag)], ['tcp/443'])]);
    const update = updateOf(week('192.0.2.0/25', '192.0.2.128/26'), week('192.0.2.0/25', '198.51.100.0/24'));
    expect(update).toBe(
      [
        'object-group network aml-tag-tcp-443-dst4',
        ' no network-object 192.0.2.128 255.255.255.192',
        'object-group network aml-tag-tcp-443-dst4',
        ' network-object 198.51.100.0 255.255.255.0',
        '',
      ].join('\n'),
    );
  });

  it('keeps a rule closed, not open or empty, while all its addresses are exchanged', () => {
    const week = (...ofTag: readonly string[]): Policy =>
      policy([rule('tag', [tag('Storage', ...ofTag)], ['tcp/443'])]);
    const [first] = updateOf(week('192.0.2.0/25'), week('198.51.100.0/24')).split('\n');
    expect(first).toBe('access-list aml-out line 1 extended deny ip any4 any4');
    expectSafe(week('192.0.2.0/25'), week('198.51.100.0/24'));
  });
});

describe('an undo', () => {
  it('says before that an interface without a list passes what its security level lets pass', () => {
    const { model } = render(ciscoAsa, policy([rule('a', ['192.0.2.0/25'], ['tcp/443'])]), options);
    const context = { cloud: 'public', region: 'eastus2', edition: '2021-09-14', policy: policy([]) } as const;
    const [undo] = ciscoAsa.undo?.(model, { ...context, options: { ...ciscoAsa.defaults, ...options } }) ?? [];
    expect(undo?.text.split('\n').slice(0, 2)).toEqual([
      '! Without a list inside passes all that goes to interfaces of a lower security level.',
      'no access-group aml-out in interface inside',
    ]);
  });
});
