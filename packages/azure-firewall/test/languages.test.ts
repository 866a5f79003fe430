/// <reference types="node" />
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render, type Artifact, type Rendering } from '@azureml-firewall/renderer-kit';
import {
  azureFirewall,
  type AzureFirewallOptions,
  type Code,
  type FirewallPolicyRules,
  type Language,
} from '../src/index.js';
import { withoutGroups } from '../src/print/classic.js';
import { optionsSchema } from '../src/schema.js';
import { options, policies } from './support/arbitraries.js';
import { liftArm, liftClassic } from './support/lift-arm.js';
import { liftAzCli } from './support/lift-az-cli.js';
import { liftBicep } from './support/lift-bicep.js';
import { bare, bareCollections, type BareModel } from './support/lift-resources.js';
import { inOrder, liftTerraform, liftTerraformJson } from './support/lift-terraform.js';

type Options = Partial<AzureFirewallOptions>;
type Rendered = Rendering<FirewallPolicyRules, Code>;

/** Milliseconds, on a machine that has other work. */
const slow = 60_000;

/** A failing case is found again by this seed and the path that fast-check prints. */
const fixed = { seed: 20_210_914, numRuns: 100 };
const all = ['arm', 'bicep', 'terraform', 'terraform-json', 'az-cli', 'classic'] as const;

/** Classic rules know no paths: beside them no language has any. */
function languagesFor({ sku }: Options): AzureFirewallOptions['languages'] {
  return sku === 'Premium' ? all.filter((language) => language !== 'classic') : all;
}

/** Options under which even small policies are split, and long lists are short. */
const narrow: fc.Arbitrary<Options> = fc
  .tuple(
    options,
    fc.record({
      policy: fc.constantFrom('existing', 'new'),
      ipGroupsAbove: fc.constantFrom(1, 100),
      limits: fc.record({
        groupBytes: fc.constantFrom(1, 600, 2000, 2_000_000),
        ipGroupEntries: fc.constantFrom(1, 5000),
        ipGroupUpdates: fc.constantFrom(1, 50),
      }),
    }),
  )
  .map(([some, more]) => ({ ...some, ...more, languages: languagesFor(some) }));

const paths = {
  arm: 'rule-collection-group.json',
  bicep: 'rule-collection-group.bicep',
  terraform: 'terraform/rule-collection-group.tf',
  'terraform-json': 'terraform-json/rule-collection-group.tf.json',
  'az-cli': 'rule-collection-group.sh',
  classic: 'classic-firewall.json',
} as const satisfies Readonly<Record<Language, string>>;

/** The files with the rules of the firewall, in the languages that were asked for. */
function ruleFiles({ artifacts }: Rendered): readonly Artifact[] {
  const all: readonly string[] = Object.values(paths);
  return artifacts.filter(({ path }) => all.includes(path));
}

function textOf({ artifacts }: Rendered, language: Language): string {
  const found = artifacts.filter(({ path }) => path === paths[language]);
  expect(found).toHaveLength(1);
  return found[0]?.text ?? '';
}

/** What each language says, read back from its text. The script is run, which takes longer. */
async function lifted(rendered: Rendered, shell: boolean): Promise<Readonly<Record<string, BareModel>>> {
  return {
    arm: liftArm(textOf(rendered, 'arm')),
    bicep: liftBicep(textOf(rendered, 'bicep')),
    terraform: await liftTerraform(textOf(rendered, 'terraform')),
    'terraform-json': liftTerraformJson(textOf(rendered, 'terraform-json')),
    ...(shell && { 'az-cli': liftAzCli(textOf(rendered, 'az-cli')) }),
  };
}

async function expectLifted(policy: Policy, chosen: Options, shell: boolean): Promise<void> {
  const rendered = render(azureFirewall, policy, { ...chosen, languages: languagesFor(chosen) });
  const { model } = rendered;
  if (model.groups.length === 0) {
    expect(ruleFiles(rendered)).toEqual([]);
    return;
  }
  const expected = bare(model);
  for (const [language, found] of Object.entries(await lifted(rendered, shell)))
    expect({ language, ...found }).toEqual({
      language,
      ...(language.startsWith('terraform') ? inOrder(expected) : expected),
    });
  if (!languagesFor(chosen).includes('classic')) return;
  const classic = liftClassic(textOf(rendered, 'classic'));
  expect(classic).toEqual({ ipGroups: expected.ipGroups, collections: bareCollections(withoutGroups(model)) });
}

describe('what is printed says what the model says', () => {
  const root = new URL('golden/', import.meta.url);

  it.each(readdirSync(root))('in every language: %s', async (name) => {
    const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`${name}/${file}`, root), 'utf8'));
    const chosen = readdirSync(new URL(`${name}/`, root)).includes('options.json') ? read('options.json') : {};
    const { languages, ...others } = optionsSchema.parse(chosen);
    await expectLifted(policySchema.parse(read('policy.json')), others, true);
  });

  it(
    'in every language, for any policy and any way of splitting',
    async () => {
      await fc.assert(
        fc.asyncProperty(policies, narrow, (given, chosen) => expectLifted(given, chosen, false)),
        fixed,
      );
    },
    slow,
  );

  it(
    'for other policies each time: a failure names its seed',
    async () => {
      await fc.assert(
        fc.asyncProperty(policies, narrow, (given, chosen) => expectLifted(given, chosen, false)),
        { numRuns: 30 },
      );
    },
    slow,
  );

  it(
    'in a script that a shell runs, whatever stands in the texts',
    async () => {
      await fc.assert(
        fc.asyncProperty(policies, narrow, (given, chosen) => expectLifted(given, chosen, true)),
        { ...fixed, numRuns: 25 },
      );
    },
    slow,
  );

  it(
    'with a span for every placed entry in every file',
    () => {
      fc.assert(
        fc.property(policies, narrow, (given, chosen) => {
          const rendered = render(azureFirewall, given, chosen);
          const rules = rendered.model.groups.flatMap(({ collections }) => collections.flatMap((one) => one.rules));
          for (const { text, spans } of ruleFiles(rendered)) {
            const lines = text.split('\n');
            for (const { name, entries } of rules)
              for (const entry of entries) {
                const own = spans.filter((span) => span.entry === entry);
                expect(own.some(({ from, to }) => lines.slice(from - 1, to).some((line) => line.includes(name)))).toBe(
                  true,
                );
              }
          }
        }),
        fixed,
      );
    },
    slow,
  );

  it(
    'without an empty rule, group or list',
    () => {
      fc.assert(
        fc.property(policies, narrow, (given, chosen) => {
          for (const { text } of ruleFiles(render(azureFirewall, given, chosen))) {
            expect(text).not.toMatch(/\[\s*\]/);
            expect(text).not.toMatch(/(rules|rule|properties|_collection|Collections)"?:? (= )?\{\s*\}/);
          }
        }),
        fixed,
      );
    },
    slow,
  );
});

describe('languages', () => {
  it('are printed as they are asked for, each once', () => {
    const given = policySchema.parse(
      JSON.parse(readFileSync(new URL('golden/web-hosts/policy.json', import.meta.url), 'utf8')),
    );
    expect(ruleFiles(render(azureFirewall, given, { languages: all })).map(({ path }) => path)).toEqual([
      'rule-collection-group.json',
      'rule-collection-group.bicep',
      'terraform/rule-collection-group.tf',
      'terraform-json/rule-collection-group.tf.json',
      'rule-collection-group.sh',
      'classic-firewall.json',
    ]);
    expect(ruleFiles(render(azureFirewall, given, { languages: ['bicep'] }))).toHaveLength(1);
  });
});
