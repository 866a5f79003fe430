import { readFileSync, readdirSync } from 'node:fs';
import type { Edition, Tombstone } from '@azureml-firewall/catalog';
import type * as z from 'zod';
import {
  collectionsFile,
  conditionsFile,
  disputesFile,
  editionFile,
  requirementsFile,
  type RequirementsFile,
} from './authoring-schema.js';
import { expandEdition } from './expand.js';

const data = new URL('../data/', import.meta.url);

function read<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(new URL(path, data), 'utf8')));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`data/${path} does not fit its schema:\n${lines.join('\n')}`);
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, data)).toSorted();
}

/** The requirements that data/ describes, in the order of their collections. */
function readRequirements(): readonly RequirementsFile[] {
  const files = read('collections.json', collectionsFile).map((id) =>
    read(`requirements/${id}.json`, requirementsFile),
  );
  const listed = new Set(files.map(({ collection }) => `${collection}.json`));
  const unlisted = namesIn('requirements/').filter((name) => !listed.has(name));
  if (unlisted.length > 0) throw new Error(`data/collections.json does not list ${unlisted.join(', ')}`);
  return files;
}

/** The editions that data/ describes, oldest first, expanded. */
export function readEditions(): readonly Edition[] {
  const conditions = read('conditions.json', conditionsFile);
  const disputes = read('disputes.json', disputesFile);
  const files = readRequirements();
  return namesIn('editions/').map((name) =>
    expandEdition(read(`editions/${name}`, editionFile), files, conditions, disputes),
  );
}

/** What is said of requirements that no edition asks for any more, by id. */
export function readTombstones(): Readonly<Record<string, Tombstone>> {
  const all = readRequirements().flatMap(({ requirements }) => requirements);
  return Object.fromEntries(all.flatMap(({ id, retired }) => (retired ? [[id, retired]] : [])));
}

/** The file in which an edition is shipped: its name and its text. */
export function shippedFile(edition: Edition): readonly [name: string, text: string] {
  return [`${edition.edition}.json`, `${JSON.stringify(edition, undefined, 1)}\n`];
}
