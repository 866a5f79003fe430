import type { Artifact } from '@azureml-firewall/renderer-kit';
import { allHooks, hooksOf, type Hook } from '../hooks.js';
import type { PacketFilter } from '../model.js';
import { chainName } from '../names.js';
import { comments, file, plainLines, type Line } from './lines.js';

const start: readonly Line[] = plainLines('#!/bin/sh');

function jump({ builtIn, chain }: Hook, prefix: string): string {
  return `${builtIn.toUpperCase()} ${chainName(chain, prefix)}`;
}

/** Takes away a jump and its chain, as often as it is there. */
const away = [
  'away() {',
  '  while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done',
  '  "$1" -w -F "$3" 2>/dev/null || return 0',
  '  "$1" -w -X "$3"',
  '}',
];

const bothTools = 'for tool in iptables ip6tables; do';

/** Applies everything: sets first, since rules that name a missing one do not load. */
export function printIptablesApply(filter: PacketFilter): Artifact {
  const { prefix } = filter.settings;
  const hooks = hooksOf(filter);
  const others = allHooks.filter((hook) => !hooks.includes(hook));
  const lacksIn = filter.settings.mode === 'host' && !hooks.some(({ builtIn }) => builtIn === 'input');
  return file('apply.sh', [
    ...start,
    ...comments(
      `Run it as often as you like. It changes the chains ${prefix.toUpperCase()}-*, the sets ${prefix}-* and one jump; nothing else.`,
    ),
    ...plainLines(
      'set -eu',
      'cd "$(dirname "$0")"',
      '# Sets first: rules that name a missing one do not load.',
      `ipset restore -exist <${prefix}.ipset || {`,
      "  echo 'If a set has another size or timeout by now, run undo.sh first.' >&2",
      '  exit 1',
      '}',
      '# Each family in one step.',
      `iptables-restore -w --noflush <${prefix}.rules.v4`,
      `ip6tables-restore -w --noflush <${prefix}.rules.v6`,
      'first() { "$1" -w -C "$2" -j "$3" 2>/dev/null || "$1" -w -I "$2" 1 -j "$3"; }',
      ...away,
      bothTools,
      ...hooks.map((hook) => `  first "$tool" ${jump(hook, prefix)}`),
      ...others.map((hook) => `  away "$tool" ${jump(hook, prefix)}`),
      ...(lacksIn
        ? [`  "$tool" -w -F ${chainName('in', prefix)} 2>/dev/null && "$tool" -w -X ${chainName('in', prefix)} || :`]
        : []),
      'done',
      '# Sets of an earlier version that no rule uses any more.',
      `ipset list -n | grep '^${prefix}-' | while read -r set; do`,
      `  grep -qF "create $set " ${prefix}.ipset || ipset destroy "$set"`,
      'done',
    ),
  ]);
}

/** Removes what the script above made, and nothing else. */
export function printIptablesUndo({ settings: { prefix } }: PacketFilter): Artifact {
  return file('undo.sh', [
    ...start,
    ...comments(`Removes the chains ${prefix.toUpperCase()}-*, the sets ${prefix}-* and the jumps; nothing else.`),
    ...plainLines(
      'set -eu',
      ...away,
      bothTools,
      ...allHooks.map((hook) => `  away "$tool" ${jump(hook, prefix)}`),
      `  for chain in ${['out', 'in', 'reject', 'drop'].map((word) => chainName(word, prefix)).join(' ')}; do`,
      '    "$tool" -w -F "$chain" 2>/dev/null || continue',
      '    "$tool" -w -X "$chain"',
      '  done',
      'done',
      `ipset list -n | grep '^${prefix}-' | while read -r set; do ipset destroy "$set"; done`,
    ),
  ]);
}
