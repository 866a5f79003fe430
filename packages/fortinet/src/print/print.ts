import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { FortiModel } from '../model.js';
import { tablesOf } from './tables.js';
import { writeAll } from './text.js';

/** Commands for the console or a script; nothing when there is nothing to say. */
export function print({ config, carriers }: FortiModel): readonly Artifact[] {
  const { lines, policies } = writeAll(tablesOf(config), config.vdom);
  if (lines.count() === 0) return [];
  const spans = config.policies.flatMap(({ id }) => {
    const place = policies.get(String(id));
    const entries = carriers.get(id) ?? [];
    return place ? entries.map((entry) => ({ entry, from: place[0], to: place[1] })) : [];
  });
  return [{ path: 'fortios.conf', text: lines.text(), spans }];
}
