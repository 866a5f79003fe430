import { destinationText, diffPolicies, entriesOf, foldCovered, type Policy } from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { policyOf, ruleTo, tag } from './support/rules.js';
import { smallPolicies } from './support/small-world.js';
import { frozen } from './support/tree.js';

/** The rules in short, with the requirements that they carry. */
function short({ collections }: Policy): readonly string[] {
  return collections.flatMap(({ rules }) =>
    rules.map(
      ({ id, destinations, origins, necessity }) =>
        `${id}: ${destinations.map(destinationText).join()} for ${origins.map(({ requirement }) => requirement).join()} (${necessity})`,
    ),
  );
}

describe('foldCovered', () => {
  it.each<[string, Policy, readonly string[]]>([
    [
      'folds a narrow rule into a wide one after it',
      policyOf(
        ruleTo('a', 'allow', ['x.azureml.ms'], ['tcp/443'], { necessity: 'required' }),
        ruleTo('b', 'allow', ['*.azureml.ms']),
      ),
      ['b: *.azureml.ms for a,b (required)'],
    ],
    [
      'keeps the first of two equal rules',
      policyOf(ruleTo('a', 'allow', ['pypi.org']), ruleTo('b', 'allow', ['pypi.org'])),
      ['a: pypi.org for a,b (recommended)'],
    ],
    [
      'folds what several cover together, and what it carries for others',
      policyOf(
        ruleTo('a', 'allow', ['pypi.org', 'anaconda.org']),
        ruleTo('b', 'allow', ['pypi.org'], ['tcp/443-444']),
        ruleTo('c', 'allow', ['anaconda.org'], ['tcp/443-445']),
        ruleTo('d', 'allow', ['anaconda.org'], ['tcp/440-450']),
      ),
      ['b: pypi.org for a,b (recommended)', 'd: anaconda.org for a,c,d (recommended)'],
    ],
    [
      'folds a tag into the network that holds it',
      policyOf(ruleTo('a', 'allow', [tag('Storage', ['20.60.0.0/16'])]), ruleTo('b', 'allow', ['20.0.0.0/8'])),
      ['b: 20.0.0.0/8 for a,b (recommended)'],
    ],
    [
      'leaves a destination of which a service is not covered',
      policyOf(ruleTo('a', 'allow', ['x.azureml.ms'], ['tcp/443', 'udp/5831']), ruleTo('b', 'allow', ['*.azureml.ms'])),
      ['a: x.azureml.ms for a (recommended)', 'b: *.azureml.ms for b (recommended)'],
    ],
    [
      'leaves a rule of the other action between, which a connection with name and address could meet',
      policyOf(
        ruleTo('a', 'allow', ['x.azureml.ms']),
        ruleTo('no', 'deny', ['13.66.0.0/16']),
        ruleTo('b', 'allow', ['*.azureml.ms']),
      ),
      [
        'a: x.azureml.ms for a (recommended)',
        'no: 13.66.0.0/16 for no (recommended)',
        'b: *.azureml.ms for b (recommended)',
      ],
    ],
    [
      'leaves a rule that is never reached for a reader to look at',
      policyOf(ruleTo('no', 'deny', ['*.azureml.ms']), ruleTo('a', 'allow', ['x.azureml.ms'])),
      ['no: *.azureml.ms for no (recommended)', 'a: x.azureml.ms for a (recommended)'],
    ],
  ])('%s', (_, policy, expected) => {
    expect(short(foldCovered(policy))).toEqual(expected);
  });

  it('changes no answer, forgets no origin and leaves nothing more to fold', () => {
    const requirements = (policy: Policy): readonly string[] =>
      [
        ...new Set(
          policy.collections.flatMap(({ rules }) =>
            rules.flatMap(({ origins }) => origins.map(({ section }) => section)),
          ),
        ),
      ].toSorted();
    const withOrigins = smallPolicies.map((policy): Policy => ({
      ...policy,
      collections: policy.collections.map((collection) => ({
        ...collection,
        rules: collection.rules.map((rule) => ({
          ...rule,
          origins: rule.origins.map((origin) => ({ ...origin, section: rule.id })),
        })),
      })),
    }));
    holds(
      fc.property(withOrigins, (policy) => {
        const folded = foldCovered(frozen(policy));
        expect(diffPolicies(policy, folded)).toMatchObject({ gained: [], lost: [] });
        expect(requirements(folded)).toEqual(requirements(policy));
        expect(entriesOf(folded).length).toBeLessThanOrEqual(entriesOf(policy).length);
      }),
    );
  });
});
