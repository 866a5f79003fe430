/// <reference types="node" />
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render, renderUndo, renderUpdate, type Artifact } from '@azureml-firewall/renderer-kit';
import { paloAlto, type PaloAltoOptions } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';

const root = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] !== undefined;
const given = ['policy.json', 'options.json', 'previous.json', 'also.json'];
const also = ['feeds', 'undo'] as const;

function readJson(file: URL): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function filesIn(folder: URL): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.pathname.length).replace(/^\//, ''))
    .filter((name) => !given.includes(name));
}

/** A case, of which `also.json` names what is printed besides, and `previous.json` is the policy before an update. */
interface Case {
  readonly policy: Policy;
  readonly previous?: Policy;
  readonly options: Partial<PaloAltoOptions>;
  readonly extras: readonly string[];
}

function caseIn(folder: URL): Case {
  const previous = readJson(new URL('previous.json', folder));
  const extras = readJson(new URL('also.json', folder));
  return {
    policy: policySchema.parse(readJson(new URL('policy.json', folder))),
    options: optionsSchema.parse(readJson(new URL('options.json', folder)) ?? {}),
    extras: Array.isArray(extras) ? also.filter((extra) => extras.includes(extra)) : [],
    ...(previous !== undefined && { previous: policySchema.parse(previous) }),
  };
}

/** Everything that a case makes, by file name. */
function printed({ policy, previous, options, extras }: Case): ReadonlyMap<string, string> {
  const { artifacts, outcomes, diagnostics, model } = render(paloAlto, policy, options);
  const said = diagnostics.map(({ code, severity, data }) => ({
    code,
    severity,
    text: messageOf(paloAlto.messages[code], data),
  }));
  const { cloud, region, edition } = policy;
  const context = { cloud, region, edition, policy, options: { ...paloAlto.defaults, ...options } };
  const all: readonly Pick<Artifact, 'path' | 'text'>[] = [
    ...artifacts,
    ...(extras.includes('undo') ? renderUndo(paloAlto, policy, options) : []),
    ...(extras.includes('feeds') ? (paloAlto.feeds?.(model, context) ?? []) : []),
    ...(previous ? renderUpdate(paloAlto, previous, policy, options) : []),
    { path: 'outcomes.json', text: `${JSON.stringify({ outcomes, diagnostics: said }, undefined, 2)}\n` },
  ];
  return new Map(all.map(({ path, text }) => [path, text]));
}

describe('golden cases', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const folder = new URL(`${name}/`, root);
    const files = printed(caseIn(folder));
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
