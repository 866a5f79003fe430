import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalize,
  type Destination,
  type Flow,
  type Policy,
  type Rule,
  type Source,
} from '@azureml-firewall/rule-model';
import { renderUpdate } from '@azureml-firewall/renderer-kit';
import { policy } from '@azureml-firewall/conformance';
import { policiesByAddress, manyFlows, hosts } from '@azureml-firewall/conformance/random';
import { fortinet, type FortinetOptions } from '../src/index.js';
import { options } from './support/arbitraries.js';
import { apply, deviceWith } from './support/device.js';
import { carrierOf } from './support/firewall.js';
import { renderText, textOf } from './support/render.js';

const connections = manyFlows(20_260_319);
const fixed = { seed: 20_260_319, numRuns: 150 };
const patience = 120_000;

/** The same policy with the tags of another week: some addresses go, others come. */
function nextWeek(given: Policy, moved: ReadonlyMap<string, readonly string[]>): Policy {
  const change = <T extends Destination | Source>(one: T): T => {
    if (one.kind !== 'service-tag' || !one.resolved) return one;
    const prefixes = moved.get(one.tag);
    return prefixes ? { ...one, resolved: { document: 'next', prefixes } } : one;
  };
  const collections = given.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.map((rule) => ({
      ...rule,
      sources: rule.sources.map(change),
      destinations: rule.destinations.map(change),
      ...(rule.covering && { covering: rule.covering.map(change) }),
    })),
  }));
  return { ...given, collections };
}

/** The first policy, of which some rules are as in the second, and those that only the second has. */
function partly(first: Policy, second: Policy, mask: number): Policy {
  const rulesOf = ({ collections }: Policy): readonly Rule[] => collections.flatMap(({ rules }) => rules);
  const others = new Map(rulesOf(second).map((rule) => [rule.id, rule]));
  const kept = rulesOf(first).map((rule, i) => (((mask >> i) & 1) === 1 ? (others.get(rule.id) ?? rule) : rule));
  const known = new Set(kept.map(({ id }) => id));
  return normalize(policy([...kept, ...rulesOf(second).filter(({ id }) => !known.has(id))]));
}

const pairs = fc
  .tuple(policiesByAddress, policiesByAddress, fc.nat(127))
  .map(([previous, other, mask]) => [previous, mask > 63 ? other : partly(previous, other, mask)] as const);

const weeks = fc.constantFrom(
  new Map<string, readonly string[]>(),
  new Map([['Storage', ['192.0.2.128/25', '198.51.100.128/25', '2001:db8:1::/48']]]),
  new Map([
    ['Storage', ['192.0.2.0/26', '203.0.113.0/24']],
    ['Storage.EastUS2', ['192.0.2.64/26', '198.18.3.0/24']],
    ['AzureMonitor', ['198.18.0.0/26', '198.51.100.192/26', '203.0.113.0/24']],
  ]),
);

/** The policy that lets a flow pass. */
type Judge = (flow: Flow) => string | undefined;

function judge(text: string): Judge {
  return carrierOf(deviceWith(text), { names: hosts, lists: {} });
}

/** How the device answers after each command of an update, with what it did before and does in the end. */
function moments(
  previous: Policy,
  next: Policy,
  chosen: Partial<FortinetOptions>,
  look: (now: Judge, was: Judge, will: Judge) => void,
): void {
  const [before, after] = [renderText(previous, chosen), renderText(next, chosen)];
  const [was, will] = [judge(before), judge(after)];
  const device = deviceWith(before);
  apply(device, textOf(renderUpdate(fortinet, previous, next, chosen)), undefined, () => {
    look(carrierOf(device, { names: hosts, lists: {} }), was, will);
  });
}

const usable = options.map((chosen) => ({ ...chosen, serviceTags: 'addresses' as const, policyIdTo: 1_999_999 }));

function onlyAllow(given: Policy): Policy {
  const collections = given.collections.map((collection) => ({
    ...collection,
    rules: collection.rules.map((rule) => ({ ...rule, action: 'allow' as const })),
  }));
  return { ...given, collections };
}

describe('while an update is pasted', { timeout: patience }, () => {
  it('nothing passes at any moment that passes neither before nor after it', () => {
    let seen = 0;
    fc.assert(
      fc.property(pairs, weeks, usable, connections, ([a, b], week, chosen, flows) => {
        moments(a, nextWeek(b, week), chosen, (now, was, will) => {
          for (const flow of flows) {
            if (now(flow) !== undefined && was(flow) === undefined && will(flow) === undefined)
              expect({ flow, by: now(flow) }).toBe('denied');
            seen += 1;
          }
        });
      }),
      fixed,
    );
    expect(seen).toBeGreaterThan(10_000);
  });

  it('what one policy lets pass before and after passes all the while, where nothing is denied and tags stay', () => {
    let seen = 0;
    fc.assert(
      fc.property(pairs, usable, connections, ([a, b], chosen, flows) => {
        moments(onlyAllow(a), onlyAllow(b), chosen, (now, was, will) => {
          for (const flow of flows) {
            const [before, after] = [was(flow), will(flow)];
            if (before === undefined || before !== after) continue;
            if (now(flow) === undefined) expect({ flow, by: before }).toBe('allowed');
            seen += 1;
          }
        });
      }),
      fixed,
    );
    expect(seen).toBeGreaterThan(500);
  });
});
