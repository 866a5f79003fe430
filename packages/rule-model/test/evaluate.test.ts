import { evaluate, type Decision, type Flow, type Policy } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { policyOf, ruleTo, tag } from './support/rules.js';
import { partialFlows, smallPolicies } from './support/small-world.js';

const base: Flow = { direction: 'outbound', source: '10.20.0.4', protocol: 'tcp', port: 443 };

function ask(policy: Policy, flow: Partial<Flow>): Decision {
  return evaluate(policy, { ...base, ...flow });
}

/** The answer in short: what decides, or what would. */
function answer({ action, entry, undecided }: Decision): string {
  const needs = undecided.map((one) => `${one.entry.rule.id} needs ${one.needs.map(({ fact }) => fact).join(' and ')}`);
  return [action, ...(entry ? [entry.id] : []), ...needs].join(', ');
}

describe('a host', () => {
  const policy = policyOf(
    ruleTo('exact', 'allow', ['pypi.org']),
    ruleTo('below', 'allow', ['*.azureml.ms']),
    ruleTo('ending', 'allow', ['*pytorch.org'], ['tcp/80,443']),
  );
  it.each([
    ['pypi.org', 'allow, exact|pypi.org|tcp/443'],
    ['PyPI.org.', 'allow, exact|pypi.org|tcp/443'],
    ['files.pypi.org', 'deny'],
    ['azureml.ms', 'deny'],
    ['a.azureml.ms', 'allow, below|*.azureml.ms|tcp/443'],
    ['b.a.azureml.ms', 'allow, below|*.azureml.ms|tcp/443'],
    ['evilazureml.ms', 'deny'],
    ['pytorch.org', 'allow, ending|*pytorch.org|tcp/80,443'],
    ['download.pytorch.org', 'allow, ending|*pytorch.org|tcp/80,443'],
    ['evilpytorch.org', 'allow, ending|*pytorch.org|tcp/80,443'],
    ['org', 'deny'],
    ['my_account.azureml.ms', 'allow, below|*.azureml.ms|tcp/443'],
  ])('%s: %s', (host, expected) => {
    expect(answer(ask(policy, { host }))).toBe(expected);
  });

  it('by another port, protocol or direction is denied', () => {
    expect(answer(ask(policy, { host: 'pypi.org', port: 80 }))).toBe('deny');
    expect(answer(ask(policy, { host: 'pypi.org', protocol: 'udp' }))).toBe('deny');
    expect(answer(ask(policy, { host: 'pypi.org', direction: 'inbound' }))).toBe('deny');
  });
});

describe('a path', () => {
  const policy = policyOf(ruleTo('repo', 'allow', ['github.com/owner/*', 'github.com/one']));
  it.each<[string | null | undefined, string]>([
    ['/owner/a/b', 'allow, repo|github.com/owner/*|tcp/443'],
    ['/owner/', 'allow, repo|github.com/owner/*|tcp/443'],
    ['/owner', 'deny'],
    ['/one', 'allow, repo|github.com/one|tcp/443'],
    ['/one/a', 'deny'],
    ['/%6Fne', 'allow, repo|github.com/one|tcp/443'],
    [null, 'deny'],
    [undefined, 'deny, repo needs path, repo needs path'],
    ['/owner/../evil', 'deny, repo needs path, repo needs path'],
  ])('%s: %s', (path, expected) => {
    const flow: Flow = { ...base, host: 'github.com' };
    expect(answer(evaluate(policy, path === undefined ? flow : { ...flow, path }))).toBe(expected);
  });
});

describe('an address', () => {
  const policy = policyOf(
    ruleTo('net', 'allow', ['13.66.0.0/16', '2603:1030::/45']),
    ruleTo('tag', 'allow', [tag('Storage', ['20.60.0.0/14'])], ['tcp/445']),
    ruleTo('unread', 'allow', ['AzureMonitor'], ['tcp/8443']),
  );
  it.each<[Partial<Flow>, string]>([
    [{ address: '13.66.255.255' }, 'allow, net|13.66.0.0/16|tcp/443'],
    [{ address: '13.67.0.0' }, 'deny'],
    [{ address: '2603:1030::1' }, 'allow, net|2603:1030::/45|tcp/443'],
    [{ address: '2603:1030:0000::0001' }, 'allow, net|2603:1030::/45|tcp/443'],
    [{ address: '20.60.1.1', port: 445 }, 'allow, tag|Storage|tcp/445'],
    [{ address: '20.60.1.1', port: 8443 }, 'deny, unread needs tag-document'],
    [{ host: 'a.blob.core.windows.net', port: 445 }, 'deny'],
    [{ host: 'a.blob.core.windows.net', address: '20.60.1.1', port: 445 }, 'allow, tag|Storage|tcp/445'],
  ])('%o: %s', (flow, expected) => {
    expect(answer(ask(policy, flow))).toBe(expected);
  });

  it('that is none is refused, so that it can slip past no rule', () => {
    expect(() => ask(policy, { address: '13.66.0.256' })).toThrow(RangeError);
    expect(() => ask(policy, { address: '13.66.0.0/16' })).toThrow('"13.66.0.0/16": expected an IPv4 or IPv6 address');
  });
});

