export type { CatalogCode, CatalogDiagnosticData } from './diagnostics.js';
export type {
  Collection,
  Dispute,
  Edition,
  Exfiltration,
  Fact,
  InClusterTraffic,
  Inferred,
  Place,
  Prerequisite,
  Reference,
  Requirement,
  RouteFact,
  Scope,
  SourcePage,
  Width,
} from './edition/edition.js';
export type { EditionId, EditionInfo } from './edition/editions.js';
export type { SourceAge } from './edition/source-ages.js';
export type { Excluded, Exclusion } from './plan/excluded.js';
export type { Addressing } from './plan/addressing.js';
export type { Found } from './find/find.js';
export type { Match } from './find/match.js';
export type { Selection } from './find/select.js';
export type { Change, Impact, Statement, Tombstone } from './history/change.js';
export type { EditionDiff } from './history/diff-editions.js';
export type { PlanDiff, RuleChange } from './history/diff-plans.js';
export type { ChangeFeed } from './history/feed.js';
export type { History, RequirementHistory, RouteHistory } from './history/history.js';
export type { InClusterChange } from './history/in-cluster-change.js';
export type { ItemChange } from './history/item-change.js';
export type { PrerequisiteChange } from './history/prerequisite-change.js';
export type { RouteChange } from './history/route-change.js';
export type { LiveComparison, LiveDifference, Narrowing } from './live/compare-with-live.js';
export type { LivePlan } from './live/plan-from-dependencies.js';
export type { RequirementId, RegionName, RouteId } from './generated/names.js';
export type { PlanOptions } from './plan/plan.js';
export type { Plan, PlanEditionOptions } from './plan/plan-edition.js';
export type { Breadth } from './plan/width.js';
export type { Predicate } from './predicate.js';
export type {
  ComputeProfile,
  ExtraNeed,
  KubernetesProfile,
  MonitoringProfile,
  NetworkProfile,
  PackagesProfile,
  Profile,
  ProfileInput,
  Role,
  ToolsProfile,
} from './profile/profile.js';
export type { ProfileIssue } from './profile/profile-error.js';
export type { Region } from './region.js';

export { scopes } from './edition/edition.js';
export { asOf, editions, loadEdition } from './edition/editions.js';
export { sourceAges } from './edition/source-ages.js';
export { find } from './find/find.js';
export { select } from './find/select.js';
export { requirementIds, routeIds } from './generated/names.js';
export { impacts } from './history/change.js';
export { compareEditions, diffEditions } from './history/diff-editions.js';
export { diffPlans } from './history/diff-plans.js';
export { applyChanges, changeFeed } from './history/feed.js';
export { history } from './history/history.js';
export { compareWithLive } from './live/compare-with-live.js';
export { planFromDependencies } from './live/plan-from-dependencies.js';
export { catalogMessages } from './messages.js';
export { plan } from './plan/plan.js';
export { planEdition } from './plan/plan-edition.js';
export { holds, predicateText } from './predicate.js';
export { completeProfile, profileDefaults } from './profile/defaults.js';
export { ProfileError } from './profile/profile-error.js';
export { roles } from './profile/profile.js';
export { findRegion, regions } from './region.js';
