import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { PacketFilter } from '../model.js';
import { comments, file, plainLines } from './lines.js';

/** Loads the table; sets of an earlier version go once nothing uses them. */
export function printNftApply({ settings: { prefix } }: PacketFilter): Artifact {
  return file('apply.sh', [
    ...plainLines('#!/bin/sh'),
    ...comments(`Run it as often as you like. It changes the table inet ${prefix}; nothing else.`),
    ...plainLines(
      'set -eu',
      'cd "$(dirname "$0")"',
      `nft -f ${prefix}.nft`,
      '# Sets of an earlier version that no rule uses any more.',
      `nft -t list table inet ${prefix} | sed -n 's/^[[:space:]]*set \\([^ ]*\\) {$/\\1/p' | while read -r set; do`,
      `  grep -qF "set $set {" ${prefix}.nft || nft delete set inet ${prefix} "$set"`,
      'done',
    ),
  ]);
}

/** Removes the table, whether it is there or not. */
export function printNftUndo({ settings: { prefix } }: PacketFilter): Artifact {
  return file('undo.sh', [
    ...plainLines('#!/bin/sh'),
    ...comments(`Removes the table inet ${prefix}; nothing else.`),
    ...plainLines('set -eu', `nft "add table inet ${prefix}; delete table inet ${prefix}"`),
  ]);
}
