import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { check, thrownText, type Check, type Faults } from '../check.js';
import { hostileTexts, refusedTexts } from '../hostile.js';
import type { Suite } from '../suite.js';
import { policy, rule } from '../write.js';
import { inEach } from './in-each.js';
import { placeFaults } from './spans.js';

const one = policy([rule('one', ['example.com', '192.0.2.0/24'], ['tcp/443'])]);

/** A text in place of an option that holds text, or a list of texts. */
function replaced(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  const isList = Array.isArray(value) && value.some((item) => typeof item === 'string');
  return isList ? [text] : undefined;
}

interface Attempt<Options> {
  readonly name: string;
  readonly options: Partial<Options>;
}

/** Every option that holds text, with each of some texts in its place. */
function attempts<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  texts: typeof hostileTexts,
): readonly Attempt<Options>[] {
  return suite.variants.flatMap(([variant, chosen]) => {
    const all = suite.optionsOf({ policy: one, options: chosen });
    const keys = Object.entries(all as object).filter(([, value]) => replaced(value, '') !== undefined);
    return keys.flatMap(([key, value]) =>
      texts.map(({ name, text }) => ({
        name: [variant, key, name].filter(Boolean).join(', '),
        options: { ...chosen, [key]: replaced(value, text) },
      })),
    );
  });
}

function faultsOf<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  options: Partial<Options>,
): readonly OptionFault[] {
  return suite.checkOptions(suite.optionsOf({ policy: one, options }));
}

function notRefused<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  { options }: Attempt<Options>,
): Faults {
  try {
    return faultsOf(suite, options).length > 0 ? [] : ['is not refused'];
  } catch (error) {
    return [`throws in place of a refusal: ${thrownText(error)}`];
  }
}

/** Options are refused by their names. An empty text may say that there is nothing. */
export function optionChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const breaking = refusedTexts.filter(({ text }) => text.trim() !== '');
  return [
    check('options: the defaults and all variants are accepted', () =>
      inEach(
        suite.variants.map(([name, options]) => ({ name: name === '' ? 'defaults' : name, options })),
        ({ options }) => faultsOf(suite, options).map(({ path, refusal }) => `${path}: expected ${refusal.expected}`),
      ),
    ),
    check('options: a text that breaks a line or can not be seen is refused', () =>
      inEach(attempts(suite, breaking), (attempt) => notRefused(suite, attempt)),
    ),
  ];
}

/** Values as they come from code without types. */
const untyped: readonly unknown[] = [null, 5, {}, [null], [5], [{}]];

function thrownAt<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  name: string,
  value: unknown,
): Faults {
  try {
    suite.render({ policy: one, options: { [name]: value } as Partial<Options> });
    return [];
  } catch (error) {
    if (error instanceof Error && error.name === 'RenderError') return [];
    return [`${JSON.stringify(value)} is not refused, but ends in: ${thrownText(error)}`];
  }
}

/** What is not refused is harmless. */
export function hostileOptionChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  return [
    check('options: a hostile text is refused, or printed within its line', () =>
      inEach(attempts(suite, hostileTexts), ({ options }) =>
        faultsOf(suite, options).length > 0 ? [] : placeFaults(suite, { policy: one, options }),
      ),
    ),
    check('options: a value of another kind is refused by its name, in place of a TypeError', () =>
      inEach(
        suite.optionNames.map((name) => ({ name })),
        ({ name }) => untyped.flatMap((value) => thrownAt(suite, name, value)),
      ),
    ),
  ];
}
