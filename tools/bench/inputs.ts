import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Where real tag documents are looked for: they are not part of the repository. */
const folder = process.env['AZUREML_FIREWALL_SERVICE_TAGS'] ?? join(root, '../shared/data/service-tags');

function made(): string {
  const values = Array.from({ length: 3000 }, (_, t) => ({
    name: `Tag${t}`,
    id: `Tag${t}`,
    properties: {
      changeNumber: 1,
      region: '',
      regionId: 0,
      platform: 'Azure',
      systemService: '',
      addressPrefixes: Array.from(
        { length: 31 },
        (_, p) => `${20 + (t % 80)}.${(t * 7 + p) % 256}.${(p * 8 + t) % 256}.0/24`,
      ),
      networkFeatures: [],
    },
  }));
  return JSON.stringify({ changeNumber: 1, cloud: 'Public', values });
}

/** The largest public tag document at hand, or one of about its size that is made up, which the report then says. */
export function tagDocumentText(name = 'ServiceTags_Public_20251028.json'): {
  readonly text: string;
  readonly real: boolean;
} {
  const path = join(folder, name);
  if (existsSync(path)) return { text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), real: true };
  return { text: made(), real: false };
}

/** The path of a real document, or of a made-up one that is written to a folder. */
export function realDocument(name = 'ServiceTags_Public_20251028.json'): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** Random numbers that are the same in each run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * The same texts, cut out of one as a reader of logs does it: strings that are put together from pieces are slower to
 * look into, which would be measured instead of what looks into them.
 */
export function asRead(texts: readonly string[]): readonly string[] {
  return texts.join('\n').split('\n');
}
