// Checked by the type check alone: nothing here runs.
import { fortinet } from '@azureml-firewall/fortinet';
import { optionsSchema } from '@azureml-firewall/fortinet/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { messageOf, type Policy } from '@azureml-firewall/rule-model';
import { expectTypeOf } from 'vitest';

declare const policy: Policy;

const { diagnostics, outcomes } = render(fortinet, policy, { insideInterface: 'port2' });
// @ts-expect-error no such value
render(fortinet, policy, { version: '6.0' });
// @ts-expect-error no such option
render(fortinet, policy, { noSuchOption: true });

// Every code has its text, and the codes are this vendor's.
for (const { code, data } of diagnostics) expectTypeOf(messageOf(fortinet.messages[code], data)).toBeString();
expectTypeOf(outcomes[0]?.finding?.code).toExtend<`fortinet/${string}` | undefined>();

// Options that come from outside are options, some of them.
expectTypeOf(optionsSchema.parse({})).toEqualTypeOf<Partial<typeof fortinet.defaults>>();
