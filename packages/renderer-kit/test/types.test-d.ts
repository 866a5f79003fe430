// Checked by the type check alone: nothing here runs.
import {
  exact,
  inexact,
  omitted,
  render,
  severityOf,
  type Lowered,
  type Lowering,
  type Outcome,
  type Renderer,
} from '@azureml-firewall/renderer-kit';
import type { Policy } from '@azureml-firewall/rule-model';
import { expectTypeOf } from 'vitest';

type Code = 'acme/no-names' | 'acme/no-paths';
interface Options {
  readonly name: string;
}
declare const acme: Renderer<string, readonly string[], Options, Code>;
declare const policy: Policy;

// A renderer answers for every kind of destination.
const all: Lowering<string, Options, Code> = {
  fqdn: ({ destination }) => exact(destination.host),
  wildcard: ({ destination }) => inexact('widened', [destination.parent], 'acme/no-names'),
  suffix: ({ destination }) => inexact('narrowed', [destination.suffix], 'acme/no-names'),
  url: () => omitted('acme/no-paths'),
  'service-tag': ({ destination }) => exact(destination.tag),
  cidr: ({ destination }) => exact(destination.prefix),
};
const { cidr: _, ...others } = all;
// @ts-expect-error one kind is not answered
export const most: Lowering<string, Options, Code> = others;

// All but `exact` carry a finding, `exact` has something to show, and a code is one of the renderer's.
// @ts-expect-error without a finding
export const silent: Lowered<string> = { outcome: 'omitted' };
// @ts-expect-error without a finding
export const wide: Lowered<string> = { outcome: 'widened', nodes: ['a'] };
// @ts-expect-error without anything made for it
export const empty: Lowered<string> = { outcome: 'exact', nodes: [] };
// @ts-expect-error no code of this renderer
export const strange: Lowered<never, Code> = omitted('acme/no-such-code');
// @ts-expect-error exact is not inexact
inexact('exact', ['a'], 'acme/no-names');

// Options are the renderer's own, each with a default; the model and the codes are what it makes.
const { model, outcomes, diagnostics } = render(acme, policy, { name: 'a' });
expectTypeOf(model).toEqualTypeOf<readonly string[]>();
expectTypeOf(outcomes[0]?.outcome).toEqualTypeOf<Outcome | undefined>();
for (const { code } of diagnostics) expectTypeOf(acme.messages[code]).toBeString();
render(acme, policy);
// @ts-expect-error no such option
render(acme, policy, { names: 'a' });

expectTypeOf(severityOf).returns.toExtend<'error' | 'warning' | 'info' | undefined>();
