/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render, type Rendering } from '@azureml-firewall/renderer-kit';
import { iptables, nftables, type FilterModel } from '../src/index.js';
import { iptablesOptionsSchema, nftablesOptionsSchema } from '../src/schema.js';

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;

function readJson(file: URL): unknown {
  return JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '{}');
}

/** Compares a folder byte for byte; with UPDATE_GOLDEN set it writes instead. */
function compareFolder(folder: URL, files: ReadonlyMap<string, string>): void {
  if (update) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
  }
  const found = readdirSync(folder).map((path) => [path, readFileSync(new URL(path, folder), 'utf8')] as const);
  expect(new Map(found)).toEqual(new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function filesOf(
  { artifacts, outcomes, diagnostics }: Rendering<FilterModel>,
  messages: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const said = diagnostics.map(({ code, severity, data }) => ({
    code,
    severity,
    text: messageOf(messages[code] ?? '', data),
  }));
  return new Map([
    ...artifacts.map(({ path, text }) => [path, text] as const),
    ['outcomes.json', `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`],
  ]);
}

describe('golden cases', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const policy: Policy = policySchema.parse(readJson(new URL('policy.json', folder)));
    const given = readJson(new URL('options.json', folder));
    const first = render(iptables, policy, iptablesOptionsSchema.parse(given));
    compareFolder(new URL('iptables/', folder), filesOf(first, iptables.messages));
    const second = render(nftables, policy, nftablesOptionsSchema.parse(given));
    compareFolder(new URL('nftables/', folder), filesOf(second, nftables.messages));
  });
});
