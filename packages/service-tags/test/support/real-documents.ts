import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServiceTagDocument } from '@azureml-firewall/service-tags';
import { parsed } from './documents.js';

const folder =
  process.env['AZUREML_FIREWALL_SERVICE_TAGS'] ??
  fileURLToPath(new URL('../../../../../shared/data/service-tags', import.meta.url));

/** Microsoft's own documents are too large to commit, and not ours to hand on. */
export const areAbsent = !existsSync(join(folder, 'ServiceTags_Public_20251028.json'));

/** What a reader of a skipped test has to do. */
export const needed = 'needs a folder shared/data/service-tags beside the checkout, or AZUREML_FIREWALL_SERVICE_TAGS';

/** The bytes of `ServiceTags_<name>.json`. */
export function realBytes(name: string): Uint8Array {
  return readFileSync(join(folder, `ServiceTags_${name}.json`));
}

export function realDocument(name: string): ServiceTagDocument {
  return parsed(realBytes(name));
}
