import type { Artifact } from '@azureml-firewall/renderer-kit';
import { allHooks, hooksOf, type Hook } from '../hooks.js';
import type { PacketFilter } from '../model.js';
import { chainName } from '../names.js';
import { comments, file, plainLines, type Line } from './lines.js';

const start: readonly Line[] = plainLines('#!/bin/sh');

function jump({ builtIn, chain }: Hook, prefix: string): string {
  return `${builtIn.toUpperCase()} ${chainName(chain, prefix)}`;
}

/** Takes away a jump, as often as it is there, and a chain if there is one. */
const takingAway = [
  'unhook() { while "$1" -w -D "$2" -j "$3" 2>/dev/null; do :; done; }',
  'remove() { if "$1" -w -F "$2" 2>/dev/null; then "$1" -w -X "$2"; fi; }',
];

function awayLines(hook: Hook, prefix: string): readonly string[] {
  return [`  unhook "$tool" ${jump(hook, prefix)}`, `  remove "$tool" ${chainName(hook.chain, prefix)}`];
}

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
      ...takingAway,
      bothTools,
      ...hooks.map((hook) => `  first "$tool" ${jump(hook, prefix)}`),
      ...others.flatMap((hook) => awayLines(hook, prefix)),
      ...(lacksIn ? [`  remove "$tool" ${chainName('in', prefix)}`] : []),
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
      ...takingAway,
      bothTools,
      ...allHooks.flatMap((hook) => awayLines(hook, prefix)),
      ...['out', 'in', 'reject', 'drop'].map((word) => `  remove "$tool" ${chainName(word, prefix)}`),
      'done',
      `ipset list -n | grep '^${prefix}-' | while read -r set; do ipset destroy "$set"; done`,
    ),
  ]);
}
