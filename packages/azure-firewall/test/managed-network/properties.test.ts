/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { entriesOf, normalize, type Policy } from '@azureml-firewall/rule-model';
import { render, type Rendering } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { azureManagedNetwork, type ManagedNetworkCode, type ManagedNetworkRules } from '../../src/index.js';
import { managedLanguages } from '../../src/managed-network/options.js';
import { policies, rules } from '../support/arbitraries.js';
import { rulesIn, rulesInBicep, rulesInCalls, rulesInTerraform, rulesInYaml, type PrintedRule } from './template.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const fixed = { seed: 20_240_829, numRuns: 100 };

const privateEndpoints = [
  {
    name: 'login',
    serviceResourceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
    subresourceTarget: 'vault',
    hosts: ['login.example.com'],
  },
];

type Rendered = Rendering<ManagedNetworkRules, ManagedNetworkCode>;

function renderAll(given: Policy, withEndpoints: boolean): Rendered {
  return render(azureManagedNetwork, given, {
    languages: managedLanguages,
    ...(withEndpoints && { privateEndpoints }),
  });
}

function textOf({ artifacts }: Rendered, end: string): string | undefined {
  return artifacts.find(
    ({ path }) => path.endsWith(end) && !path.startsWith('terraform-json') === !end.endsWith('tf.json'),
  )?.text;
}

function armRules(rendering: Rendered): readonly PrintedRule[] {
  const text = textOf(rendering, '.json');
  return text === undefined ? [] : rulesIn(text);
}

/** What `az ml workspace outbound-rule set` is called with, told by a stand-in for az. */
function callsOf(script: string): readonly (readonly string[])[] {
  const stub = 'az() { for a in "$@"; do printf "%s\\0" "$a"; done; printf "\\n"; }\n';
  const { stdout, status, stderr } = spawnSync('bash', ['--norc', '-c', stub + script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', RESOURCE_GROUP: 'rg' },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\0'));
}

describe('any policy in a managed network', slow, () => {
  it('becomes the same rules in the template and in YAML, of the published shape, or nothing', () => {
    fc.assert(
      fc.property(policies, fc.boolean(), (given, withEndpoints) => {
        const rendering = renderAll(given, withEndpoints);
        const yaml = textOf(rendering, '.yaml');
        if (yaml === undefined) expect(rendering.artifacts).toEqual([]);
        else expect(rulesInYaml(parse(yaml))).toEqual(armRules(rendering));
      }),
      fixed,
    );
  });

  it('becomes the same rules in Bicep and in both syntaxes of Terraform', async () => {
    const byName = (one: PrintedRule, other: PrintedRule): number => (one.name < other.name ? -1 : 1);
    await fc.assert(
      fc.asyncProperty(policies, fc.boolean(), async (given, withEndpoints) => {
        const rendering = renderAll(given, withEndpoints);
        const expected = armRules(rendering);
        const [bicep, hcl, json] = ['.bicep', '.tf', '.tf.json'].map((end) => textOf(rendering, end));
        if (bicep === undefined || hcl === undefined || json === undefined) {
          expect(expected).toEqual([]);
          return;
        }
        expect(rulesInBicep(bicep)).toEqual(expected);
        expect(rulesInTerraform(JSON.parse(json))).toEqual(expected);
        const read = rulesInTerraform(await parseHcl('main.tf', hcl));
        expect(read.toSorted(byName)).toEqual(expected.toSorted(byName));
      }),
      fixed,
    );
  });

  it('becomes the same rules in the script, as a shell reads it', () => {
    fc.assert(
      fc.property(policies, fc.boolean(), (given, withEndpoints) => {
        const rendering = renderAll(given, withEndpoints);
        const script = textOf(rendering, '.sh');
        if (script !== undefined) expect(rulesInCalls(callsOf(script))).toEqual(armRules(rendering));
      }),
      { ...fixed, numRuns: 30 },
    );
  });

  it('has names of which none is used twice, and one rule for a destination', () => {
    fc.assert(
      fc.property(policies, (given) => {
        const printed = armRules(renderAll(given, true));
        const names = printed.map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        const bodies = printed.map(({ properties }) => JSON.stringify(properties));
        expect(new Set(bodies).size).toBe(bodies.length);
      }),
      fixed,
    );
  });

  it('gives each entry one outcome, and shows it in each file that is printed', () => {
    fc.assert(
      fc.property(policies, fc.boolean(), (given, withEndpoints) => {
        const { artifacts, outcomes } = renderAll(given, withEndpoints);
        expect(outcomes.map(({ entry }) => entry)).toEqual(entriesOf(given).map(({ id }) => id));
        for (const { outcome, entry, finding } of outcomes) {
          expect(finding === undefined).toBe(outcome === 'exact');
          for (const { spans } of artifacts)
            expect(spans.some((span) => span.entry === entry)).toBe(outcome !== 'omitted');
        }
      }),
      fixed,
    );
  });

  it('is not changed in any other rule by one more requirement', () => {
    const added = rule('added', ['added.example', 'tag:AzureMonitor'], ['tcp/443']);
    fc.assert(
      fc.property(rules, fc.nat(6), (list, at) => {
        const before = armRules(renderAll(normalize(policy(list)), false));
        const after = armRules(renderAll(normalize(policy(list.toSpliced(at, 0, added))), false));
        const isNew = ({ name }: PrintedRule): boolean => /^(added-example|AzureMonitor)-/.test(name);
        const byName = (one: PrintedRule, other: PrintedRule): number => one.name.localeCompare(other.name);
        expect(after.filter((one) => !isNew(one)).toSorted(byName)).toEqual(before.toSorted(byName));
        expect(after).toHaveLength(before.length + 2);
      }),
      fixed,
    );
  });
});

describe('names of outbound rules', () => {
  it('have 33 characters at most, however long a host is', () => {
    const nameOf = (host: string): string =>
      armRules(renderAll(policy([rule('long', [host], ['tcp/80,443'])]), false))[0]?.name ?? '';
    // A host of 24 characters with its hash of eight and a hyphen.
    expect(nameOf(`${'a'.repeat(16)}.example`)).toMatch(/^a{16}-example-[a-z0-9]{8}$/);
    expect(nameOf(`${'a'.repeat(16)}.example`)).toHaveLength(33);
    expect(nameOf(`${'a'.repeat(17)}.example`)).toMatch(/^a{17}-exampl-[a-z0-9]{8}$/);
    expect(nameOf(`${'a'.repeat(60)}.${'b'.repeat(60)}.example`)).toHaveLength(33);
  });

  it('tell a host from all hosts below it', () => {
    const printed = armRules(renderAll(policy([rule('both', ['a.example', '*.a.example'], ['tcp/80,443'])]), false));
    expect(new Set(printed.map(({ name }) => name)).size).toBe(2);
  });
});
