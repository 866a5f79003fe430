import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { guardFeeds, type Artifact } from '@azureml-firewall/renderer-kit';
import type { Policy } from '@azureml-firewall/rule-model';
import { refuseFile } from '../input/read-bytes.js';
import type { Ready } from '../input/read-options.js';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import type { TargetFiles } from './target-files.js';

/** The list that stands where a new one is to be written; nothing where there is none yet. */
async function listInUse(feed: Artifact, directory: string): Promise<readonly Artifact[]> {
  const path = join(directory, feed.path);
  try {
    return [{ ...feed, text: await readFile(path, 'utf8') }];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw refuseFile(printable(path), error);
  }
}

/** In a folder of their own, which can be hosted without the configuration. */
function inFolder(feed: Artifact): Artifact {
  return { ...feed, path: `feeds/${feed.path}` };
}

async function shrunkLines(feeds: readonly Artifact[], directory: string, cwd: string): Promise<readonly string[]> {
  const inUse = await Promise.all(feeds.map((feed) => listInUse(feed, resolve(cwd, directory))));
  return guardFeeds(inUse.flat(), feeds).map(
    ({ path, before, after }) =>
      `${printable(join(directory, path))}: found ${after} lines in place of ${before}, expected at least half of them; --accept-shrunk takes it`,
  );
}

/**
 * The lists of each target, held against those in the directory: the firewall follows a list without anybody looking at
 * it. One that lost more than half of its lines is refused, unless that is accepted.
 */
export async function feedFiles(
  ready: readonly Ready[],
  policy: Policy,
  { out, cwd, accept }: { readonly out: string; readonly cwd: string; readonly accept: boolean },
): Promise<readonly TargetFiles[]> {
  const files = ready.map(({ name, feeds }): TargetFiles => ({ target: name, artifacts: feeds(policy).map(inFolder) }));
  if (accept) return files;
  const lines = await Promise.all(files.map(({ target, artifacts }) => shrunkLines(artifacts, join(out, target), cwd)));
  if (lines.flat().length > 0) throw new Refusal(...lines.flat());
  return files;
}
