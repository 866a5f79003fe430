// Checked by the type check alone: nothing here runs.
import { azureFirewall } from '@azureml-firewall/azure-firewall';
import { optionsSchema } from '@azureml-firewall/azure-firewall/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { expectTypeOf } from 'vitest';

declare const policy: Policy;

const { diagnostics, outcomes } = render(azureFirewall, policy, { sku: 'Premium' });
// @ts-expect-error no such value
render(azureFirewall, policy, { sku: 'Platinum' });
// @ts-expect-error no such option
render(azureFirewall, policy, { noSuchOption: true });

// Every code has its text, and the codes are this vendor's.
for (const { code, data } of diagnostics) expectTypeOf(messageOf(azureFirewall.messages[code], data)).toBeString();
expectTypeOf(outcomes[0]?.finding?.code).toExtend<`azure-firewall/${string}` | undefined>();

// Options that come from outside are options, some of them.
expectTypeOf(optionsSchema.parse({})).toEqualTypeOf<Partial<typeof azureFirewall.defaults>>();
