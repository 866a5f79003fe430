import {
  compileEvaluator,
  compileExplainer,
  destinationText,
  entriesOf,
  evaluate,
  parseDestination,
  type Flow,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { parseServiceTags, resolveServiceTags } from '@azureml-firewall/service-tags';
import { asRead, seeded, tagDocumentText } from '../inputs.js';
import { interleaved } from '../measure.js';
import { everythingOn } from '../policy.js';
import type { Result } from '../result.js';

/** A workspace that uses everything, with the addresses of its tags. */
function everythingResolved(): Policy {
  const parsed = parseServiceTags(tagDocumentText().text);
  return parsed.ok ? resolveServiceTags(everythingOn(), parsed.document).policy : everythingOn();
}

function hostRule(id: string, hosts: readonly string[]): Rule {
  return {
    id,
    purpose: 'a purpose',
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations: hosts.flatMap((host) => {
      const parsed = parseDestination(host);
      return parsed.ok ? [parsed.value] : [];
    }),
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
    necessity: 'required',
    origins: [{ requirement: id, edition: 'bench', section: 's', source: 'p' }],
  };
}

/** The walk that a set of domains allows: from the whole name upwards, until a member is met. */
function suffixWalk(exact: ReadonlySet<string>, below: ReadonlySet<string>): (host: string) => boolean {
  return (host) => {
    if (exact.has(host)) return true;
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
      if (below.has(host.slice(dot + 1))) return true;
    return false;
  };
}

/** Row 4: deciding a million names by a thousand patterns. */
export function decideHosts(): Result {
  const random = seeded(4);
  const exact = Array.from({ length: 500 }, (_, i) => `host${i}.zone${i % 50}.example.com`);
  const parents = Array.from({ length: 500 }, (_, i) => `wild${i}.zone${i % 50}.example.net`);
  const names = asRead(
    Array.from({ length: 1_000_000 }, (_, i) => {
      const pick = Math.floor(random() * 500);
      return (
        [exact[pick], `a.b${i % 97}.${parents[pick] ?? ''}`, `x${i % 997}.example.org`, parents[pick] ?? ''][i % 4] ??
        ''
      );
    }),
  );
  const rule = hostRule('hosts', [...exact, ...parents.map((parent) => `*.${parent}`)]);
  const judge = compileEvaluator({
    cloud: 'public',
    region: 'eastus2',
    edition: 'bench',
    collections: [{ id: 'c', title: 'C', rules: [rule] }],
    routes: [],
  });
  const walk = suffixWalk(new Set(exact), new Set(parents));
  const flows = names.map((host): Flow => ({ direction: 'outbound', host, address: null, protocol: 'tcp', port: 443 }));
  const { ours, walk: reference } = interleaved(
    {
      ours: () => flows.reduce((hits, flow) => hits + (judge(flow).entry ? 1 : 0), 0),
      walk: () => names.reduce((hits, name) => hits + (walk(name) ? 1 : 0), 0),
    },
    9,
  );
  const ratio = (reference?.median ?? 0) / (ours?.median ?? 1);
  return {
    row: '4',
    work: 'decide 1,000,000 names by 1,000 patterns; ours also names the entry and checks the port',
    measured: { ours: ours ?? 0, 'Set suffix walk': reference ?? 0 },
    figure: `${ratio.toFixed(2)} × the speed of the walk (${(1000 / (ours?.median ?? 1)).toFixed(1)} M/s)`,
    target: '≥ 1.0 ×',
    met: ratio >= 1,
  };
}

function mixedFlows(policy: Policy, count: number): readonly Flow[] {
  const random = seeded(5);
  const entries = entriesOf(policy).filter(({ rule }) => rule.direction === 'outbound');
  return Array.from({ length: count }, (_, i): Flow => {
    const entry = entries[Math.floor(random() * entries.length)];
    const port = entry?.service.ports[0]?.from ?? 443;
    const destination = entry?.destination;
    const byTag = destination?.kind === 'service-tag';
    const resolved = byTag ? destination.resolved?.prefixes : undefined;
    const text = destination && !byTag ? destinationText(destination) : 'x.example.org';
    const host = text.replace(/^\*\.?/, i % 3 === 0 ? 'a.b.' : 'a.').replace(/\/.*$/, '');
    // Written out, not spread: each spread would give its flow a hidden class of its own in Node 20.
    return {
      direction: 'outbound',
      source: '10.20.1.5',
      host: byTag ? null : i % 7 === 0 ? `evil${host}` : host,
      address: byTag ? (resolved?.[i % (resolved.length || 1)] ?? '192.0.2.1/32').replace(/\/.*$/, '') : null,
      protocol: entry?.service.protocol ?? 'tcp',
      port: i % 5 === 0 ? 8443 : port,
    };
  });
}

/** Row 5: a million mixed flows against an everything-on policy with resolved tags. */
export function evaluateFlows(): Result {
  const policy = everythingResolved();
  const judge = compileEvaluator(policy);
  const flows = mixedFlows(policy, 1_000_000);
  const few = flows.slice(0, 300);
  const { ours } = interleaved(
    { ours: () => flows.reduce((hits, flow) => hits + (judge(flow).action === 'allow' ? 1 : 0), 0) },
    9,
  );
  const { naive } = interleaved(
    { naive: () => few.reduce((hits, flow) => hits + (evaluate(policy, flow).action === 'allow' ? 1 : 0), 0) },
    3,
  );
  const perSecond = 1e6 / ((ours?.median ?? 1) / 1000);
  return {
    row: '5',
    work: `evaluate 1,000,000 mixed flows, ${entriesOf(policy).length} entries`,
    measured: { ours: ours ?? 0, 'evaluate, 300 flows': naive ?? 0 },
    figure: `${(perSecond / 1e6).toFixed(2)} M flows/s`,
    target: '≥ 3 M/s',
    met: perSecond >= 3e6,
  };
}

/** Row 5: explanations of the same flows, with the addresses of the tags and without. */
export function explainFlows(): readonly Result[] {
  return [everythingResolved(), everythingOn()].map((policy, i) => {
    const explain = compileExplainer(policy);
    const flows = mixedFlows(policy, 50_000);
    const { ours } = interleaved({ ours: () => flows.reduce((near, flow) => near + explain(flow).near.length, 0) }, 9);
    const perSecond = flows.length / ((ours?.median ?? 1) / 1000);
    return {
      row: '5',
      work: `explain 50,000 mixed flows, tags ${i === 0 ? 'resolved' : 'without addresses'}`,
      measured: { ours: ours ?? 0 },
      figure: `${(perSecond / 1000).toFixed(0)},000/s`,
      target: '≥ 100,000/s',
      met: perSecond >= 1e5,
    };
  });
}
