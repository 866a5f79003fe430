import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { Statement, Word } from '../print/statement.js';

/** A statement whose body is still open. */
interface Open {
  readonly close: 'next' | 'end' | 'config';
  readonly make: (body: readonly Statement[]) => Statement;
  readonly body: Statement[];
}

const line = /^ *[a-z]+( ("[^"\\]*"|[^\s"\\]+))*$/;
const token = /"([^"\\]*)"|([^\s"\\]+)/g;

/** The words of a line; nothing for a line of another form. */
function wordsOf(text: string): readonly Word[] | undefined {
  if (!line.test(text)) return undefined;
  return [...text.matchAll(token)].map(([, inner, outer]) =>
    inner === undefined ? { text: outer ?? '', quoted: false } : { text: inner, quoted: true },
  );
}

function openOf(verb: string, [first, ...rest]: readonly Word[]): Open | undefined {
  if (!first) return undefined;
  if (verb === 'edit') return { close: 'next', make: (body) => ({ kind: 'edit', key: first, body }), body: [] };
  const path = [first, ...rest].map(({ text }) => text).join(' ');
  return verb === 'config' ? { close: 'end', make: (body) => ({ kind: 'config', path, body }), body: [] } : undefined;
}

function leafOf(words: readonly Word[]): Statement {
  const [verb, name, ...values] = words;
  return verb?.text === 'set' && name ? { kind: 'set', name: name.text, words: values } : { kind: 'command', words };
}

function stateRefused(text: string, expected: string): Parsed<never> {
  return refused('fortinet/line', text, expected);
}

/** Takes one line into what is open; the first of the open bodies is that of the whole text. */
function take(text: string, stack: Open[]): Parsed<undefined> {
  const [verb, ...rest] = wordsOf(text) ?? [];
  const last = stack.at(-1);
  if (!verb || !last) return stateRefused(text, 'a command of words and names between double quotes');
  const opened = openOf(verb.text, rest);
  if (opened) stack.push(opened);
  else if (verb.text !== 'next' && verb.text !== 'end') last.body.push(leafOf([verb, ...rest]));
  else if (last.close !== verb.text) return stateRefused(text, last.close);
  else {
    stack.pop();
    stack.at(-1)?.body.push(last.make(last.body));
  }
  return accepted(undefined);
}

/** Reads commands as a tree, whatever tables and settings they name. */
export function parseTree(lines: readonly string[]): Parsed<readonly Statement[]> {
  const root: Open = { close: 'config', make: (body) => ({ kind: 'config', path: '', body }), body: [] };
  const stack = [root];
  for (const text of lines) {
    const taken = take(text, stack);
    if (!taken.ok) return taken;
  }
  return stack.length === 1 ? accepted(root.body) : stateRefused('', 'end');
}
