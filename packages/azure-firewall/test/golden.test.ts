/// <reference types="node" />
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { azureFirewall } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';
import { templateOf } from './support/template.js';

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;

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

describe('golden cases', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const policy = policySchema.parse(readJson(new URL('policy.json', folder)));
    const options = optionsSchema.parse(readJson(new URL('options.json', folder)));
    const { artifacts, outcomes, diagnostics } = render(azureFirewall, policy, options);
    templateOf(artifacts);
    compare(new URL('rule-collection-group.json', folder), artifacts[0]?.text);
    const said = diagnostics.map(({ code, severity, data }) => ({
      code,
      severity,
      text: messageOf(azureFirewall.messages[code], data),
    }));
    compare(new URL('outcomes.json', folder), `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`);
  });
});
