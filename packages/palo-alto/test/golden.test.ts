/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { paloAlto, type PaloAltoOptions } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;
const given = ['policy.json', 'options.json', 'previous.json'];

function readJson(file: URL): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function filesIn(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.pathname.length).replace(/^\//, ''))
    .filter((name) => !given.includes(name));
}

/** Everything that a policy makes, by file name. */
function printed(policy: Policy, options: Partial<PaloAltoOptions>): ReadonlyMap<string, string> {
  const { artifacts, outcomes, diagnostics } = render(paloAlto, policy, options);
  const said = diagnostics.map(({ code, severity, data }) => ({
    code,
    severity,
    text: messageOf(paloAlto.messages[code], data),
  }));
  const all: readonly Pick<Artifact, 'path' | 'text'>[] = [
    ...artifacts,
    { path: 'outcomes.json', text: `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n` },
  ];
  return new Map(all.map(({ path, text }) => [path, text]));
}

describe('golden cases', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const policy = policySchema.parse(readJson(new URL('policy.json', folder)));
    const options = optionsSchema.parse(readJson(new URL('options.json', folder)));
    const files = printed(policy, options);
    if (update) {
      for (const file of filesIn(folder)) rmSync(new URL(file, folder));
      for (const [path, text] of files) {
        mkdirSync(new URL('./', new URL(path, folder)), { recursive: true });
        writeFileSync(new URL(path, folder), text);
      }
    }
    expect([...files.keys()].toSorted()).toEqual(filesIn(folder).toSorted());
    for (const [path, text] of files) expect(readFileSync(new URL(path, folder), 'utf8'), path).toBe(text);
  });
});
