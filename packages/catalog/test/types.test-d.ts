// Checked by the type check alone: nothing here runs.
import {
  catalogMessages,
  diffEditions,
  editions,
  loadEdition,
  plan,
  type Edition,
  type EditionId,
  type ProfileInput,
  type RequirementId,
} from '@azureml-firewall/catalog';
import { parseProfile } from '@azureml-firewall/catalog/schema';
import type { Policy } from '@azureml-firewall/rule-model';
import { expectTypeOf } from 'vitest';

// Only the cloud and the region have to be said.
expectTypeOf(plan({ cloud: 'public', region: 'eastus2' }).policy).toEqualTypeOf<Policy>();
// @ts-expect-error without a region
plan({ cloud: 'public' });
// @ts-expect-error no such cloud
plan({ cloud: 'germany', region: 'germanycentral' });
// @ts-expect-error no such field
plan({ cloud: 'public', region: 'eastus2', hbl: true });
// @ts-expect-error no such field further in
plan({ cloud: 'public', region: 'eastus2', compute: { instance: true } });
expectTypeOf<ProfileInput['region']>().toBeString();

// Editions and requirements are known by name.
expectTypeOf(editions[0]?.id).toExtend<EditionId | undefined>();
expectTypeOf(loadEdition('2021-09-14')).toEqualTypeOf<Edition>();
// @ts-expect-error no such edition
loadEdition('2021-09-15');
// @ts-expect-error no such edition
plan({ cloud: 'public', region: 'eastus2' }, { edition: 'latest' });
expectTypeOf<'batch-inbound-tag'>().toExtend<RequirementId>();
expectTypeOf<'batch-inbound'>().not.toExtend<RequirementId>();

expectTypeOf(diffEditions('2021-09-14', '2026-03-19').changes[0]?.kind).toEqualTypeOf<
  'added' | 'removed' | 'changed' | 'not-held' | undefined
>();

// Every code has its text.
for (const { code } of plan({ cloud: 'public', region: 'eastus2' }).diagnostics)
  expectTypeOf(catalogMessages[code]).toBeString();

// What is parsed can be planned, once one has asked whether it is there.
const parsed = parseProfile({});
// @ts-expect-error it may have been refused
String(parsed.profile);
if (parsed.ok) plan(parsed.profile);
else expectTypeOf(parsed.issues[0]?.expected).toEqualTypeOf<string | undefined>();
