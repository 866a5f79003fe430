import { resolve } from 'node:path';
import { fortinet } from '@azureml-firewall/fortinet';
import { paloAlto } from '@azureml-firewall/palo-alto';
import { renderUpdate } from '@azureml-firewall/renderer-kit';
import type { Policy } from '@azureml-firewall/rule-model';
import { parseServiceTags, resolveServiceTags } from '@azureml-firewall/service-tags';
import { processCost } from '../child.js';
import { realDocument, tagDocumentText } from '../inputs.js';
import { everythingOn } from '../policy.js';
import type { Result } from '../result.js';

const root = resolve(import.meta.dirname, '../../..');
const weeks = ['ServiceTags_Public_20250804.json', 'ServiceTags_Public_20251028.json'] as const;

/** Row 7: every prefix of Azure as an object of one vendor, the whole process. */
export function renderAllPrefixes(): readonly Result[] {
  const document = realDocument();
  if (document === undefined) return [];
  return ['palo-alto', 'fortinet'].map((vendor) => {
    const cost = processCost(['tools/bench/scripts/all-prefixes.js', vendor, document], root);
    const met = cost.cpu.median <= 0.05 * 11_000 && cost.memory <= 0.6 * 238;
    return {
      row: '7',
      work: `all 93,362 prefixes through ${vendor}, whole process`,
      measured: { 'CPU ms': cost.cpu, 'wall ms': cost.wall, 'memory MiB': cost.memory },
      figure: `${cost.cpu.median.toFixed(0)} ms CPU, ${cost.memory.toFixed(0)} MiB`,
      target: '≤ 550 ms CPU, ≤ 143 MiB',
      met,
      again: ['tools/bench/scripts/all-prefixes.js', vendor, document],
      note: 'the targets are 0.05 × the CPU time and 0.6 × the memory that were measured for aerleon (11 s, 238 MiB) on such a machine in 2026: it is in no registry that was reached',
    };
  });
}

function resolvedIn(week: string): Policy {
  const parsed = parseServiceTags(tagDocumentText(week).text);
  if (!parsed.ok) throw new Error(`${week} is refused`);
  return resolveServiceTags(everythingOn(), parsed.document).policy;
}

function prefixesOf({ collections }: Policy): ReadonlySet<string> {
  const tags = collections
    .flatMap(({ rules }) => rules)
    .flatMap(({ destinations }) => destinations)
    .flatMap((one) => (one.kind === 'service-tag' ? [one] : []));
  return new Set(tags.flatMap(({ tag, resolved }) => (resolved?.prefixes ?? []).map((prefix) => `${tag} ${prefix}`)));
}

/** Row 12: what the documents of two weeks change in a configuration. */
export function churn(): readonly Result[] {
  if (weeks.some((week) => realDocument(week) === undefined)) return [];
  const [before, after] = [resolvedIn(weeks[0]), resolvedIn(weeks[1])];
  const [old, current] = [prefixesOf(before), prefixesOf(after)];
  const changed =
    [...current].filter((one) => !old.has(one)).length + [...old].filter((one) => !current.has(one)).length;
  const commands = {
    'palo-alto': renderUpdate(paloAlto, before, after),
    fortinet: renderUpdate(fortinet, before, after),
  };
  return Object.entries(commands).map(([vendor, artifacts]) => {
    const lines = artifacts.flatMap(({ text }) => text.split('\n'));
    // Each object is put in once, or taken out once: by a line of its own in either syntax.
    const touched = lines.filter((line) =>
      /^set .*address aml-net-\S+ ip-netmask|^delete .*address aml-net-|^ {4}(edit|delete) "aml-net/.test(line),
    );
    return {
      row: '12',
      work: `address objects touched in ${vendor} between the documents of 2025-08-04 and 2025-10-28`,
      measured: { 'prefixes changed': changed, 'objects touched': touched.length, 'lines of the update': lines.length },
      figure: `${touched.length} objects for ${changed} prefixes`,
      target: '≤ the prefixes that changed',
      met: touched.length <= changed,
    };
  });
}
