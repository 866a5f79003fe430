import { lineWriter, type Artifact, type Context, type Span } from '@azureml-firewall/renderer-kit';
import { entriesOfConfig } from '../entries.js';
import { holdsOf, type ConfigEntry, type Field, type Section } from '../grammar.js';
import { rulebaseWord } from '../location.js';
import type { PanosModel } from '../model.js';
import type { PaloAltoOptions } from '../options.js';
import { escapeXml } from './quote.js';

const device = 'entry localhost.localdomain';

/** The elements around all objects, from the outside in; an entry with its name. */
function scopeElements({ mode, vsys, deviceGroup }: PaloAltoOptions): readonly string[] {
  switch (mode) {
    case 'shared':
      return ['shared'];
    case 'panorama':
      return ['devices', device, 'device-group', `entry ${deviceGroup}`];
    case 'firewall':
    case 'vsys':
      return ['devices', device, 'vsys', `entry ${vsys}`];
  }
}

function sectionElements(options: PaloAltoOptions, section: Section): readonly string[] {
  return section === 'rules' ? [rulebaseWord(options), 'security', 'rules'] : section.split(' ');
}

function open(element: string): string {
  return element.startsWith('entry ') ? `<entry name="${escapeXml(element.slice(6))}">` : `<${element}>`;
}

function close(element: string): string {
  return element.startsWith('entry ') ? '</entry>' : `</${element}>`;
}

/** The elements around the values of a field, and what each value is between them. */
function partsOf(section: Section, { path, values }: Field): { around: readonly string[]; inner: readonly string[] } {
  const words = path.split(' ');
  // A schedule is an element of its own.
  if (path === 'type ip recurring') return { around: words, inner: values.map((value) => `<${value}/>`) };
  const list = holdsOf(section, path) !== 'one';
  const element = list ? 'member' : (words.at(-1) ?? '');
  const inner = values.map((value) => `<${element}>${escapeXml(value)}</${element}>`);
  return { around: list ? words : words.slice(0, -1), inner };
}

/** Fields that follow each other under the same elements share them: an entry holds each element once. */
function fieldLines({ section, fields }: ConfigEntry, depth: number): readonly string[] {
  const lines: string[] = [];
  const put = (level: number, text: string): number => lines.push(`${'  '.repeat(depth + level)}${text}`);
  let opened: readonly string[] = [];
  const closeTo = (count: number): void => {
    for (const [i, element] of [...opened.entries()].slice(count).toReversed()) put(i, close(element));
  };
  for (const field of fields) {
    const { around, inner } = partsOf(section, field);
    const differs = around.findIndex((element, i) => element !== opened[i]);
    const shared = differs < 0 ? around.length : differs;
    closeTo(shared);
    for (const [i, element] of [...around.entries()].slice(shared)) put(i, open(element));
    for (const text of inner) put(around.length, text);
    opened = around;
  }
  closeTo(0);
  return lines;
}

/**
 * XML for `load config partial` or a merge. Written out here, since a general builder neither tells which lines carry
 * which rule nor keeps up with a policy of all service tags.
 */
export function printXml({ config, carriers }: PanosModel, { options }: Context<PaloAltoOptions>): Artifact {
  const lines = lineWriter();
  const spans: Span[] = [];
  const scope = ['config', ...scopeElements(options)];
  const put = (depth: number, text: string): number => lines.put(`${'  '.repeat(depth)}${text}`);
  const openAll = (elements: readonly string[], depth: number): void => {
    for (const [i, element] of elements.entries()) put(depth + i, open(element));
  };
  const closeAll = (elements: readonly string[], depth: number): void => {
    for (const [i, element] of elements.toReversed().entries()) put(depth + elements.length - 1 - i, close(element));
  };

  const putEntry = (entry: ConfigEntry, depth: number): void => {
    const { section, name } = entry;
    const from = put(depth, open(`entry ${name}`));
    for (const line of fieldLines(entry, depth + 1)) lines.put(line);
    const to = put(depth, '</entry>');
    if (section === 'rules') for (const carried of carriers[name] ?? []) spans.push({ entry: carried, from, to });
  };

  lines.put('<config version="10.1.0" urldb="paloaltonetworks">');
  openAll(scope.slice(1), 1);
  let elements: readonly string[] = [];
  let last: Section | undefined;
  // Entries of one section follow each other.
  for (const entry of entriesOfConfig(config)) {
    if (entry.section !== last) {
      closeAll(elements, scope.length);
      elements = sectionElements(options, entry.section);
      openAll(elements, scope.length);
      last = entry.section;
    }
    putEntry(entry, scope.length + elements.length);
  }
  closeAll(elements, scope.length);
  closeAll(scope, 0);
  return { path: 'config.xml', text: lines.text(), spans };
}
