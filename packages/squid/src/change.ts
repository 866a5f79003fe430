import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { SquidModel } from './model.js';
import { undoFile } from './print/packets.js';
import { print } from './print/print.js';

/** The files that differ, in full: squid reads them anew with `apply.sh`. Lists that are no longer read may stay. */
export function update(previous: SquidModel, next: SquidModel): readonly Artifact[] {
  const known = new Map(print(previous).map(({ path, text }) => [path, text]));
  return print(next).filter(({ path, text }) => known.get(path) !== text);
}

/** What gives the network back that was redirected; nothing where it never was. The files and squid itself stay. */
export function undo({ clients }: SquidModel): readonly Artifact[] {
  return clients.length === 0 ? [] : [undoFile()];
}
