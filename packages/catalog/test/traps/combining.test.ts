import { plan } from '@azureml-firewall/catalog';
import { clouds, entriesOf, type Entry } from '@azureml-firewall/rule-model';
import { describe, expect, it } from 'vitest';
import { everythingOff, everythingOn, everyWorkspace } from '../profiles.js';
import { baseOf, editionIds, originsOf, planned, plannedTo } from './ask.js';

/** Hosts of a plan on a port that a tag of the same plan, which stands for them, carries as well. */
function saidTwice(entries: readonly Entry[]): readonly string[] {
  const carries = (tag: string, { service }: Entry): boolean =>
    entries.some(
      (other) =>
        other.destination.kind === 'service-tag' &&
        baseOf(other.destination.tag) === baseOf(tag) &&
        other.rule.direction === 'outbound' &&
        other.service.protocol === service.protocol &&
        service.ports.every(({ from, to }) =>
          other.service.ports.some((range) => range.from <= from && to <= range.to),
        ),
    );
  return entries.filter((entry) => (entry.rule.coveredBy ?? []).some((tag) => carries(tag, entry))).map(({ id }) => id);
}

/** Tags that stay beside hosts, since those serve only some of the roles that the tags are for. */
const forOtherRoles = ['front-door-frontend-tag', 'container-registry-tag'];
const notForOtherRoles = ({ rule }: Entry): boolean => !forOtherRoles.includes(rule.id);

it.each(forOtherRoles)('keeps %s beside hosts, for the roles that the hosts do not serve', (id) => {
  const { policy } = plan(everythingOn('public'), { edition: '2021-09-14', addressing: 'hosts' });
  expect(policy.collections.flatMap(({ rules }) => rules.map((rule) => rule.id))).toContain(id);
});

describe.each(editionIds)('in edition %s', (edition) => {
  it.each(clouds)(
    'plans a target by its tag or by its hosts, not by both, unless both are asked for: cloud %s',
    (cloud) => {
      const profile = everythingOn(cloud);
      for (const addressing of ['service-tags', 'hosts'] as const)
        expect(saidTwice(entriesOf(plan(profile, { edition, addressing }).policy).filter(notForOtherRoles))).toEqual(
          [],
        );
      expect(saidTwice(entriesOf(plan(profile, { edition, addressing: 'both' }).policy))).not.toEqual([]);
    },
  );

  it('plans hosts of packages and tools in either form, since no tag stands for them', () => {
    for (const addressing of ['service-tags', 'hosts'] as const)
      expect(planned(everythingOn('public'), { edition, addressing })).toEqual(
        expect.arrayContaining([
          'pypi.org tcp/443',
          'update.code.visualstudio.com tcp/443',
          '*.tensorflow.org tcp/443',
        ]),
      );
  });

  it('plans a host once, however often its pages print it', () => {
    for (const profile of clouds.flatMap(everyWorkspace)) {
      const ids = entriesOf(plan(profile, { edition }).policy).map(({ rule, destination, service }) =>
        JSON.stringify([rule.direction, rule.sources, destination, service]),
      );
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });
});

it('keeps every place that prints a host as an origin of its one rule', () => {
  expect(originsOf('pypi-hosts', everythingOn('public'), '2021-09-14')).toEqual([
    'azure-firewall/outbound-configuration/application-rules#4',
    'other-firewalls/python-hosts#3',
    'required-public-internet-access/package-hosts#3',
  ]);
});

it('holds registry tags of 2021 to the condition of the tip, also where the overview prints none', () => {
  const profile = { ...everythingOff('public'), images: [] };
  const { excluded } = plan(profile, { edition: '2021-09-14' });
  const why = (tag: string): readonly string[] =>
    excluded.flatMap(({ destination, because }) =>
      destination === tag && because.kind === 'condition' ? [because.text] : [],
    );
  expect(why('AzureContainerRegistry.EastUS2')).toEqual(['images has custom']);
  expect(why('MicrosoftContainerRegistry.EastUS2').every((text) => text.includes('images has microsoft'))).toBe(true);
  expect(planned(profile, { edition: '2021-09-14' }).filter((line) => line.includes('Registry'))).toEqual([]);
});

it('plans a need when any of the places that print it applies, whatever the others ask for', () => {
  const on = everythingOn('public');
  const clusterOnly = { ...on, packages: { ...on.packages, python: false } };
  expect(plannedTo('pypi.org', clusterOnly)).toEqual(['pypi.org tcp/443']);
  expect(plannedTo('pypi.org', on)).toEqual(['pypi.org tcp/80', 'pypi.org tcp/443']);
});

it('mixes no editions: Azure Batch comes in by 2021 and is gone out to by 2026', () => {
  const about = (edition: (typeof editionIds)[number]): readonly string[] =>
    planned(everythingOn('public'), { edition }).filter((line) => /BatchNodeManagement|44224/.test(line));
  expect(about('2021-09-14')).toEqual(['in AzureMachineLearning tcp/44224', 'in BatchNodeManagement tcp/29876-29877']);
  expect(about('2026-03-19')).toEqual(['in AzureMachineLearning tcp/44224', 'BatchNodeManagement.EastUS2 tcp/443']);
});
