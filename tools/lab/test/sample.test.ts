import { describe, expect, it } from 'vitest';
import { entriesOf } from '@azureml-firewall/rule-model';
import { planCases } from '../cases.js';
import { kinds } from '../probe.js';
import { addressesOf, ownersOf } from '../sample/book.js';
import { labPrefixes } from '../workspaces/service-tags.js';
import { workspaces } from '../workspaces/workspaces.js';

const all = workspaces();
const plan = planCases(all);

describe('what is sent', () => {
  it.each(plan.cases.map(({ workspace, probes }) => [workspace.id, workspace, probes] as const))(
    'tries every entry of %s, and near misses as often',
    (_, { policy }, probes) => {
      const prefixesOf = labPrefixes(policy.cloud);
      const tried = new Set(probes.filter(({ kind }) => kind === 'listed').map(({ entry }) => entry));
      for (const { id, destination, rule } of entriesOf(policy)) {
        // A tag without addresses in this cloud, and an entry without a source of its family, have no flow at all.
        const hasAddresses = destination.kind !== 'service-tag' || prefixesOf(destination.tag).length > 0;
        const families = new Set(rule.sources.map((source) => source.kind === 'cidr' && source.prefix.includes(':')));
        const isCommon = destination.kind !== 'cidr' || families.has(destination.prefix.includes(':'));
        if (hasAddresses && isCommon && rule.direction === 'outbound') expect(tried, id).toContain(id);
      }
      const near = probes.filter(({ kind }) => kind !== 'listed').length;
      expect(near).toBeGreaterThanOrEqual(tried.size);
    },
  );

  it('has near misses of every kind', () => {
    const seen = new Set(plan.cases.flatMap(({ probes }) => probes.map(({ kind }) => kind)));
    expect([...seen].toSorted()).toEqual([...kinds].toSorted());
  });

  it('comes to more than five hundred flows on the examples alone', () => {
    const flows = plan.cases.filter(({ workspace }) => /^(contoso|usgov|china)-/.test(workspace.id));
    expect(flows.flatMap(({ probes }) => probes).length).toBeGreaterThan(500);
  });

  it('is the same each time', () => {
    expect(planCases(workspaces())).toEqual(plan);
  });

  it('gives no two names one address', () => {
    const addresses = [...plan.book.values()].flatMap(addressesOf);
    expect(ownersOf(plan.book).size).toBe(addresses.length);
  });

  it('numbers probes so that none is sent twice', () => {
    for (const { probes } of plan.cases) expect(new Set(probes.map(({ id }) => id)).size).toBe(probes.length);
  });
});
