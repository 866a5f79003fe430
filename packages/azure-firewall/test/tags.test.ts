/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Cloud, Policy, Rule } from '@azureml-firewall/rule-model';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, route, rule } from '@azureml-firewall/conformance';
import { azureFirewall, azureManagedNetwork } from '../src/index.js';
import { canonicalTag, isListedForFirewalls, isListedForSecurityGroups } from '../src/tag-support.js';
import { findTag } from '../src/tags/find-tag.js';
import { liftSubnet } from './subnet/lift.js';
import { rulesIn } from './support/template.js';

/** Milliseconds, on a machine that has other work. */
const slow = { timeout: 60_000 };

const folder =
  process.env['AZUREML_FIREWALL_SERVICE_TAGS'] ??
  fileURLToPath(new URL('../../../../shared/data/service-tags', import.meta.url));
const documents: readonly (readonly [Cloud, string])[] = [
  ['public', 'ServiceTags_Public_20251028.json'],
  ['usgov', 'ServiceTags_AzureGovernment_20260720.json'],
  ['china', 'ServiceTags_China_20260720.json'],
];
const areAbsent = !documents.every(([, file]) => existsSync(join(folder, file)));
const document = z.object({
  values: z.array(
    z.object({
      name: z.string(),
      properties: z.object({ region: z.string(), networkFeatures: z.array(z.string()).nullish() }),
    }),
  ),
});

/** Regional tags that are listed otherwise than most regions of their service: the table says what most have. */
const exceptions = 15;

describe('the table of service tags', slow, () => {
  // Microsoft's own documents are too large to commit, and not ours to hand on.
  it.skipIf(areAbsent).each(documents)('has each tag of the document, spelled as there: %s', (cloud, file) => {
    const { values } = document.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const letters = { FW: 'firewall', UDR: 'route', NSG: 'security-group' } as const;
    const others: string[] = [];
    for (const { name, properties } of values) {
      const found = findTag(name.toUpperCase(), cloud);
      expect(found?.name).toBe(name);
      const listed = Object.entries(letters).filter(([feature]) => properties.networkFeatures?.includes(feature));
      const features = listed.map(([, feature]) => feature);
      if (features.join() !== [...(found?.features ?? [])].join()) {
        expect(properties.region).not.toBe('');
        others.push(name);
      }
    }
    expect(others.length).toBeLessThan(exceptions);
  });

  it('knows no tag that only looks like one', () => {
    for (const tag of ['', '.', 'Storag', 'Storage.', '.EastUS2', 'Storage.EastUS22', 'AzureActiveDirectory.EastUS2'])
      expect(findTag(tag, 'public')).toBeUndefined();
    expect(findTag('Storage.EastUS2', 'usgov')).toBeUndefined();
    expect(findTag('AzureFrontDoor.FirstParty', 'china')).toBeUndefined();
  });

  it('spells a tag as Azure takes it', () => {
    expect(canonicalTag('storage.eastus2', 'public')).toBe('Storage.EastUS2');
    expect(canonicalTag('AzureCloud.EastUS2', 'public')).toBe('AzureCloud.eastus2');
    expect(canonicalTag('azurefrontdoor.firstparty', 'public')).toBe('AzureFrontDoor.FirstParty');
    expect(canonicalTag('INTERNET', 'china')).toBe('Internet');
    expect(canonicalTag('azurePlatformDns', 'usgov')).toBe('AzurePlatformDNS');
    expect(canonicalTag('mine', 'public')).toBe('mine');
  });

  it('takes the page on AzureCloud for more than the documents list', () => {
    expect(isListedForFirewalls('AzureCloud', 'public')).toBe(true);
    expect(isListedForFirewalls('azurecloud.eastus2', 'public')).toBe(true);
    expect(isListedForFirewalls('AzureMonitor.EastUS2', 'public')).toBe(false);
    expect(isListedForSecurityGroups('AzurePlatformIMDS', 'public')).toBe(true);
    expect(isListedForSecurityGroups('ActionGroup', 'china')).toBe(false);
  });
});

function verdictOf(given: Rule, cloud: Cloud = 'public'): readonly unknown[] {
  const { outcomes, artifacts } = render(azureFirewall, policy([given], { cloud }));
  const printed = rulesIn(artifacts).flatMap((one) => ('destinationAddresses' in one ? one.destinationAddresses : []));
  return [outcomes[0]?.outcome, outcomes[0]?.finding?.code.replace('azure-firewall/', ''), ...printed];
}

function to(tag: string, prefixes?: readonly string[]): Rule {
  const resolved = prefixes && { document: 'd', prefixes };
  const destinations = [{ kind: 'service-tag', tag, ...(resolved && { resolved }) }] as const;
  return rule('one', [], ['tcp/443'], { destinations });
}

