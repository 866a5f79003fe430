import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { FortiConfig } from '../model.js';
import type { Edit, Statement } from '../print/statement.js';
import { tablesOf } from '../print/tables.js';
import { writeAll } from '../print/text.js';
import {
  readAddress,
  readGroup,
  readProfile,
  readResource,
  readService,
  readServiceGroup,
  readUrlFilter,
} from './objects.js';
import { readPolicy } from './policy.js';
import { bodyOf, editsIn } from './settings.js';
import { parseTree } from './tree.js';

/** The virtual domain is opened by two lines without indent, and closed by an end of its own. */
function unwrap(lines: readonly string[]): { readonly vdom?: string; readonly inner: readonly string[] } {
  const [, vdom] = /^edit (.+)$/.exec(lines[1] ?? '') ?? [];
  if (lines[0] !== 'config vdom' || vdom === undefined) return { inner: lines };
  return { vdom, inner: lines.slice(2, -1) };
}

function readConfig(tree: readonly Statement[], vdom: string | undefined): FortiConfig {
  const edits = (path: string): readonly Edit[] => editsIn(tree, path);
  const [moved] = bodyOf(tree, 'firewall policy').flatMap((statement) =>
    statement.kind === 'command' ? [statement.words.at(-1)?.text] : [],
  );
  return {
    ...(vdom !== undefined && { vdom }),
    externalResources: edits('system external-resource').map(readResource),
    addresses: [
      ...edits('firewall address').map((edit) => readAddress(edit, 'ipv4')),
      ...edits('firewall address6').map((edit) => readAddress(edit, 'ipv6')),
    ],
    groups: [
      ...edits('firewall addrgrp').map((edit) => readGroup(edit, 'ipv4')),
      ...edits('firewall addrgrp6').map((edit) => readGroup(edit, 'ipv6')),
    ],
    services: edits('firewall service custom').map(readService),
    serviceGroups: edits('firewall service group').map(readServiceGroup),
    urlFilters: edits('webfilter urlfilter').map(readUrlFilter),
    webFilterProfiles: edits('webfilter profile').map(readProfile),
    policies: edits('firewall policy').map(readPolicy),
    ...(moved !== undefined && { moveBefore: Number(moved) }),
  };
}

/**
 * Reads what this renderer prints, and nothing else: the result is printed again and held against the text, so that no
 * setting is ever passed over.
 */
export function parseConfig(text: string): Parsed<FortiConfig> {
  const given = text.split('\n');
  const lines = given.slice(0, -1);
  const { vdom, inner } = unwrap(lines);
  const tree = parseTree(inner);
  if (!tree.ok) return tree;
  const config = readConfig(tree.value, vdom);
  const printed = writeAll(tablesOf(config), vdom).lines.text().split('\n');
  const at = given.findIndex((line, i) => line !== printed[i]);
  if (at < 0 && given.length === printed.length) return accepted(config);
  const place = at < 0 ? given.length : at;
  const expected = printed[place] ?? '';
  return refused(
    'fortinet/not-ours',
    `line ${place + 1}: ${given[place] ?? ''}`,
    expected === '' ? 'the end' : expected,
  );
}
