import { familyOf, sourceText, type AddressFamily, type Rule, type Source } from '@azureml-firewall/rule-model';
import type { Target } from './model.js';
import type { FortinetOptions } from './options.js';

/** The sources of a rule as a policy takes them. */
export interface SourceTargets {
  /** All addresses of the families; then nothing else is named. */
  readonly any: boolean;
  readonly targets: readonly Target[];
  /** The families from which traffic can come. */
  readonly families: readonly AddressFamily[];
}

const both: readonly AddressFamily[] = ['ipv4', 'ipv6'];

/** Whether a target has addresses of a family; names can have both. */
export function isOf(target: Target, family: AddressFamily): boolean {
  if (target.kind === 'prefix') return familyOf(target.prefix) === family;
  return target.kind !== 'tag' || target.prefixes.some((prefix) => familyOf(prefix) === family);
}

/** The families that a target has addresses of. */
export function familiesOf(target: Target): readonly AddressFamily[] {
  return both.filter((family) => isOf(target, family));
}

function targetOf(source: Source): Target | undefined {
  if (source.kind === 'cidr') return { kind: 'prefix', prefix: source.prefix };
  if (source.kind === 'any' || !source.resolved) return undefined;
  return { kind: 'tag', tag: source.tag, ...source.resolved };
}

function familiesOfSource(source: Source): readonly AddressFamily[] {
  if (source.kind === 'any') return both;
  const target = targetOf(source);
  return target ? familiesOf(target) : [];
}

/** The families that policies have a side for. */
export function printedFamilies({ ipv6 }: FortinetOptions): readonly AddressFamily[] {
  return ipv6 ? both : ['ipv4'];
}

/** What stands on the source side of the policies of a rule. */
export function sourcesOf({ sources }: Rule, options: FortinetOptions): SourceTargets {
  const printed = printedFamilies(options);
  const any = sources.some(({ kind }) => kind === 'any');
  const found = new Set(sources.flatMap(familiesOfSource));
  return {
    any,
    targets: any ? [] : sources.flatMap((source) => targetOf(source) ?? []),
    families: printed.filter((family) => found.has(family)),
  };
}

/**
 * The sources that a rule loses on its way to destinations of some families: tags without addresses, and families that
 * are not printed. Traffic between two families does not exist, so that nothing is lost there.
 */
export function droppedSources(
  { sources }: Rule,
  destinations: readonly AddressFamily[],
  options: FortinetOptions,
): readonly string[] {
  if (sources.some(({ kind }) => kind === 'any'))
    return destinations.every((family) => printedFamilies(options).includes(family)) ? [] : ['*'];
  const lost = destinations.filter((family) => !printedFamilies(options).includes(family));
  return sources
    .filter((source) => {
      const families = familiesOfSource(source);
      return families.length === 0 || families.some((family) => lost.includes(family));
    })
    .map(sourceText);
}
