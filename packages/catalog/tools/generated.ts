import { readFileSync } from 'node:fs';
import type { Edition, Tombstone } from '@azureml-firewall/catalog';

const banner = '// Made by `npm run build:editions` from data/. Do not edit.\n';

type File = readonly [name: string, text: string];

/** An edition as a text that is parsed only when the edition is asked for. */
function editionModule(edition: Edition): File {
  const text = JSON.stringify(JSON.stringify(edition));
  return [`${edition.edition}.ts`, `${banner}export const text: string = ${text};\n`];
}

function indexModule(editions: readonly Edition[]): File {
  const infos = editions.map(({ edition, title, sources, requirements }) => ({
    id: edition,
    date: edition,
    title,
    sources,
    requirements: requirements.length,
  }));
  const imports = editions.map(
    ({ edition }) => `import { text as text${edition.replaceAll('-', '')} } from './${edition}.js';\n`,
  );
  const asOf =
    editions
      .flatMap(({ sources }) => sources.map(({ date }) => date))
      .toSorted()
      .at(-1) ?? '';
  const texts = editions.map(({ edition }) => `  '${edition}': () => text${edition.replaceAll('-', '')},\n`);
  return [
    'editions.ts',
    `${banner}${imports.join('')}
export const infos = ${JSON.stringify(infos, undefined, 2)} as const;

export const asOf = '${asOf}';

export const newest = '${editions.at(-1)?.edition ?? ''}';

export const texts = {
${texts.join('')}} as const;
`,
  ];
}

function union(name: string, comment: string, words: readonly string[]): string {
  const members = words.toSorted().map((word) => `\n  | '${word}'`);
  return `/** ${comment} */\nexport type ${name} =${members.join('')};\n`;
}

function list(name: string, type: string, comment: string, words: readonly string[]): string {
  return `\n/** ${comment} */\nexport const ${name}: readonly ${type}[] = ${JSON.stringify(words, undefined, 2)};\n\n`;
}

/** Names as types, so that an editor completes them. */
function namesModule(editions: readonly Edition[]): File {
  const idsOf = (pick: (edition: Edition) => readonly { readonly id: string }[]): readonly string[] =>
    [...new Set(editions.flatMap((edition) => pick(edition).map(({ id }) => id)))].toSorted();
  const ids = idsOf(({ requirements }) => requirements);
  const routes = idsOf((edition) => edition.routes);
  const data = JSON.parse(readFileSync(new URL('../data/regions.json', import.meta.url), 'utf8')) as {
    readonly regions: readonly { readonly name: string }[];
  };
  const regions = data.regions.map(({ name }) => name);
  return [
    'names.ts',
    [
      banner,
      union('RequirementId', 'The stable id of a requirement, in whatever edition.', ids),
      list('requirementIds', 'RequirementId', 'Every id that an edition has ever used.', ids),
      union('RouteId', 'The stable id of a route, in whatever edition.', routes),
      list('routeIds', 'RouteId', 'Every id of a route that an edition has ever used.', routes),
      union('RegionName', 'The ARM name of a region.', regions),
    ].join(''),
  ];
}

function tombstonesModule(tombstones: Readonly<Record<string, Tombstone>>): File {
  return [
    'tombstones.ts',
    `${banner}export const tombstones = ${JSON.stringify(tombstones, undefined, 2)} as const;\n`,
  ];
}

/** The modules of src/generated: their names and texts. */
export function generatedFiles(
  editions: readonly Edition[],
  tombstones: Readonly<Record<string, Tombstone>>,
): readonly File[] {
  return [...editions.map(editionModule), indexModule(editions), namesModule(editions), tombstonesModule(tombstones)];
}
