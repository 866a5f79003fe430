import { familyOf } from '@azureml-firewall/rule-model';
import { RenderError, type Artifact } from '@azureml-firewall/renderer-kit';
import { urlLength } from './limits.js';
import type { PanosModel } from './model.js';

/** What the lines of a list are. */
export type FeedKind = 'ip' | 'url';

/** Labels, of which the first may be a star; then a slash, and a path that may end in a star of its own. */
const urlLine =
  /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]+\/([A-Za-z0-9._~&()+,;=:@/%-]*(?<=[/])\*?|[A-Za-z0-9._~&()+,;=:@/%-]+\/)?$/;

function isIpLine(line: string): boolean {
  const [, length] = line.split('/');
  return /^[0-9a-f.:]+\/[0-9]+$/.test(line) && length !== '0' && (familyOf(line) === 'ipv6' || /^[0-9.]+\//.test(line));
}

/**
 * Lines that no list may hold: what PAN-OS would not read as one prefix or one URL (a bad line has blocked commits,
 * CVE-2021-3048), a host without its slash, which also matches longer names, and a prefix of length 0.
 */
export function feedFaults(kind: FeedKind, lines: readonly string[]): readonly string[] {
  return lines.filter((line) =>
    kind === 'ip' ? !isIpLine(line) : line.length > urlLength.value || !urlLine.test(line),
  );
}

function feed(kind: FeedKind, name: string, lines: readonly string[]): Artifact {
  const faults = feedFaults(kind, lines);
  if (faults.length > 0 || lines.length === 0)
    throw new RenderError(`the feed ${kind}/${name}.txt is refused`, faults.length > 0 ? faults : ['no line']);
  return { path: `${kind}/${name}.txt`, text: `${[...new Set(lines)].join('\n')}\n`, spans: [] };
}

/**
 * Lists that a firewall follows without a commit: prefixes of each service tag, URLs of each category.
 * @throws RenderError for a list that would be empty or hold a line that is refused.
 */
export function feeds({ config, feeds: prefixes }: PanosModel): readonly Artifact[] {
  return [
    ...prefixes.map(({ name, prefixes: lines }) => feed('ip', name, lines)),
    ...config.categories.map(({ name, entries }) => feed('url', name, entries)),
  ];
}
