import type { OptionFault, Renderer } from './contract/renderer.js';
import { RenderError } from './render-error.js';

type Optioned<Options> = Pick<
  Renderer<unknown, unknown, Options>,
  'id' | 'defaults' | 'checkOptions' | 'optionsWithoutDefault'
>;

/** Refuses what has faults, each with where, what was found and what is expected. */
export function refuseFaults(what: string, faults: readonly OptionFault[]): void {
  if (faults.length === 0) return;
  const texts = faults.map(({ path, refusal: { code, found, expected } }) => {
    // What we say of a value is no quotation of it.
    const shown = code.startsWith('option/') ? found : `"${found}"`;
    return `${path}: found ${shown}, expected ${expected}`;
  });
  throw new RenderError(what, texts);
}

function unknownName(name: string, known: readonly string[]): OptionFault {
  const expected = known.length > 0 ? `one of ${known.join(', ')}` : 'no options at all';
  return { path: name, refusal: { code: 'option/unknown', found: 'an unknown option', expected } };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** A value of another kind than its default would reach a parser that takes `null` for a text of four letters. */
function otherKind(name: string, value: unknown, standard: unknown): readonly OptionFault[] {
  const [found, expected] = [kindOf(value), kindOf(standard)];
  return found === expected ? [] : [{ path: name, refusal: { code: 'option/kind', found, expected } }];
}

/** Names first: an option that is misspelt would be lost in silence. */
function faultsOfNames(given: object, defaults: object, others: readonly string[]): readonly OptionFault[] {
  const standard = new Map<string, unknown>(Object.entries(defaults));
  const known = [...standard.keys(), ...others];
  return Object.entries(given).flatMap(([name, value]): readonly OptionFault[] => {
    if (!known.includes(name)) return [unknownName(name, known)];
    return value === undefined || !standard.has(name) ? [] : otherKind(name, value, standard.get(name));
  });
}

/**
 * Options over the defaults, as the renderer takes them; one that is present but undefined says nothing.
 * @throws RenderError for names that the renderer does not know, values of another kind than the default, and values that
 * the renderer refuses.
 */
export function settleOptions<Options>(renderer: Optioned<Options>, options: Partial<Options>): Options {
  const what = `options of ${renderer.id} are refused`;
  const given: unknown = options;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new RenderError(what, [`options: found ${kindOf(given)}, expected an object with options by name`]);
  const { defaults, optionsWithoutDefault = [] } = renderer;
  refuseFaults(what, faultsOfNames(given, defaults as object, optionsWithoutDefault.map(String)));
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const all = { ...defaults, ...(Object.fromEntries(said) as Partial<Options>) };
  refuseFaults(what, renderer.checkOptions(all));
  return all;
}
