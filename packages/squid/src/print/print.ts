import type { Artifact, Span } from '@azureml-firewall/renderer-kit';
import type { List, SquidConfig, SquidModel } from '../model.js';
import { applyFile } from './apply.js';
import { writeConf, type Place } from './conf.js';
import { packetFiles } from './packets.js';

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function spansOf(places: readonly Place[], carried: readonly (readonly string[])[]): readonly Span[] {
  return places.flatMap(({ from, to }, i) => (carried[i] ?? []).map((entry) => ({ entry, from, to })));
}

function confOf({ config, carriers }: SquidModel): Artifact {
  const { lines, access, tls } = writeConf(config);
  return {
    path: 'squid.conf',
    text: textOf(lines),
    spans: [...spansOf(access, carriers.access), ...spansOf(tls, carriers.tls)],
  };
}

/** The file of a list. Its name says whose it is, so that its lines need not. */
export function listOf({ name, values }: List): Artifact {
  return { path: `lists/${name}.txt`, text: textOf(values), spans: [] };
}

/** Whether anything is let through, or stopped before all is: each line of a rule names ports. */
function hasRules({ acls }: SquidConfig): boolean {
  return acls.some(({ type }) => type === 'port');
}

/** All files, also those of a proxy that lets nothing through. */
export function filesOf(model: SquidModel): readonly Artifact[] {
  return [confOf(model), ...model.config.lists.map(listOf), ...packetFiles(model), applyFile(model)];
}

/** All files, as they are put below one directory of the proxy; none where there is nothing to say. */
export function print(model: SquidModel): readonly Artifact[] {
  return hasRules(model.config) ? filesOf(model) : [];
}
