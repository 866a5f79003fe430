import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { SquidModel } from './model.js';
import { undoFile } from './print/packets.js';
import { filesOf, print } from './print/print.js';

/**
 * The files that differ, in full, in a folder to be copied over the one on the proxy: `apply.sh` has squid read them. Lists
 * that are no longer read may stay; where nothing is let through any more, the configuration says so.
 */
export function update(previous: SquidModel, next: SquidModel): readonly Artifact[] {
  const known = new Map(print(previous).map(({ path, text }) => [path, text]));
  const files = known.size > 0 ? filesOf(next) : print(next);
  return files
    .filter(({ path, text }) => known.get(path) !== text)
    .map((artifact) => ({ ...artifact, path: `update/${artifact.path}` }));
}

/** What gives the network back that was redirected; nothing where it never was. The files and squid itself stay. */
export function undo({ clients }: SquidModel): readonly Artifact[] {
  return clients.length === 0 ? [] : [undoFile()];
}
