import { readFileSync, readdirSync } from 'node:fs';
import type { Edition, Tombstone } from '@azureml-firewall/catalog';
import type * as z from 'zod';
import {
  collectionsFile,
  conditionsFile,
  disputesFile,
  editionFile,
  prerequisitesFile,
  requirementsFile,
  routesFile,
  type Conditions,
  type DisputesFile,
  type PrerequisitesFile,
  type RequirementsFile,
  type RoutesFile,
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

/** All that data/ holds beside the editions themselves. */
export interface Written {
  /** In the order of their collections. */
  readonly files: readonly RequirementsFile[];
  readonly routes: RoutesFile;
  readonly prerequisites: PrerequisitesFile;
  readonly disputes: DisputesFile;
  readonly conditions: Conditions;
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

function readWritten(): Written {
  return {
    files: readRequirements(),
    routes: read('routes.json', routesFile),
    prerequisites: read('prerequisites.json', prerequisitesFile),
    disputes: read('disputes.json', disputesFile),
    conditions: read('conditions.json', conditionsFile),
  };
}

/** The editions that data/ describes, oldest first, expanded. */
export function readEditions(): readonly Edition[] {
  const written = readWritten();
  return namesIn('editions/').map((name) => expandEdition(read(`editions/${name}`, editionFile), written));
}

/** Requirements and routes alike: what they have in common is an id, what they are for, and how they ended. */
function readNeeds(): readonly (RoutesFile[number] | RequirementsFile['requirements'][number])[] {
  const { files, routes } = readWritten();
  return [...files.flatMap(({ requirements }) => requirements), ...routes];
}

/** What is said of requirements and routes that no edition asks for any more, by id. */
export function readTombstones(): Readonly<Record<string, Tombstone>> {
  return Object.fromEntries(readNeeds().flatMap(({ id, retired }) => (retired ? [[id, retired]] : [])));
}

/** What requirements and routes are for, in Japanese, by id. */
function readPurposes(): Readonly<Record<string, string>> {
  const purposes = readNeeds().map(({ id, purpose }) => [id, purpose.ja] as const);
  return Object.fromEntries(purposes.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files in which purposes are shipped in other languages than English: their names and texts. */
export function purposeFiles(): readonly (readonly [name: string, text: string])[] {
  return [['ja.json', `${JSON.stringify(readPurposes(), undefined, 2)}\n`]];
}

/** The file in which an edition is shipped: its name and its text. */
export function shippedFile(edition: Edition): readonly [name: string, text: string] {
  return [`${edition.edition}.json`, `${JSON.stringify(edition, undefined, 1)}\n`];
}
