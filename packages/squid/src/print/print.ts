import type { Artifact, Span } from '@azureml-firewall/renderer-kit';
import type { Carried, List, SquidModel } from '../model.js';
import { applyFile } from './apply.js';
import { writeConf } from './conf.js';
import { packetFiles } from './packets.js';

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function spansOf(places: readonly number[], carried: readonly (readonly Carried[])[]): readonly Span[] {
  return places.flatMap((line, i) => (carried[i] ?? []).map(({ entry }) => ({ entry, from: line, to: line })));
}

function confOf({ config, carriers }: SquidModel): Artifact {
  const { lines, access, tls } = writeConf(config);
  return {
    path: 'squid.conf',
    text: textOf(lines),
    spans: [...spansOf(access, carriers.access), ...spansOf(tls, carriers.tls)],
  };
}

/** The line of an entry where its value has one, else the whole list. */
function spanIn(values: readonly string[], { entry, value }: Carried): Span {
  const at = value === undefined ? -1 : values.indexOf(value);
  return at < 0 ? { entry, from: 1, to: values.length } : { entry, from: at + 1, to: at + 1 };
}

/** The file of a list. */
export function listOf({ name, values }: List, carried: readonly Carried[] = []): Artifact {
  return {
    path: `lists/${name}.txt`,
    text: textOf(values),
    spans: carried.map((one) => spanIn(values, one)),
  };
}

/** All files, as they are put below one directory of the proxy. */
export function print(model: SquidModel): readonly Artifact[] {
  const { config, carriers } = model;
  const lists = config.lists.map((list) => listOf(list, carriers.lists.get(list.name)));
  return [confOf(model), ...lists, ...packetFiles(model), applyFile(model)];
}
