import type { Block } from './blocks.js';

/** The code of a page as one program, and what its comments say that it prints. */
export interface Program {
  /** TypeScript: the imports of all blocks, then each block in a scope within that of the one before it. */
  readonly text: string;
  /** Packages and built-ins that it imports. */
  readonly imports: readonly string[];
  /** In the order in which they are printed, white space as one blank. */
  readonly claims: readonly string[];
}

const importStatement = /^import (?:type )?([^;]*?) from '([^']+)';\n/gm;

function isCode({ language, info }: Block): boolean {
  // `shape` marks a block that tells what data looks like.
  return (language === 'ts' || language === 'js') && info !== 'shape';
}

/** Names that blocks import, once each: a page repeats an import where a reader needs it. */
function importsOf(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map<string, Set<string>>();
  for (const [statement, clause = '', from = ''] of text.matchAll(importStatement)) {
    const [, names] = /^\{(.*)\}$/s.exec(clause) ?? [];
    if (names === undefined) throw new Error(`expected an import of names, found: ${statement}`);
    const known = imports.get(from) ?? new Set();
    for (const name of names.split(',')) known.add(name.trim());
    known.delete('');
    imports.set(from, known);
  }
  return imports;
}

/**
 * What comments say is printed: one at the end of a line with `console.log`, or lines of their own right after it.
 * Three dots stand for anything.
 */
function claimsOf(text: string): readonly string[] {
  const claims: string[] = [];
  let printed = false;
  for (const line of text.split('\n')) {
    const [, code = '', comment] = /^(.*?)(?:(?:^|\s)\/\/ (.*))?$/.exec(line) ?? [];
    const prints = code.includes('console.log(');
    if (comment !== undefined && (prints || (printed && code === ''))) claims.push(comment.trim());
    printed = prints || (printed && code === '' && comment !== undefined);
  }
  return claims;
}

/** The code blocks of a page as one program; none where the page has no code. */
export function programOf(blocks: readonly Block[]): Program | undefined {
  const code = blocks.filter(isCode);
  if (code.length === 0) return undefined;
  const all = code.map(({ text }) => text).join('\n');
  const imports = importsOf(all);
  const statements = [...imports].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}';\n`);
  const bodies = code.map(({ text }) => text.replace(importStatement, ''));
  const text = `${statements.join('')}${bodies.join('\n{\n')}${'}\n'.repeat(bodies.length - 1)}`;
  return { text, imports: [...imports.keys()], claims: claimsOf(all) };
}

/** The claims that do not stand in what was printed, in their order. */
export function unmetClaims({ claims }: Program, printed: string): readonly string[] {
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const output = flat(printed);
  let from = 0;
  return claims.filter((claim) => {
    let at = from;
    for (const part of claim.split('…')) {
      const found = output.indexOf(flat(part).trim(), at);
      if (found < 0) return true;
      at = found + part.length;
    }
    from = at;
    return false;
  });
}
