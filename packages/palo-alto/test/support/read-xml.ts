import { XMLParser } from 'fast-xml-parser';
import type { PaloAltoOptions } from '../../src/index.js';

/** An element of the parser's ordered output: its name with its children, attributes beside it. */
type Item = Readonly<Record<string, unknown>>;

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: false });

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}

function childrenOf(item: Item, name: string): readonly Item[] {
  const children = item[name];
  if (!Array.isArray(children)) return [];
  return (children as readonly unknown[]).filter(isItem).filter((child) => !isBlank(child));
}

function isBlank(item: Item): boolean {
  return typeof item['#text'] === 'string' && item['#text'].trim() === '';
}

function nameOf(item: Item): string {
  return Object.keys(item).find((key) => key !== ':@') ?? '';
}

/** The word that an element is in set syntax: an entry is its name, a member its text. */
function wordOf(item: Item): string | undefined {
  const name = nameOf(item);
  const attributes = item[':@'];
  if (name === 'entry' && isItem(attributes)) return String(attributes['@_name']);
  return name === 'member' ? undefined : name;
}

function pathsBelow(item: Item, words: readonly string[]): readonly (readonly string[])[] {
  if (typeof item['#text'] === 'string') return [[...words, item['#text']]];
  const word = wordOf(item);
  const here = word === undefined ? words : [...words, word];
  const children = childrenOf(item, nameOf(item));
  return children.length === 0 ? [here] : children.flatMap((child) => pathsBelow(child, here));
}

const text = `([^<>&"']|&(amp|lt|gt|quot|apos);)*`;
/** A parser forgives a lone ampersand or bracket: a line of ours holds one element, and what is in it is escaped. */
const legal = new RegExp(
  `^ *(<[a-z-]+( (name|version|urldb)="${text}")*>|<[a-z-]+/>|</[a-z-]+>|<([a-z-]+)>${text}</\\6>)$`,
);

/** How deep in the XML the words of a set command begin. */
const outside = { firewall: 5, vsys: 3, shared: 1, panorama: 3 };

/** The XML as set commands, one for each value: an independent reader, and the vendor's own correspondence of both. */
export function setLinesOf(xml: string, { mode = 'firewall' }: Partial<PaloAltoOptions>): string {
  const wrong = xml
    .split('\n')
    .slice(0, -1)
    .find((line) => !legal.test(line));
  if (wrong !== undefined) throw new Error(`no XML of ours: ${wrong}`);
  const parsed: unknown = parser.parse(xml);
  const items = (Array.isArray(parsed) ? (parsed as readonly unknown[]) : [])
    .filter(isItem)
    .filter((item) => !isBlank(item));
  return items
    .flatMap((item) => pathsBelow(item, []))
    .map(
      (words) =>
        `set ${words
          .slice(outside[mode])
          .map((word) => `"${word}"`)
          .join(' ')}`,
    )
    .join('\n');
}
