import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';

const template = join(import.meta.dirname, 'vendor');
const repository = join(import.meta.dirname, '../..');

/** How the vendor of the template is called, wherever it stands. */
const placeholder = { id: 'new-vendor', camel: 'newVendor', pascal: 'NewVendor', title: 'New Vendor' };

/** The spellings of a name: `cisco-asa`, `ciscoAsa`, `CiscoAsa`, `Cisco Asa`. */
export function spellingsOf(id: string): typeof placeholder {
  const words = id.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  const pascal = words.join('');
  return { id, camel: `${pascal.slice(0, 1).toLowerCase()}${pascal.slice(1)}`, pascal, title: words.join(' ') };
}

/** Why a name is no name for a new vendor; undefined when it is one. */
export function whyNot(id: string, taken: readonly string[]): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 30)
    return `expected lower-case words joined by hyphens, such as cisco-asa; found "${id}"`;
  if (taken.includes(id)) return `packages/${id} is there already`;
  return id === placeholder.id ? 'this is the name of the template itself' : undefined;
}

/** The names of the packages that are there. */
export function packagesThere(): readonly string[] {
  return readdirSync(join(repository, 'packages'));
}

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

function named(text: string, id: string): string {
  const spellings = spellingsOf(id);
  return (['id', 'camel', 'pascal', 'title'] as const).reduce(
    (so, spelling) => so.replaceAll(placeholder[spelling], spellings[spelling]),
    text,
  );
}

/** A longer or shorter name breaks lines elsewhere. */
async function formatted(path: string, text: string): Promise<string> {
  const filepath = join(repository, 'packages', path);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** The files of a folder with the new name in place of the template's, by their paths. */
export async function filesFrom(root: string, id: string): Promise<ReadonlyMap<string, string>> {
  const files = filesBelow(root).map(async (path): Promise<[string, string]> => {
    const place = named(path, id);
    return [place, await formatted(place, named(readFileSync(join(root, path), 'utf8'), id))];
  });
  return new Map(await Promise.all(files));
}

/** Writes files below a folder. */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** What is the same in every package. It stands in no template, where tools would take it for theirs. */
const shared = ['LICENSE', 'tsconfig.json'];

/** The package of a new vendor: the template under its name, and what all packages have. */
export async function packageOf(id: string): Promise<ReadonlyMap<string, string>> {
  const alike = shared.map((path): [string, string] => [
    path,
    readFileSync(join(repository, 'packages/renderer-kit', path), 'utf8'),
  ]);
  return new Map([...(await filesFrom(template, id)), ...alike]);
}

/**
 * Makes the package of a new vendor in `packages/`, and tells where.
 * @throws Error for a name that is none, or taken.
 */
export async function generate(id: string): Promise<string> {
  const fault = whyNot(id, packagesThere());
  if (fault !== undefined) throw new Error(fault);
  const root = join(repository, 'packages', id);
  writeFiles(root, await packageOf(id));
  return relative(repository, root);
}
