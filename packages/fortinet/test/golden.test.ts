/// <reference types="node" />
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { modelOf, render, renderUndo, renderUpdate, type Artifact } from '@azureml-firewall/renderer-kit';
import { fortinet, type FortinetOptions } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;
/** What stands in a case's folder and is not made by the renderer. */
const given = new Set(['policy.json', 'previous.json', 'options.json', 'outcomes.json']);

function read(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readJson(file: URL): unknown {
  return JSON.parse(read(file) ?? '{}');
}

/** Compares byte for byte; with UPDATE_GOLDEN set it writes instead. */
function compare(file: URL, text: string | undefined): void {
  if (update && text === undefined) rmSync(file, { force: true });
  else if (update) writeFileSync(file, text ?? '');
  expect(read(file)).toBe(text);
}

/** Where a case has a previous policy: the commands from that to this one, and those that remove this one. */
function changesIn(folder: URL, policy: Policy, options: Partial<FortinetOptions>): readonly Artifact[] {
  const file = new URL('previous.json', folder);
  if (!existsSync(file)) return [];
  const previous = policySchema.parse(readJson(file));
  return [...renderUpdate(fortinet, previous, policy, options), ...renderUndo(fortinet, policy, options)];
}

describe('golden cases', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const policy = policySchema.parse(readJson(new URL('policy.json', folder)));
    const options = optionsSchema.parse(readJson(new URL('options.json', folder)));
    const { artifacts, outcomes, diagnostics } = render(fortinet, policy, options);
    const all = { ...fortinet.defaults, ...options };
    const { cloud, region, edition } = policy;
    const context = { cloud, region, edition, policy, options: all };
    const lists: readonly Artifact[] =
      all.serviceTags === 'feeds' ? (fortinet.feeds?.(modelOf(fortinet, policy, options), context) ?? []) : [];
    const files = new Map(
      [...artifacts, ...lists, ...changesIn(folder, policy, options)].map(({ path, text }) => [path, text]),
    );
    for (const old of readdirSync(folder))
      if (!given.has(old) && !files.has(old)) compare(new URL(old, folder), undefined);
    for (const [path, text] of files) compare(new URL(path, folder), text);
    const said = diagnostics.map(({ code, severity, data }) => ({
      code,
      severity,
      text: messageOf(fortinet.messages[code], data),
    }));
    compare(new URL('outcomes.json', folder), `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`);
  });
});
