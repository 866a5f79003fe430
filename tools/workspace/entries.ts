import type { Manifest } from './packages.js';

/** A subpath of a package that holds code, with the files behind it as package.json names them. */
export interface Entry {
  /** What is imported: `@azureml-firewall/rule-model/schema`. */
  readonly specifier: string;
  /** `index`, `schema`. */
  readonly name: string;
  readonly source: string;
  readonly esm: string;
  readonly types: string;
  /** It uses Node.js, and says so by its name. All others run in browsers, too. */
  readonly needsNode: boolean;
}

interface Conditions {
  readonly '@azureml-firewall/source': string;
  readonly import: { readonly types: string; readonly default: string };
}

/** The entries that hold code: all but files that are exported as they are. */
export function codeEntries({ name, exports = {} }: Manifest): readonly Entry[] {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [];
    const { '@azureml-firewall/source': source, import: esm } = target as unknown as Conditions;
    const specifier = `${name}${subpath.slice(1)}`;
    const entry = subpath.slice(2) || 'index';
    return [{ specifier, name: entry, source, esm: esm.default, types: esm.types, needsNode: entry === 'node' }];
  });
}

/** Where a source of a command stands: `dist/bin.js` is built from `src/bin.ts`. */
export function sourceOf(built: string): string {
  return built.replace(/(^|\/)dist\//, '$1src/').replace(/\.js$/, '.ts');
}
