import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as typescript from 'typescript';
import type { WorkspacePackage } from '../workspace/packages.js';
import { repository } from '../workspace/packages.js';

// Of typescript only what CommonJS gives: its module has no named exports for Node.js.
const ts = createRequire(import.meta.url)('typescript') as typeof typescript;

/** A program to check as if it stood in a package, beside its package.json. */
export interface Placed {
  readonly of: WorkspacePackage;
  readonly text: string;
}

const options: typescript.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  resolveJsonModule: true,
  customConditions: ['@azureml-firewall/source'],
  types: ['node'],
  typeRoots: [join(repository, 'node_modules/@types')],
};

/** What TypeScript finds wrong with programs, all checked at once against the sources: `fortinet: line 3: …`. */
export function typeFaults(placed: readonly Placed[]): readonly string[] {
  const files = new Map(placed.map(({ of, text }) => [join(of.folder, 'README.example.mts'), { id: of.id, text }]));
  const disk = ts.createCompilerHost(options);
  const host: typescript.CompilerHost = {
    ...disk,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path)?.text ?? disk.readFile(path),
    getSourceFile: (path, language, ...rest) => {
      const mine = files.get(path);
      return mine ? ts.createSourceFile(path, mine.text, language) : disk.getSourceFile(path, language, ...rest);
    },
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { id }]) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${id}: line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}
