import { parseServiceTags, type ServiceTagDocument } from '@azureml-firewall/service-tags';
import type { Cloud, Diagnostic } from '@azureml-firewall/rule-model';
import { excerpt, printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { mebibyte, readBytes } from './read-bytes.js';

/** The public document has some four mebibytes. */
const sizeLimit = 64 * mebibyte;

/** A service-tag document, and what is to be said about it. */
export interface ReadTags {
  readonly document: ServiceTagDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** The service-tag document in a file. What is none is refused by its first fault. */
export async function readTags(file: string, cwd: string): Promise<ReadTags> {
  const parsed = parseServiceTags(await readBytes(file, cwd, sizeLimit));
  if (parsed.ok) return parsed;
  const { path, found, expected } = parsed.refusal;
  const place = path === '' ? '' : `${path}: `;
  const what = found === 'undefined' ? 'nothing' : excerpt(found);
  throw new Refusal(`${printable(file)}: ${place}found ${what || 'an empty file'}, expected ${expected}`);
}

/** The document of a cloud: tags of another have the same names and other addresses. */
export async function readTagsOf(cloud: Cloud, file: string, cwd: string): Promise<ReadTags> {
  const read = await readTags(file, cwd);
  const { label, cloud: other } = read.document;
  if (other === cloud) return read;
  throw new Refusal(`${printable(file)}: found ${label}, expected a document of cloud ${cloud}, as the profile's`);
}
