// Checked by the type check alone: nothing here runs.
import { paloAlto } from '@azureml-firewall/palo-alto';
import { optionsSchema } from '@azureml-firewall/palo-alto/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { expectTypeOf } from 'vitest';

declare const policy: Policy;

const { diagnostics, outcomes } = render(paloAlto, policy, { mode: 'panorama' });
// @ts-expect-error no such value
render(paloAlto, policy, { mode: 'cloud' });
// @ts-expect-error no such option
render(paloAlto, policy, { noSuchOption: true });

// Every code has its text, and the codes are this vendor's.
for (const { code, data } of diagnostics) expectTypeOf(messageOf(paloAlto.messages[code], data)).toBeString();
expectTypeOf(outcomes[0]?.finding?.code).toExtend<`palo-alto/${string}` | undefined>();

// Options that come from outside are options, some of them.
expectTypeOf(optionsSchema.parse({})).toEqualTypeOf<Partial<typeof paloAlto.defaults>>();
