import type { Profile } from '@azureml-firewall/catalog';
import type { SourceDocument } from './document.js';
import { refuseIssues } from './issue.js';
import { parseDocument } from './parse-document.js';
import { readText } from './read-text.js';

async function profileOf(document: SourceDocument): Promise<Profile> {
  // zod is the dearest import of all: who only asks for help does not wait for it.
  const { parseProfile } = await import('@azureml-firewall/catalog/schema');
  const parsed = parseProfile(document.value);
  if (parsed.ok) return parsed.profile;
  throw refuseIssues(
    document,
    parsed.issues.map((issue) => ({ ...issue, key: issue.found === 'an unknown key' })),
  );
}

/** The profile in a file. What is not a profile is refused with each of its faults. */
export async function readProfile(file: string, cwd: string): Promise<Profile> {
  return profileOf(await parseDocument(await readText(file, cwd), file));
}
