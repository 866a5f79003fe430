import { describe, expect, it } from 'vitest';
import { entriesOf, evaluate, type Policy } from '@azureml-firewall/rule-model';
import type { OutcomeRecord } from '@azureml-firewall/renderer-kit';
import { planCases } from '../cases.js';
import { flowOf } from '../expect/asks.js';
import { expectationsOf } from '../expect/expect.js';
import type { Probe } from '../probe.js';
import { ownersOf } from '../sample/book.js';
import { workspaces } from '../workspaces/workspaces.js';

const plan = planCases(workspaces());
const shapes = plan.cases.find(({ workspace }) => workspace.id === 'shapes');

function verdicts(policy: Policy, verdict: Pick<OutcomeRecord, 'outcome' | 'finding'>): readonly OutcomeRecord[] {
  return entriesOf(policy).map(({ id, rule }) => ({
    target: 'iptables',
    entry: id,
    rule: rule.id,
    destination: '',
    service: '',
    ...verdict,
  }));
}

const promised = (policy: Policy, verdict: Pick<OutcomeRecord, 'outcome' | 'finding'>) =>
  expectationsOf(policy, { outcomes: verdicts(policy, verdict), diagnostics: [] }, plan.book);

/** Goes by one name, which is also the one whose address it is. */
function isPlain({ asked, shown, address }: Probe): boolean {
  return asked === shown && (asked === null || ownersOf(plan.book).get(address) === asked);
}

describe('an expectation', () => {
  it.each(plan.cases.map(({ workspace, probes }) => [workspace.id, workspace, probes] as const))(
    'of %s is what evaluate says where every verdict is exact',
    (_, { policy }, probes) => {
      const expectation = promised(policy, { outcome: 'exact' });
      for (const probe of probes.filter(isPlain)) {
        const { action } = evaluate(policy, flowOf(probe, probe.asked));
        expect(expectation(probe), JSON.stringify(probe)).toBe(action === 'allow' ? 'pass' : 'stop');
      }
    },
  );

  it('never lets through what goes by a name that is not listed, where every verdict is exact', () => {
    const { policy } = shapes?.workspace ?? expect.fail();
    const expectation = promised(policy, { outcome: 'exact' });
    const forged = shapes?.probes.filter(({ kind, asked }) => kind === 'foreign-name' && asked !== null) ?? [];
    expect(forged.length).toBeGreaterThan(0);
    for (const probe of forged) expect(expectation(probe)).toBe('stop');
  });

  it('stops everything where every verdict is an omission', () => {
    for (const { workspace, probes } of plan.cases) {
      const expectation = promised(workspace.policy, { outcome: 'omitted', finding: { code: 'x/y', data: {} } });
      for (const probe of probes) expect(expectation(probe)).toBe('stop');
    }
  });

  it('leaves open what a shared address lets through, and nothing else', () => {
    const { policy } = shapes?.workspace ?? expect.fail();
    const finding = { code: 'iptables/shared-address', data: {} };
    const wide = promised(policy, { outcome: 'widened', finding });
    const exact = promised(policy, { outcome: 'exact' });
    const owners = ownersOf(plan.book);
    for (const probe of shapes?.probes ?? []) {
      if (exact(probe) === 'pass') expect(wide(probe)).not.toBe('stop');
      if (wide(probe) === 'either') expect(owners.get(probe.address)).toBeDefined();
    }
  });

  it('refuses a finding that it does not know', () => {
    const { policy } = shapes?.workspace ?? expect.fail();
    const [probe] = shapes?.probes ?? [];
    const unknown = promised(policy, { outcome: 'widened', finding: { code: 'iptables/new', data: {} } });
    expect(() => probe && unknown(probe)).toThrow('iptables/new');
  });
});
