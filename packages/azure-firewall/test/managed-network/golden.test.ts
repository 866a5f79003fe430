/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { azureManagedNetwork } from '../../src/index.js';
import { managedNetworkOptionsSchema } from '../../src/schema.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const root = new URL('../printed/managed-network/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;

function read(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Compares byte for byte; with UPDATE_GOLDEN set it writes instead. */
function compare(file: URL, text: string): void {
  if (update) {
    mkdirSync(new URL('./', file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(read(file)).toBe(text);
}

describe('golden cases of the managed network', slow, () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const policy = policySchema.parse(JSON.parse(read(new URL('policy.json', folder)) ?? ''));
    const options = managedNetworkOptionsSchema.parse(JSON.parse(read(new URL('options.json', folder)) ?? '{}'));
    const { artifacts, outcomes, diagnostics } = render(azureManagedNetwork, policy, options);
    for (const { path, text } of artifacts) compare(new URL(path, folder), text);
    const said = diagnostics.map(({ code, severity, data }) => ({
      code,
      severity,
      text: messageOf(azureManagedNetwork.messages[code], data),
    }));
    compare(new URL('outcomes.json', folder), `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`);
    const inputs = ['policy.json', 'options.json', 'outcomes.json'];
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const others = files
      .map((file) => `${file.parentPath}/${file.name}`.slice(folder.pathname.length).replace(/^\//, ''))
      .filter((file) => !inputs.includes(file));
    expect(others.toSorted()).toEqual(artifacts.map(({ path }) => path).toSorted());
  });
});
