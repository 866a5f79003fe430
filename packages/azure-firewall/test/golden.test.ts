/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { azureFirewall } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';
import { templateOf } from './support/template.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;
const given = ['policy.json', 'options.json'];

function read(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readJson(file: URL): unknown {
  return JSON.parse(read(file) ?? '{}');
}

function filesIn(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.pathname.length).replace(/^\//, ''))
    .filter((file) => !given.includes(file));
}

/** Compares byte for byte, and that there is no other file; with UPDATE_GOLDEN set it writes instead. */
function compare(folder: URL, files: ReadonlyMap<string, string>): void {
  if (update) {
    for (const file of filesIn(folder)) rmSync(new URL(file, folder));
    for (const [file, text] of files) {
      mkdirSync(new URL('./', new URL(file, folder)), { recursive: true });
      writeFileSync(new URL(file, folder), text);
    }
  }
  for (const [file, text] of files) expect(read(new URL(file, folder))).toBe(text);
  expect(filesIn(folder).toSorted()).toEqual([...files.keys()].toSorted());
}

describe('golden cases', slow, () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const policy = policySchema.parse(readJson(new URL('policy.json', folder)));
    const options = optionsSchema.parse(readJson(new URL('options.json', folder)));
    const { artifacts, outcomes, diagnostics } = render(azureFirewall, policy, options);
    templateOf(artifacts);
    const said = diagnostics.map(({ code, severity, data }) => ({
      code,
      severity,
      text: messageOf(azureFirewall.messages[code], data),
    }));
    const account = `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`;
    compare(folder, new Map([...artifacts.map(({ path, text }) => [path, text] as const), ['outcomes.json', account]]));
  });
});
