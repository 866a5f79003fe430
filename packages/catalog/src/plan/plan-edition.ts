import {
  normalize,
  refuseUnknownNames,
  type Diagnostic,
  type Policy,
  type RuleCollection,
} from '@azureml-firewall/rule-model';
import type { CatalogCode } from '../diagnostics.js';
import type { Edition } from '../edition/edition.js';
import { refuseUnknownWords } from '../known-words.js';
import { ProfileError } from '../profile/profile-error.js';
import { settleProfile } from '../profile/settle-profile.js';
import { roles, type ProfileInput, type Role } from '../profile/profile.js';
import { findRegion } from '../region.js';
import { aboutNeeds, aboutProfile } from './about.js';
import { addressings, chooseForms, type Addressing } from './addressing.js';
import { judge, type Verdict } from './applicable.js';
import type { PlanContext } from './context.js';
import type { Excluded } from './excluded.js';
import { aboutOwnTags, ownRules } from './extra-rules.js';
import { mergeNeeds, type PlannedNeed } from './need.js';
import { expandFact } from './placeholders.js';
import { routesOf } from './routes.js';
import { rulesOf } from './rules.js';
import { hasSourcesByRole, ownAddresses } from './sources.js';
import { breadths, chooseWidth, type Breadth } from './width.js';

/** How to plan an edition. */
export interface PlanEditionOptions {
  /** Which form of a need that has two: service tags, hosts, or both (the default, in which nothing is left out). */
  readonly addressing?: Addressing;
  /** How wide to open where the sources leave a choice: as published where nothing is said. */
  readonly breadth?: Breadth;
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

/** Options come from code as well as from people: an unknown word must not fall through to another. */
function checkOptions(options: PlanEditionOptions): void {
  const what = "the plan's options are refused";
  refuseUnknownNames(what, options, ['addressing', 'breadth', 'roles']);
  const { addressing, breadth, roles: some } = options;
  if (addressing !== undefined) refuseUnknownWords(`${what}: addressing`, addressing, addressings);
  if (breadth !== undefined) refuseUnknownWords(`${what}: breadth`, breadth, breadths);
  if (some !== undefined && !Array.isArray(some))
    throw new RangeError(`${what}: roles: found ${JSON.stringify(some)}, expected a list of roles`);
  if (some !== undefined) refuseUnknownWords(`${what}: roles`, some, roles);
}

function contextOf(edition: Edition, input: ProfileInput, options: PlanEditionOptions): PlanContext {
  checkOptions(options);
  const profile = settleProfile(input);
  const region = findRegion(profile.cloud, profile.region);
  // It was looked up before: this tells the compiler.
  if (!region.ok) throw new ProfileError([]);
  const asked = options.roles?.length ? options.roles : roles;
  const placed = asked.filter((role) => ownAddresses(profile, [role]).length > 0);
  return { edition, profile, region: region.value, roles: asked, placed };
}

interface Judged extends PlannedNeed {
  readonly verdicts: readonly Verdict[];
}

/** Every requirement with the answers on its facts for the profile's cloud. */
function judgeAll(context: PlanContext): readonly Judged[] {
  return context.edition.requirements.map((requirement) => {
    const facts = requirement.facts
      .filter(({ clouds }) => clouds.includes(context.profile.cloud))
      .flatMap((fact) => expandFact(fact, context.profile));
    const verdicts = facts.map((fact) => judge(requirement, fact, context));
    return { requirement, verdicts, applied: verdicts.flatMap(({ applied }) => applied ?? []) };
  });
}

function collect(needs: readonly PlannedNeed[], context: PlanContext): readonly RuleCollection[] {
  const merged = mergeNeeds(needs);
  const collections = context.edition.collections.map(({ id, title }): RuleCollection => {
    const mine = merged.filter(({ requirement }) => requirement.collection === id);
    return { id, title, rules: mine.flatMap(({ requirement, applied }) => rulesOf(requirement, applied, context)) };
  });
  return [...collections, { id: 'own', title: 'Needs of your own', rules: ownRules(context) }];
}

function unique(diagnostics: readonly Diagnostic<CatalogCode>[]): readonly Diagnostic<CatalogCode>[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * The network access that a workspace needs by an edition that the caller has loaded, as from
 * `@azureml-firewall/catalog/editions/2026-03-19.json`: a bundler then leaves the others out.
 * @throws ProfileError when the profile holds a value that Azure would refuse, or a key that is not known; RangeError for
 * an unknown option.
 */
export function planEdition(edition: Edition, input: ProfileInput, options: PlanEditionOptions = {}): Plan {
  if (typeof edition !== 'object')
    throw new RangeError(
      `edition: found ${JSON.stringify(edition)}, expected a whole edition, as loadEdition gives it`,
    );
  const context = contextOf(edition, input, options);
  const judged = judgeAll(context);
  const verdicts = judged.flatMap((one) => one.verdicts);
  const sized = chooseWidth(
    judged.filter(({ applied }) => applied.length > 0),
    options.breadth ?? 'balanced',
  );
  const chosen = chooseForms(sized.needs, {
    addressing: options.addressing ?? 'both',
    byRole: hasSourcesByRole(context.profile),
  });
  const { routes, excluded: otherRoutes, diagnostics: aboutRoutes } = routesOf(context);
  const { cloud, region } = context.profile;
  const policy = normalize({
    cloud,
    region,
    edition: edition.edition,
    collections: collect(chosen.needs, context),
    routes,
  });
  return {
    policy,
    diagnostics: unique([
      ...verdicts.flatMap(({ diagnostics }) => diagnostics),
      ...sized.diagnostics,
      ...aboutNeeds(chosen.needs, context),
      ...aboutRoutes,
      ...aboutOwnTags(context),
      ...aboutProfile(context),
    ]),
    excluded: [
      ...verdicts.flatMap(({ excluded }) => excluded ?? []),
      ...sized.excluded,
      ...chosen.excluded,
      ...otherRoutes,
    ],
  };
}
