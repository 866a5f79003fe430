import {
  entriesOf,
  evaluate,
  messageOf,
  review,
  reviewMessages,
  sharedDomains,
  type Policy,
  type ReviewCode,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { policyOf, ruleTo, tag } from './support/rules.js';
import { completeFlows, smallPolicies } from './support/small-world.js';

function findings(policy: Policy): readonly string[] {
  return review(policy).map(({ code, severity, data }) => {
    const facts = Object.entries(data).map(([name, value]) => `${name}=${String(value)}`);
    return `${severity} ${code} ${facts.join(' ')}`;
  });
}

describe('review', () => {
  it.each<[string, Policy, readonly string[]]>([
    [
      'a rule that others cover together',
      policyOf(
        ruleTo('a', 'allow', ['*.azureml.ms']),
        ruleTo('b', 'allow', ['pypi.org']),
        ruleTo('c', 'allow', ['x.azureml.ms', 'pypi.org']),
      ),
      ['info review/redundant-rule rule=c by=a,b'],
    ],
    [
      'a rule that is never reached',
      policyOf(ruleTo('no', 'deny', ['*.azureml.ms']), ruleTo('a', 'allow', ['x.azureml.ms'])),
      ['warning review/unreachable-rule rule=a by=no'],
    ],
    [
      'an entry that another of its own rule covers',
      policyOf(ruleTo('a', 'allow', ['*.azureml.ms', 'x.azureml.ms'])),
      ['info review/redundant-entry rule=a entries=x.azureml.ms|tcp/443 by=a'],
    ],
    [
      'entries that others cover in both ways',
      policyOf(
        ruleTo('yes', 'allow', ['pypi.org']),
        ruleTo('no', 'deny', ['13.66.0.0/16']),
        ruleTo('a', 'allow', ['13.66.1.0/24', 'pypi.org', 'anaconda.org']),
      ),
      [
        'info review/redundant-entry rule=a entries=pypi.org|tcp/443 by=yes',
        'warning review/unreachable-entry rule=a entries=13.66.1.0/24|tcp/443 by=no',
      ],
    ],
    [
      'ports that others cover',
      policyOf(
        ruleTo('a', 'allow', ['pypi.org'], ['tcp/440-450']),
        ruleTo('b', 'allow', ['pypi.org'], ['tcp/443', 'tcp/8443']),
      ),
      ['info review/redundant-entry rule=b entries=pypi.org|tcp/443 by=a'],
    ],
    [
      'a tag whose addresses a network holds',
      policyOf(ruleTo('a', 'allow', ['20.0.0.0/8']), ruleTo('b', 'allow', [tag('Storage', ['20.60.0.0/16'])])),
      ['info review/redundant-rule rule=b by=a'],
    ],
    [
      'a narrow rule before a wide one',
      policyOf(ruleTo('a', 'allow', ['x.azureml.ms']), ruleTo('b', 'allow', ['*.azureml.ms'])),
      [],
    ],
    [
      'a suffix',
      policyOf(ruleTo('a', 'allow', ['*pytorch.org'])),
      ['warning review/look-alike-suffix rule=a destinations=*pytorch.org'],
    ],
    [
      'stars over the accounts of other customers',
      policyOf(ruleTo('a', 'allow', ['*.blob.core.windows.net', 'mine.table.core.windows.net', '*.usgovcloudapi.net'])),
      [
        `warning review/shared-domain rule=a destinations=*.blob.core.windows.net,*.usgovcloudapi.net domains=blob.core.windows.net,${
          sharedDomains[2]?.domains.filter((name) => name.endsWith('usgovcloudapi.net')).join() ?? ''
        }`,
      ],
    ],
    [
      'plain HTTP',
      policyOf(ruleTo('a', 'allow', ['ocsp.digicert.com'], ['tcp/80', 'tcp/443'])),
      ['info review/plain-http rule=a destinations=ocsp.digicert.com'],
    ],
    [
      'a tag by every port',
      policyOf(ruleTo('a', 'allow', ['AzureMonitor', '13.66.0.0/16'], ['tcp/*'])),
      ['warning review/any-port-tag rule=a tags=AzureMonitor'],
    ],
    ['what is denied', policyOf(ruleTo('a', 'deny', ['*pytorch.org', 'AzureMonitor'], ['tcp/*'])), []],
  ])('points out %s', (_, policy, expected) => {
    expect(findings(policy)).toEqual(expected);
  });

  it('has a text for each code that uses all of its facts', () => {
    const policy = policyOf(
      ruleTo('no', 'deny', ['*.azureml.ms']),
      ruleTo('a', 'allow', ['x.azureml.ms']),
      ruleTo('b', 'allow', ['*pytorch.org', '*.azurecr.io', 'AzureMonitor'], ['tcp/*']),
      ruleTo('c', 'allow', ['pytorch.org', 'pypi.org', 'y.azureml.ms'], ['tcp/80']),
      ruleTo('d', 'allow', ['pypi.org'], ['tcp/80']),
      ruleTo('e', 'allow', ['z.azureml.ms', 'anaconda.org']),
    );
    const found = review(policy);
    for (const { code, data } of found) expect(messageOf(reviewMessages[code], data)).not.toMatch(/[{}]/);
    const codes = new Set<string>(found.map(({ code }) => code));
    expect((Object.keys(reviewMessages) as ReviewCode[]).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('calls nothing covered that decides a flow', () => {
    holds(
      fc.property(smallPolicies, fc.array(completeFlows, { minLength: 50, maxLength: 50 }), (policy, flows) => {
        const rules = new Set<string>();
        const entries = new Set<string>();
        for (const { code, data } of review(policy)) {
          const rule = String(data['rule']);
          if (code === 'review/redundant-rule' || code === 'review/unreachable-rule') rules.add(rule);
          const covered = data['entries'];
          if (Array.isArray(covered)) for (const one of covered as string[]) entries.add(`${rule}|${one}`);
        }
        const ids = entriesOf(policy).map(({ id }) => id);
        for (const flow of flows) {
          const { entry } = evaluate(policy, flow);
          if (!entry) continue;
          expect(rules).not.toContain(entry.rule.id);
          // Of two entries that read alike, the second is covered by the first.
          if (ids.indexOf(entry.id) === ids.lastIndexOf(entry.id)) expect(entries).not.toContain(entry.id);
        }
      }),
    );
  });
});
