import { normalize, type Diagnostic, type Policy, type RuleCollection } from '@azureml-firewall/rule-model';
import { diagnose, type CatalogCode } from '../diagnostics.js';
import type { Edition } from '../edition/edition.js';
import { editions, isEditionId, loadEdition, newestEdition, type EditionId } from '../edition/editions.js';
import { holds } from '../predicate.js';
import { checkProfile } from '../profile/check-profile.js';
import { completeProfile } from '../profile/defaults.js';
import { ProfileError } from '../profile/profile-error.js';
import { roles, type ProfileInput, type Role } from '../profile/profile.js';
import { findRegion, type Region } from '../region.js';
import { chooseForms, type Addressing } from './addressing.js';
import { judge, type Verdict } from './applicable.js';
import type { PlanContext } from './context.js';
import type { Excluded } from './excluded.js';
import { extraRules } from './extra-rules.js';
import type { PlannedNeed } from './need.js';
import { routesOf } from './routes.js';
import { rulesOf } from './rules.js';

/** How to plan. */
export interface PlanOptions {
  /** Date of the edition; the newest where none is given. */
  readonly edition?: EditionId;
  /** Which form of a need that has two: service tags, hosts, or both (the default, in which nothing is left out). */
  readonly addressing?: Addressing;
  /** Only what these open connections for; all where none are given. */
  readonly roles?: readonly Role[];
}

/** A workspace's requirements as a policy, with what a reader should know and what is not in it. */
export interface Plan {
  readonly policy: Policy;
  readonly diagnostics: readonly Diagnostic<CatalogCode>[];
  /** Every fact of the edition for this cloud that the policy does not hold, with the reason. */
  readonly excluded: readonly Excluded[];
}

function editionOf(id: EditionId = newestEdition): Edition {
  if (isEditionId(id)) return loadEdition(id);
  const known = editions.map((one) => one.id).join(', ');
  throw new RangeError(`no edition is dated ${JSON.stringify(id)}: expected one of ${known}`);
}

function contextOf(input: ProfileInput, options: PlanOptions): PlanContext {
  const edition = editionOf(options.edition);
  const profile = completeProfile(input);
  const issues = checkProfile(profile);
  const region = findRegion(profile.cloud, profile.region);
  if (issues.length > 0 || !region.ok) throw new ProfileError(issues);
  return { edition, profile, region: region.value, roles: options.roles ?? roles };
}

interface Judged extends PlannedNeed {
  readonly verdicts: readonly Verdict[];
}

/** Every requirement with the answers on its facts for the profile's cloud. */
function judgeAll(context: PlanContext): readonly Judged[] {
  return context.edition.requirements.map((requirement) => {
    const facts = requirement.facts.filter(({ clouds }) => clouds.includes(context.profile.cloud));
    const verdicts = facts.map((fact) => judge(requirement, fact, context));
    return { requirement, verdicts, applied: verdicts.flatMap(({ applied }) => applied ?? []) };
  });
}

function collect(needs: readonly PlannedNeed[], context: PlanContext): readonly RuleCollection[] {
  const collections = context.edition.collections.map(({ id, title }): RuleCollection => {
    const mine = needs.filter(({ requirement }) => requirement.collection === id);
    return { id, title, rules: mine.flatMap(({ requirement, applied }) => rulesOf(requirement, applied, context)) };
  });
  return [...collections, { id: 'own', title: 'Needs of your own', rules: extraRules(context.profile) }];
}

function aboutRegion({ name, tagSuffix, suffixUnverified, status }: Region): readonly Diagnostic<CatalogCode>[] {
  return [
    ...(suffixUnverified ? [diagnose('catalog/region-suffix-unverified', { region: name, suffix: tagSuffix })] : []),
    ...(status === undefined ? [] : [diagnose('catalog/region-not-ordinary', { region: name, status })]),
  ];
}

function aboutProfile({ edition, profile, region }: PlanContext): readonly Diagnostic<CatalogCode>[] {
  const { sources } = profile.network;
  const anySource = Array.isArray(sources) && sources.length === 0;
  const pages = edition.references.filter(({ when }) => holds(when, profile));
  return [
    ...aboutRegion(region),
    ...(anySource ? [diagnose('catalog/any-source', { field: 'network.sources' })] : []),
    ...pages.map(({ title, url }) => diagnose('catalog/page-not-included', { title, url })),
  ];
}

function unique(diagnostics: readonly Diagnostic<CatalogCode>[]): readonly Diagnostic<CatalogCode>[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * The network access that a workspace needs: conditions decided, names filled in, each rule with its origin.
 * @throws ProfileError when the profile holds a value that Azure would refuse; RangeError for an edition that is not held.
 */
export function plan(input: ProfileInput, options: PlanOptions = {}): Plan {
  const context = contextOf(input, options);
  const judged = judgeAll(context);
  const verdicts = judged.flatMap((one) => one.verdicts);
  const chosen = chooseForms(
    judged.filter(({ applied }) => applied.length > 0),
    options.addressing ?? 'both',
  );
  const { routes, diagnostics: aboutRoutes } = routesOf(context);
  const { cloud, region } = context.profile;
  const policy = normalize({
    cloud,
    region,
    edition: context.edition.edition,
    collections: collect(chosen.needs, context),
    routes,
  });
  return {
    policy,
    diagnostics: unique([
      ...verdicts.flatMap(({ diagnostics }) => diagnostics),
      ...aboutRoutes,
      ...aboutProfile(context),
    ]),
    excluded: [...verdicts.flatMap(({ excluded }) => excluded ?? []), ...chosen.excluded],
  };
}
