import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { packages, root } from './repository.js';

/** What the source says of each code where its facts are declared, by code. */
export type Meanings = ReadonlyMap<string, string>;

function commentOf(node: ts.Node): string | undefined {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comments.at(-1)?.comment)?.replace(/\s+/g, ' ');
}

function collect(node: ts.Node, into: Map<string, string>): void {
  if (ts.isPropertySignature(node) && ts.isStringLiteral(node.name) && node.name.text.includes('/')) {
    const comment = commentOf(node);
    if (comment !== undefined) into.set(node.name.text, comment);
  }
  ts.forEachChild(node, (child) => {
    collect(child, into);
  });
}

/** The comments at the facts of all codes. */
export function meanings(): Meanings {
  const found = new Map<string, string>();
  for (const name of packages) {
    const folder = join(root, 'packages', name, 'src');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(folder, file), 'utf8');
      // Most files declare no facts: they are not parsed.
      if (/^ {2}readonly '[a-z-]+\/[a-z-]+'/m.test(text))
        collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), found);
    }
  }
  return found;
}
