import { aggregateCidrs, compileEvaluator, type Flow, type Policy } from '@azureml-firewall/rule-model';
import { seeded } from '../inputs.js';
import { interleaved } from '../measure.js';
import type { Result } from '../result.js';

const sizes = [1, 2, 4, 8];

/** The exponent of size that fits the times best (least squares of the logarithms). */
function exponentOf(times: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

function prefixes(count: number): readonly string[] {
  const random = seeded(10);
  const octet = (): number => Math.floor(random() * 256);
  return Array.from({ length: count }, () => `${octet()}.${octet()}.${octet()}.0/24`);
}

function policyOf(rules: number): Policy {
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: 'bench',
    collections: [
      {
        id: 'c',
        title: 'C',
        rules: Array.from({ length: rules }, (_, i) => ({
          id: `r${i}`,
          purpose: 'a purpose',
          action: 'allow' as const,
          direction: 'outbound' as const,
          sources: [{ kind: 'any' as const }],
          destinations: [{ kind: 'wildcard' as const, parent: `zone${i}.example.com` }],
          services: [{ protocol: 'tcp' as const, ports: [{ from: 443, to: 443 }] }],
          necessity: 'required' as const,
          origins: [{ requirement: `r${i}`, edition: 'bench', section: 's', source: 'p' }],
        })),
      },
    ],
    routes: [],
  };
}

function flows(count: number): readonly Flow[] {
  return Array.from({ length: count }, (_, i) => ({
    direction: 'outbound',
    host: `a.zone${i % 1000}.example.com`,
    address: null,
    protocol: 'tcp',
    port: 443,
  }));
}

/** Row 10: how time grows with size, doubled three times. */
export function growth(): readonly Result[] {
  const judge = compileEvaluator(policyOf(1000));
  const works: Readonly<Record<string, (size: number) => () => unknown>> = {
    'prefixes aggregated': (size) => {
      const list = prefixes(size * 20_000);
      return () => aggregateCidrs(list);
    },
    'rules compiled': (size) => {
      const policy = policyOf(size * 500);
      return () => compileEvaluator(policy);
    },
    'flows evaluated': (size) => {
      const list = flows(size * 50_000);
      return () => list.reduce((hits, flow) => hits + (judge(flow).entry ? 1 : 0), 0);
    },
  };
  return Object.entries(works).map(([name, make]) => {
    const spreads = interleaved(Object.fromEntries(sizes.map((size) => [`${size}×`, make(size)])), 9);
    const exponent = exponentOf(sizes.map((size) => spreads[`${size}×`]?.median ?? Number.NaN));
    return {
      row: '10',
      work: `growth with ${name}`,
      measured: spreads,
      figure: `size ^ ${exponent.toFixed(2)}`,
      target: 'no faster than n·log n (about size ^ 1.15 here)',
      met: exponent <= 1.15,
    };
  });
}
