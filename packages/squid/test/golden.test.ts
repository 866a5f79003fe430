/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render, type Rendering } from '@azureml-firewall/renderer-kit';
import { squid, type Code, type SquidModel, type SquidOptions } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';
import { directivesIn, parsed, whyNot } from './support/real-squid.js';

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;
const cases = readdirSync(root);
/** What stands in a case's folder and is not made by the renderer. */
const given = new Set(['policy.json', 'previous.json', 'options.json', 'outcomes.json']);

interface Case {
  readonly policy: Policy;
  readonly options: Partial<SquidOptions>;
  readonly rendering: Rendering<SquidModel, Code>;
}

function read(file: URL): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readJson(file: URL): unknown {
  return JSON.parse(read(file) ?? '{}');
}

function caseIn(folder: URL): Case {
  const policy = policySchema.parse(readJson(new URL('policy.json', folder)));
  const options = optionsSchema.parse(readJson(new URL('options.json', folder)));
  return { policy, options, rendering: render(squid, policy, options) };
}

/** Compares byte for byte; with UPDATE_GOLDEN set it writes instead. */
function compare(file: URL, text: string | undefined): void {
  if (update && text === undefined) rmSync(file, { force: true });
  else if (update) {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text ?? '');
  }
  expect(read(file)).toBe(text);
}

function filesIn(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.pathname.length).replace(/^\//, ''));
}

describe('golden cases', () => {
  it.each(cases)('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const { artifacts, outcomes, diagnostics } = caseIn(folder).rendering;
    const files = new Map(artifacts.map(({ path, text }) => [path, text]));
    for (const old of filesIn(folder)) if (!given.has(old) && !files.has(old)) compare(new URL(old, folder), undefined);
    for (const [path, text] of files) compare(new URL(path, folder), text);
    const said = diagnostics.map(({ code, severity, data }) => ({
      code,
      severity,
      text: messageOf(squid.messages[code], data),
    }));
    compare(new URL('outcomes.json', folder), `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n`);
  });
});

describe.skipIf(whyNot !== undefined)(`the real squid${whyNot === undefined ? '' : ` (${whyNot})`}`, () => {
  it.each(cases.filter((name) => existsSync(new URL(`${name}/squid.conf`, root))))('reads every line of %s', (name) => {
    const { rendering, options } = caseIn(new URL(`${name}/`, root));
    const { directory } = { ...squid.defaults, ...options };
    const { complaints, processed, status } = parsed(rendering.artifacts, directory);
    expect(complaints).toEqual([]);
    expect(status).toBe(0);
    expect(processed).toEqual(directivesIn(rendering.artifacts));
  });
});
