import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type * as typescript from 'typescript';
import { codeEntries } from '../../../workspace/entries.js';
import { repository } from '../../../workspace/packages.js';
import type { Consumer } from '../consumer.js';

const ts = createRequire(import.meta.url)('typescript') as typeof typescript;

const { ModuleKind, ModuleResolutionKind } = ts;
/** How users have TypeScript find packages, and what kinds of files they have there. */
const resolutions = [
  ['node16', { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 }, ['mts', 'cts']],
  ['nodenext', { module: ModuleKind.NodeNext, moduleResolution: ModuleResolutionKind.NodeNext }, ['mts', 'cts']],
  ['bundler', { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler }, ['mts']],
] as const;

/** Files that import all of a package, and its page's code where it can run. */
function filesOf({ of: { manifest }, folder, program }: Consumer): readonly string[] {
  const entries = codeEntries(manifest);
  const imports = entries.map(({ specifier }, i) => `import * as entry${i} from '${specifier}';\n`);
  const all = `${imports.join('')}export const entries = [${entries.map((_, i) => `entry${i}`).join(', ')}];\n`;
  const texts = [['entries', all] as const, ...(program ? [['readme', program.text] as const] : [])];
  return texts.flatMap(([name, text]) =>
    ['mts', 'cts'].map((extension) => {
      const path = join(folder, `${name}.${extension}`);
      writeFileSync(path, text);
      return path;
    }),
  );
}

function faultsOf(paths: readonly string[], options: typescript.CompilerOptions, from: string): readonly string[] {
  const program = ts.createProgram(paths, {
    strict: true,
    noEmit: true,
    // All declarations that come with the packages are checked, only TypeScript's own are not.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${relative(from, file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

/** Checks the types that consumers see, under each way to find packages. Those that use Node.js get its types. */
export function checkTypes(consumers: readonly Consumer[], from: string): void {
  const usesNode = ({ program }: Consumer): boolean =>
    program?.imports.some((name) => name.startsWith('node:')) ?? false;
  const lib = ['lib.es2023.d.ts'];
  const browser = { types: [], lib: [...lib, 'lib.dom.d.ts'] };
  const node = { types: ['node'], lib, typeRoots: [join(repository, 'node_modules/@types')] };
  const groups = [
    { files: consumers.filter((one) => !usesNode(one)).flatMap(filesOf), types: browser },
    { files: consumers.filter(usesNode).flatMap(filesOf), types: node },
  ];
  for (const [name, resolution, kinds] of resolutions)
    for (const { files, types } of groups) {
      const paths = files.filter((path) => kinds.some((kind) => path.endsWith(`.${kind}`)));
      const faults = paths.length > 0 ? faultsOf(paths, { ...resolution, ...types }, from) : [];
      if (faults.length > 0) throw new Error(`types under ${name}:\n${faults.join('\n')}`);
    }
}
