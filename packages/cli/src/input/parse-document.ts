import type { Document, LineCounter, Node } from 'yaml';
import { excerpt, printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import type { SourceDocument } from './document.js';
import { duplicateKeyOf } from './duplicate-key.js';
import { offsetOf } from './offset-of.js';

/** More references to anchors than a person would write: what grows beyond is an attack on memory. */
const aliasLimit = 100;

type Place = (offset: number) => string;

function refuseSyntax(document: Document.Parsed, placeAt: Place): void {
  // Tags of a program's own types (`!!js/function`) come as warnings; a profile has no use for them.
  const [first] = [...document.errors, ...document.warnings];
  if (!first) return;
  const place = placeAt(first.pos[0]);
  if (first.code === 'MULTIPLE_DOCS') throw new Refusal(`${place}: found a second document, expected one`);
  if (first.code === 'RESOURCE_EXHAUSTION')
    throw new Refusal(`${place}: found lists nested too deep, expected a profile`);
  throw new Refusal(`${place}: ${excerpt(first.message, 200)}, expected YAML or JSON`);
}

function refuseDuplicates(contents: Node | null, placeAt: Place): void {
  const twice = duplicateKeyOf(contents);
  if (twice) throw new Refusal(`${placeAt(twice.offset)}: found "${excerpt(twice.key)}" twice, expected each key once`);
}

function valueOf(document: Document.Parsed, name: string): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliasLimit });
    // An anchor may stand inside what it names; no profile goes on for ever.
    JSON.stringify(value);
    return value;
  } catch (error) {
    // The library throws a ReferenceError for an anchor that is not there and for too many references.
    if (error instanceof ReferenceError || error instanceof RangeError)
      throw new Refusal(`${name}: ${excerpt(error.message, 200)}, expected few anchors or none`);
    if (error instanceof TypeError) throw new Refusal(`${name}: found an anchor that contains itself, expected a tree`);
    throw error;
  }
}

/** One YAML document (JSON is one) as a value, with the places of its parts. */
export async function parseDocument(text: string, file: string): Promise<SourceDocument> {
  const yaml = await import('yaml');
  const name = printable(file);
  const lines: LineCounter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The library compares each key with each other; `duplicateKeyOf` takes one look at each.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return line === 0 ? name : `${name}:${line}:${col}`;
  };
  refuseSyntax(document, placeAt);
  const { contents } = document;
  if (contents === null || (yaml.isScalar(contents) && contents.value === null))
    throw new Refusal(`${name}: found an empty file, expected a mapping of keys to values`);
  refuseDuplicates(contents, placeAt);
  return {
    file: name,
    value: valueOf(document, name),
    placeOf: (path, at) => placeAt(offsetOf(document, path, at)),
  };
}
