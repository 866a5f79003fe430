import type { Artifact, Context, Span } from '@azureml-firewall/renderer-kit';
import { accessLists } from '../access-lists.js';
import type { CiscoAsaModel } from '../model.js';
import type { CiscoAsaOptions } from '../options.js';
import { appliedLines, entryLines } from './entries.js';
import { nameLines, networkLines, serviceLines } from './objects.js';

/** Objects before what names them, then the access lists, then where they are applied. */
export function printConfig(model: CiscoAsaModel, { options }: Context<CiscoAsaOptions>): readonly Artifact[] {
  if (model.entries.length === 0) return [];
  const lines = [
    ...model.names.flatMap(nameLines),
    ...model.networks.flatMap(networkLines),
    ...model.services.flatMap(serviceLines),
  ];
  const spans: Span[] = [];
  for (const list of accessLists(options)) {
    const entries = model.entries.filter(({ direction }) => direction === list.direction);
    for (const entry of entries) {
      const from = lines.length + 1;
      lines.push(...entryLines(list.name, entry, options.log));
      spans.push(...entry.entries.map((id) => ({ entry: id, from, to: lines.length })));
    }
    if (entries.length > 0) lines.push(...appliedLines(list));
  }
  return [{ path: 'asa.cfg', text: `${lines.join('\n')}\n`, spans }];
}
