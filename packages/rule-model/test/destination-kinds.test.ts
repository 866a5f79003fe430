import ts from 'typescript';
import { expect, it } from 'vitest';

declare const URL: new (url: string, base: string | undefined) => { readonly pathname: string };

const source = new URL('../src/', (import.meta as { readonly url?: string }).url).pathname;
const file = (name: string): string => `${source}${name}`;

/** The files that do not compile once `destination.ts` is changed. */
function filesWithErrors(change: (text: string) => string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noImplicitReturns: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => {
    const text = read(name);
    return text !== undefined && name === file('model/destination.ts') ? change(text) : text;
  };
  const program = ts.createProgram([file('index.ts')], options, host);
  const wrong = program.getSemanticDiagnostics().map((diagnostic) => diagnostic.file?.fileName ?? '');
  return [...new Set(wrong)].map((name) => name.replace(source, '')).toSorted();
}

it(
  'a kind of destination that is added stops every place from compiling that has to answer for it',
  { timeout: 120_000 },
  () => {
    const added = filesWithErrors((text) =>
      text.replace(
        'readonly cidr: Cidr;',
        "readonly cidr: Cidr;\n  readonly country: { readonly kind: 'country'; readonly code: string };",
      ),
    );
    expect(added).toEqual([
      'model/destination.ts',
      'model/reach.ts',
      'verbs/check-destination.ts',
      'verbs/evaluate/match-destination.ts',
    ]);
    expect(filesWithErrors((text) => text)).toEqual([]);
  },
);
