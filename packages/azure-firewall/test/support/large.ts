import type { Policy } from '@azureml-firewall/rule-model';
import { draft, rule } from '@azureml-firewall/conformance';

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** Host names that need a network rule. */
export function manyHosts(count: number): Policy {
  return draft([
    rule(
      'hosts',
      numbers(count).map((i) => `host${i}.example.com`),
      ['tcp/8443'],
    ),
  ]);
}

/** Pairs of source and destination: rules of at most 1000, each from one source. */
export function manyPairs(count: number): Policy {
  const rules = numbers(Math.ceil(count / 1000)).map((r) =>
    rule(
      `rule-${r}`,
      numbers(Math.min(1000, count - r * 1000)).map((i) => `198.${18 + (r >> 6)}.${i >> 2}.${(i & 3) * 64}/26`),
      ['tcp/22'],
    ),
  );
  return draft(rules);
}

/** Allow and deny by turns, an allow first. */
export function manyTurns(count: number): Policy {
  return draft(
    numbers(count).map((i) =>
      rule(`turn-${i}`, [`host${i}.example.com`], ['tcp/443'], { action: i % 2 === 0 ? 'allow' : 'deny' }),
    ),
  );
}

/** More than two megabytes of reasons. */
export function muchText(): Policy {
  const purpose = 'x'.repeat(480);
  return draft(numbers(3500).map((i) => rule(`rule-${i}`, [`host${i}.example.com`], ['tcp/443'], { purpose })));
}