describe('a service tag', slow, () => {
  it('that no document has can not be promised, and is printed for the reader to see', () => {
    expect(verdictOf(to('Storge'))).toEqual(['approximated', 'tag-unknown', 'Storge']);
    expect(verdictOf(to('Storage.EastUS22'))).toEqual(['approximated', 'tag-unknown', 'Storage.EastUS22']);
  });

  it('that no document has is exact where the document of the policy has it', () => {
    expect(verdictOf(to('NewService', ['192.0.2.0/24']))).toEqual(['exact', undefined, 'NewService']);
  });

  it('of another cloud is omitted, or has its addresses', () => {
    expect(verdictOf(to('Storage.EastUS2'), 'china')).toEqual(['omitted', 'tag-absent']);
    expect(verdictOf(to('azurefrontdoor.firstparty', ['192.0.2.0/24']), 'usgov')).toEqual([
      'exact',
      undefined,
      '192.0.2.0/24',
    ]);
  });

  it('is the same in any upper and lower case, and is printed in that of the document', () => {
    expect(verdictOf(to('azuremachinelearning'))).toEqual(['exact', undefined, 'AzureMachineLearning']);
    expect(verdictOf(to('virtualnetwork', ['10.0.0.0/8']))).toEqual(['exact', undefined, '10.0.0.0/8']);
    expect(verdictOf(to('AZURELOADBALANCER'))).toEqual(['omitted', 'tag-of-network']);
    const twice = policy([rule('one', ['tag:Storage', 'tag:storage'], ['tcp/443'])]);
    expect(rulesIn(render(azureFirewall, twice).artifacts)).toHaveLength(1);
  });

  it('that covers a host and is known to nobody makes no promise either', () => {
    const covered = (...coveredBy: readonly string[]): Rule =>
      rule('one', ['*.a.example'], ['udp/5831'], { coveredBy });
    expect(verdictOf(covered('storage'))).toEqual(['widened', 'covered-by-tag', 'Storage']);
    expect(verdictOf(covered('Storge'))).toEqual(['approximated', 'covered-by-tag', 'Storge']);
    expect(render(azureFirewall, policy([covered('Storge')])).diagnostics.map(({ code }) => code)).toContain(
      'azure-firewall/tag-not-listed',
    );
  });

  it('that covers a host and is of another cloud has its addresses, once they are filled in', () => {
    const covered = (...prefixes: readonly string[]): Rule => ({
      ...rule('one', ['*.a.example'], ['udp/5831'], { coveredBy: ['AzureFrontDoor.FirstParty'] }),
      covering: [{ kind: 'service-tag', tag: 'AzureFrontDoor.FirstParty', resolved: { document: 'd', prefixes } }],
    });
    expect(verdictOf(covered('192.0.2.0/24'), 'usgov')).toEqual(['widened', 'covered-by-tag', '192.0.2.0/24']);
    expect(verdictOf(covered('192.0.2.0/24', '2001:db8::/32'), 'usgov')).toEqual([
      'approximated',
      'covered-by-tag',
      '192.0.2.0/24',
    ]);
    expect(verdictOf(covered('2001:db8::/32'), 'usgov')).toEqual(['omitted', 'tag-absent']);
    const managed = render(azureManagedNetwork, policy([covered('192.0.2.0/24')], { cloud: 'china' }));
    expect(managed.outcomes[0]?.outcome).toBe('widened');
    expect(managed.model.rules.map((one) => (one.kind === 'service-tag' ? one.prefixes : []))).toEqual([
      ['192.0.2.0/24'],
    ]);
  });

  it('is told of in security groups and routes in the same way', () => {
    const inbound = (tag: string): Policy =>
      policy(
        [
          rule('in', ['10.20.0.0/16'], ['tcp/44224'], {
            direction: 'inbound',
            sources: [{ kind: 'service-tag', tag }],
          }),
        ],
        { routes: [route('batch', { tag })] },
      );
    const of = (tag: string): readonly unknown[] => {
      const { outcomes, diagnostics, artifacts } = render(azureFirewall, inbound(tag));
      const { rules, routes } = liftSubnet(artifacts);
      const codes = diagnostics.map(({ code }) => code.replace('azure-firewall/', ''));
      return [outcomes[0]?.outcome, rules[0]?.source.texts, routes[0]?.destination, codes.includes('tag-unknown')];
    };
    expect(of('azuremachinelearning')).toEqual(['exact', ['AzureMachineLearning'], 'AzureMachineLearning', false]);
    expect(of('AzureMachineLerning')).toEqual(['approximated', ['AzureMachineLerning'], 'AzureMachineLerning', true]);
  });

  it('is told of in a managed network in the same way', () => {
    const of = (given: Rule): readonly unknown[] => {
      const { outcomes, model } = render(azureManagedNetwork, policy([given]));
      const tags = model.rules.map((one) => (one.kind === 'service-tag' ? one.tag : undefined));
      return [outcomes[0]?.outcome, outcomes[0]?.finding?.code, ...tags];
    };
    expect(of(to('storage'))).toEqual(['exact', undefined, 'Storage']);
    expect(of(to('Storge'))).toEqual(['approximated', 'azure-managed-network/tag-unknown', 'Storge']);
  });
});
