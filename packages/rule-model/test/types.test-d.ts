// Checked by the type check alone: nothing here runs.
import {
  evaluate,
  explain,
  explainMessages,
  messageOf,
  normalize,
  parseDestination,
  type Destination,
  type DestinationKind,
  type Destinations,
  type Parsed,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { expectTypeOf } from 'vitest';

declare const policy: Policy;
declare const destination: Destination;

// What a parser gives can't be used before one has asked whether it is there.
const parsed = parseDestination('pypi.org');
// @ts-expect-error it may have been refused
String(parsed.value);
if (parsed.ok) expectTypeOf(parsed.value.kind).toEqualTypeOf<Exclude<DestinationKind, 'service-tag'>>();
else expectTypeOf(parsed.refusal.expected).toBeString();
expectTypeOf<Parsed<number>>().toExtend<{ readonly ok: boolean }>();

// A kind says which fields there are, and the map of kinds is the union.
if (destination.kind === 'wildcard') expectTypeOf(destination.parent).toBeString();
// @ts-expect-error only a host has one
String(destination.host);
expectTypeOf<Destinations[DestinationKind]>().toEqualTypeOf<Destination>();
export const texts: { readonly [Kind in DestinationKind]: (of: Destinations[Kind]) => string } = {
  fqdn: ({ host }) => host,
  wildcard: ({ parent }) => parent,
  suffix: ({ suffix }) => suffix,
  url: ({ host, path }) => host + path,
  'service-tag': ({ tag }) => tag,
  cidr: ({ prefix }) => prefix,
};

// Policies are read, never written to.
expectTypeOf(normalize).returns.toEqualTypeOf<Policy>();
// @ts-expect-error all is readonly
policy.region = 'eastus2';
// @ts-expect-error lists are readonly, too
policy.collections[0] = { id: 'a', title: 'A', rules: [] };
expectTypeOf<Rule['action']>().toEqualTypeOf<'allow' | 'deny'>();

// A flow needs a direction, a protocol and a port; the rest may be unknown.
expectTypeOf(evaluate(policy, { direction: 'outbound', protocol: 'tcp', port: 443 }).action).toEqualTypeOf<
  'allow' | 'deny'
>();
// @ts-expect-error without a port
evaluate(policy, { direction: 'outbound', protocol: 'tcp' });
// @ts-expect-error no such protocol
evaluate(policy, { direction: 'outbound', protocol: 'icmp', port: 1 });

// Every code has its text.
for (const { code, data } of explain(policy, { direction: 'outbound', protocol: 'tcp', port: 443 }).near)
  expectTypeOf(messageOf(explainMessages[code], data)).toBeString();

expectTypeOf(policySchema.parse(undefined)).toEqualTypeOf<Policy>();