describe('the first match', () => {
  it('decides, a rule that denies as well', () => {
    const policy = policyOf(ruleTo('no', 'deny', ['a.azureml.ms']), ruleTo('yes', 'allow', ['*.azureml.ms']));
    expect(answer(ask(policy, { host: 'a.azureml.ms' }))).toBe('deny, no|a.azureml.ms|tcp/443');
    expect(answer(ask(policy, { host: 'b.azureml.ms' }))).toBe('allow, yes|*.azureml.ms|tcp/443');
  });

  it('may lie in what is not known: then nothing is allowed', () => {
    const policy = policyOf(ruleTo('no', 'deny', ['13.66.0.0/16']), ruleTo('yes', 'allow', ['*.azureml.ms']));
    expect(answer(ask(policy, { host: 'a.azureml.ms' }))).toBe('deny, no needs address');
    expect(answer(ask(policy, { host: 'a.azureml.ms', address: null }))).toBe('allow, yes|*.azureml.ms|tcp/443');
    expect(answer(ask(policy, { host: 'a.azureml.ms', address: '9.9.9.9' }))).toBe('allow, yes|*.azureml.ms|tcp/443');
  });

  it('is certain where all that might match say the same', () => {
    const policy = policyOf(ruleTo('a', 'allow', ['Storage']), ruleTo('b', 'allow', ['13.66.0.0/16']));
    expect(answer(ask(policy, { address: '13.66.0.1' }))).toBe('allow, b|13.66.0.0/16|tcp/443');
  });
});

describe('a source', () => {
  const own = { sources: [{ kind: 'cidr', prefix: '10.20.0.0/16' }] } as const;
  it('that is not known decides nothing', () => {
    const { source: _, ...flow } = base;
    expect(
      answer(evaluate(policyOf(ruleTo('a', 'allow', ['pypi.org'], ['tcp/443'], own)), { ...flow, host: 'pypi.org' })),
    ).toBe('deny, a needs source');
    expect(answer(evaluate(policyOf(ruleTo('a', 'allow', ['pypi.org'])), { ...flow, host: 'pypi.org' }))).toBe(
      'allow, a|pypi.org|tcp/443',
    );
  });

  it('of inbound traffic is the remote peer', () => {
    const policy = policyOf(
      ruleTo('in', 'allow', ['10.20.0.0/16'], ['tcp/44224'], {
        direction: 'inbound',
        sources: [tag('AzureMachineLearning', ['13.66.0.0/16'])],
      }),
    );
    const flow: Flow = {
      direction: 'inbound',
      source: '13.66.0.1',
      address: '10.20.0.4',
      protocol: 'tcp',
      port: 44224,
    };
    expect(answer(evaluate(policy, flow))).toBe('allow, in|10.20.0.0/16|tcp/44224');
    expect(answer(evaluate(policy, { ...flow, source: '13.67.0.1' }))).toBe('deny');
  });
});

it('the answer names the rule and where it comes from', () => {
  const rule = ruleTo('exact', 'allow', ['pypi.org']);
  expect(ask(policyOf(rule), { host: 'pypi.org' })).toEqual({
    action: 'allow',
    rule,
    entry: { id: 'exact|pypi.org|tcp/443', rule, destination: rule.destinations[0], service: rule.services[0] },
    origins: rule.origins,
    undecided: [],
  });
});

it('what is not known never makes an allow, and what is undecided says what would decide it', () => {
  holds(
    fc.property(smallPolicies, fc.array(partialFlows, { minLength: 20, maxLength: 20 }), (policy, flows) => {
      for (const [complete, partial] of flows) {
        const [known, guess] = [evaluate(policy, complete), evaluate(policy, partial)];
        if (guess.action === 'allow') expect(known.action).toBe('allow');
        for (const { needs } of guess.undecided) expect(needs.length).toBeGreaterThan(0);
        // A name or address that is learnt later makes another flow; any other fact decides what was left open.
        const sameParts = 'host' in partial && 'address' in partial;
        if (sameParts && guess.undecided.length === 0) expect(known.action).toBe(guess.action);
      }
    }),
  );
});
