import type { Json } from '@azureml-firewall/renderer-kit';
import { linesMatching, prefixesIn } from './extract.js';
import { at, expressionText, listAt, textAt } from './nft-json-text.js';

/** A table as both spellings say it. */
export interface RawTable {
  readonly sets: readonly {
    readonly name: string;
    readonly size: string;
    readonly timeout: string;
    readonly prefixes: readonly string[];
  }[];
  readonly chains: readonly string[];
  /** Rules as text, each with its chain. */
  readonly rules: readonly { readonly chain: string; readonly text: string }[];
}

function addTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Reads the text dialect. */
export function rawText(text: string): RawTable {
  const declared = linesMatching(
    text,
    /^\tset (\S+) \{ type \S+; (?:size (\d+); )?flags \S+;(?: timeout (\d+)s;)? \}$/,
  );
  const prefixes = new Map<string, string[]>();
  const rules: { chain: string; text: string }[] = [];
  let [set, chain] = ['', ''];
  for (const line of text.split('\n')) {
    set = /^\tset (\S+) \{$/.exec(line)?.[1] ?? set;
    chain = /^\tchain (\S+) \{$/.exec(line)?.[1] ?? chain;
    const prefix = /^\t\t\t([0-9a-f.:]+\/[0-9]+),$/.exec(line)?.[1];
    if (prefix !== undefined) addTo(prefixes, set, prefix);
    else if (chain !== '' && /^\t\t\S/.test(line)) rules.push({ chain, text: line.slice(2) });
  }
  return {
    sets: declared.map(([name = '', size = '', timeout = '']) => ({
      name,
      size,
      timeout,
      prefixes: prefixes.get(name) ?? [],
    })),
    chains: linesMatching(text, /^\tchain (\S+) \{$/).map(([name = '']) => name),
    rules,
  };
}

/** Reads the JSON dialect; nothing where it is no JSON. */
export function rawJson(text: string): RawTable | undefined {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const added = listAt(json, 'nftables').map((command) => at(command, 'add'));
  const prefixes = new Map<string, string[]>();
  for (const command of added) {
    const prefix = at(command, 'element', 'elem', 0, 'prefix');
    const text = `${textAt(prefix, 'addr')}/${textAt(prefix, 'len')}`;
    for (const one of prefixesIn([text])) addTo(prefixes, textAt(command, 'element', 'name'), one);
  }
  return {
    sets: added.flatMap((command) => {
      const set = at(command, 'set');
      if (set === undefined) return [];
      const name = textAt(set, 'name');
      return { name, size: textAt(set, 'size'), timeout: textAt(set, 'timeout'), prefixes: prefixes.get(name) ?? [] };
    }),
    chains: added.flatMap((command) => textAt(command, 'chain', 'name') || []),
    rules: added.flatMap((command) => {
      const rule = at(command, 'rule');
      if (rule === undefined) return [];
      const comment = textAt(rule, 'comment');
      const parts = [...listAt(rule, 'expr').map(expressionText), ...(comment === '' ? [] : [`comment "${comment}"`])];
      return { chain: textAt(rule, 'chain'), text: parts.join(' ') };
    }),
  };
}
