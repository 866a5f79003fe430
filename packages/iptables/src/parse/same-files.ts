import type { Refusal } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';

/** A file by its name. */
export type File = Pick<Artifact, 'path' | 'text'>;

function firstDifference(text: string, other: string): string {
  const lines = other.split('\n');
  return text.split('\n').find((line, i) => line !== lines[i]) ?? 'the end of the text';
}

/** The first file that is not as it would be printed, as a refusal; nothing where all are. */
export function differenceIn(files: readonly File[], printed: readonly File[]): Refusal | undefined {
  const texts = new Map(printed.map(({ path, text }) => [path, text]));
  for (const { path, text } of files) {
    const expected = texts.get(path) ?? '';
    if (text === expected) continue;
    return {
      code: 'iptables/not-ours',
      found: `${path}: ${firstDifference(text, expected)}`,
      expected: 'files as they are printed here',
    };
  }
  return undefined;
}
