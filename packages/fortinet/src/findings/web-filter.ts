import { cidrsOverlap, portsContain, type Rule } from '@azureml-firewall/rule-model';
import type { Finding } from '@azureml-firewall/renderer-kit';
import type { Draft } from '../drafts.js';
import type { Code } from '../messages.js';

function prefixesOf({ sources }: Rule): readonly string[] | undefined {
  if (sources.some(({ kind }) => kind === 'any')) return undefined;
  return sources.flatMap((source) =>
    source.kind === 'cidr' ? [source.prefix] : source.kind === 'any' ? [] : (source.resolved?.prefixes ?? []),
  );
}

/** Whether traffic may come to both; any two destinations may share an address. */
function mayMeet(filter: Draft, later: Draft): boolean {
  const [a, b] = [prefixesOf(filter.rule), prefixesOf(later.rule)];
  return (
    later.rule.action === 'allow' &&
    later.rule.direction === filter.rule.direction &&
    filter.services.some((one) =>
      later.services.some(
        ({ protocol, ports }) => protocol === one.protocol && one.ports.some((range) => portsContain(ports, range)),
      ),
    ) &&
    (!a || !b || cidrsOverlap(a, b))
  );
}

/** A web filter blocks what it does not allow, whatever later policies say about the same addresses. */
export function webFilterFindings(drafts: readonly Draft[]): readonly Finding<Code>[] {
  return drafts.flatMap((filter, i): readonly Finding<Code>[] => {
    if (filter.urls.length === 0) return [];
    const policies = drafts.slice(i + 1).filter((later) => mayMeet(filter, later));
    if (policies.length === 0) return [];
    const data = { policy: filter.name, policies: policies.map(({ name }) => name) };
    return [{ code: 'fortinet/web-filter-first', data }];
  });
}
