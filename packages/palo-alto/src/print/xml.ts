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

function wrap(elements: readonly string[], depth: number, inner: (depth: number) => readonly string[]): string[] {
  const [element, ...rest] = elements;
  if (element === undefined) return [...inner(depth)];
  const indent = '  '.repeat(depth);
  return [`${indent}${open(element)}`, ...wrap(rest, depth + 1, inner), `${indent}${close(element)}`];
}

/** The last element of a single value stands on one line with it. */
function fieldXml(section: Section, { path, values }: Field, depth: number): readonly string[] {
  const words = path.split(' ');
  const list = holdsOf(section, path) !== 'one';
  // A schedule is an element of its own.
  const empty = path === 'type ip recurring';
  const around = list || empty ? words : words.slice(0, -1);
  const last = words.at(-1) ?? '';
  return wrap(around, depth, (inner) => {
    const indent = '  '.repeat(inner);
    if (empty) return values.map((value) => `${indent}<${value}/>`);
    const element = list ? 'member' : last;
    return values.map((value) => `${indent}<${element}>${escapeXml(value)}</${element}>`);
  });
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

  const putEntry = ({ section, name, fields }: ConfigEntry, depth: number): void => {
    const from = put(depth, open(`entry ${name}`));
    for (const field of fields) for (const line of fieldXml(section, field, depth + 1)) lines.put(line);
    const to = put(depth, '</entry>');
    if (section === 'rules') for (const entry of carriers[name] ?? []) spans.push({ entry, from, to });
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
