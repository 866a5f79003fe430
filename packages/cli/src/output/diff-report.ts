import type {
  Change,
  EditionDiff,
  InClusterChange,
  PlanDiff,
  PrerequisiteChange,
  Profile,
  RouteChange,
  RuleChange,
} from '@azureml-firewall/catalog';
import type { Advice, Report, ReportColumn, Section } from './report.js';
import { changeLines, peerText } from './statement-lines.js';

const requirement: ReportColumn = { title: 'requirement', code: true };
const destination: ReportColumn = { title: 'destination', clips: true, code: true };
const services: ReportColumn = { title: 'services', code: true };
const purpose: ReportColumn = { title: 'purpose', clips: true };
const clouds: ReportColumn = { title: 'clouds' };
const when: ReportColumn = { title: 'only if', clips: true, code: true };

const whole = [requirement, destination, services, clouds, when, purpose];
const sides = [requirement, { title: '±' }, destination, services, clouds, when];
const printed = [requirement, { title: 'impact' }, purpose];
const partly = [requirement, { title: 'held by' }, purpose];
const rules = [requirement, destination, services, purpose];
const advice: ReportColumn = { title: 'what to do', clips: true };
const change: ReportColumn = { title: 'change' };
const routeColumns: readonly ReportColumn[] = [
  { title: 'route', code: true },
  change,
  { title: 'service tag', code: true },
  advice,
];
const trafficColumns: readonly ReportColumn[] = [
  { title: 'traffic', code: true },
  change,
  { title: 'from', clips: true },
  { title: 'to', clips: true },
  services,
];
const prerequisiteColumns: readonly ReportColumn[] = [{ title: 'prerequisite', code: true }, change, advice];

function routeSection(routes: readonly RouteChange[]): Section {
  const rows = routes.map(({ route, kind, before, after, advice: text }) => [
    route,
    kind,
    (after ?? before)?.tag ?? '',
    text,
  ]);
  return { title: 'Routes', columns: routeColumns, rows };
}

function trafficSection(traffic: readonly InClusterChange[]): Section {
  const rows = traffic.map(({ item, kind, before, after }) => {
    const { from = '', to = '', ports = [] } = after ?? before ?? {};
    return [item, kind, from, to, ports.join(', ')];
  });
  const title = 'Inside a Kubernetes cluster: for network policies, no matter for a firewall around it';
  return { title, columns: trafficColumns, rows };
}

function prerequisiteSection(prerequisites: readonly PrerequisiteChange[]): Section {
  const rows = prerequisites.map(({ item, kind, advice: text }) => [item, kind, text]);
  return { title: 'Beside rules and routes', columns: prerequisiteColumns, rows };
}

/** What changed in what is no rule, for everybody or for one workspace. */
type Beside = Pick<EditionDiff, 'routes' | 'inCluster' | 'prerequisites'>;

function besideSections({ routes, inCluster, prerequisites }: Beside): readonly Section[] {
  return [routeSection(routes), trafficSection(inCluster), prerequisiteSection(prerequisites)];
}

function besideCounts({ routes, inCluster, prerequisites }: Beside): Counts {
  return [
    [routes.length, routes.length === 1 ? 'route' : 'routes'],
    [inCluster.length, 'inside a cluster'],
    [prerequisites.length, prerequisites.length === 1 ? 'prerequisite' : 'prerequisites'],
  ];
}

function wholeRows(change: Change): Section['rows'] {
  return changeLines(change).map((line) => [
    change.requirement,
    line.destination,
    line.services,
    line.clouds,
    line.when,
    change.purpose,
  ]);
}

function sideRows(change: Change): Section['rows'] {
  return changeLines(change).map(({ sign, destination, services, clouds, when }) => [
    change.requirement,
    sign,
    destination,
    services,
    clouds,
    when,
  ]);
}

/** What to do, each once with all that it is about. */
function adviceOf(changes: readonly Change[]): readonly Advice[] {
  const about = new Map<string, readonly string[]>();
  for (const { advice, requirement } of changes) about.set(advice, [...(about.get(advice) ?? []), requirement]);
  return [...about].map(([text, ids]) => ({ text, about: ids }));
}

type Counts = readonly (readonly [count: number, what: string])[];

function summaryOf(counts: Counts): string {
  const some = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return some.length > 0 ? some.join(', ') : 'no differences';
}

/** Which of two editions hold what a page asks for, where one of them only refers to the page. */
function heldBy({ before, after, from, to }: Change): string {
  if (before && after) return 'both, in part';
  return before ? from : to;
}

/** What changed between two editions, for everybody. */
export function editionReport(diff: EditionDiff): Report {
  const { from, to, changes } = diff;
  const of = (kind: Change['kind']): readonly Change[] => changes.filter((change) => change.kind === kind);
  const [added, removed, changed, notHeld] = [of('added'), of('removed'), of('changed'), of('not-held')];
  const inPrint = changed.filter((change) => changeLines(change).length === 0);
  const inSubstance = changed.filter((change) => !inPrint.includes(change));
  const summary = summaryOf([
    [added.length, 'added'],
    [removed.length, 'removed'],
    [inSubstance.length, 'changed'],
    [inPrint.length, 'changed in print only'],
    [notHeld.length, 'not held by both'],
    ...besideCounts(diff),
  ]);
  return {
    title: `Requirements from ${from} to ${to}: ${summary}`,
    sections: [
      { title: 'Added', columns: whole, rows: added.flatMap(wholeRows) },
      { title: 'Removed', columns: whole, rows: removed.flatMap(wholeRows) },
      { title: 'Changed', columns: sides, rows: inSubstance.flatMap(sideRows) },
      {
        title: 'Changed in print only: nothing to do on the firewall',
        columns: printed,
        rows: inPrint.map((change) => [change.requirement, change.impacts.join(', '), change.purpose]),
      },
      {
        title: 'Not held by both editions: nothing is known to have changed',
        columns: partly,
        rows: notHeld.map((change) => [change.requirement, heldBy(change), change.purpose]),
      },
      ...besideSections(diff),
    ],
    advice: adviceOf([...added, ...removed, ...inSubstance]),
  };
}

function ruleRow({ requirement, destination, direction, services, purpose }: RuleChange): Section['rows'][number] {
  return [requirement, peerText(destination, direction), services.join(', '), purpose];
}

/** What the change from one edition to another means for one workspace. */
export function workspaceReport(diff: PlanDiff, { cloud, region }: Profile): Report {
  const { from, to, gained, lost, changes } = diff;
  const summary = summaryOf([[gained.length, 'to allow'], [lost.length, 'no longer asked for'], ...besideCounts(diff)]);
  return {
    title: `Workspace in ${region} (${cloud}) from ${from} to ${to}: ${summary}`,
    sections: [
      { title: 'To allow, before it is missed', columns: rules, rows: gained.map(ruleRow) },
      { title: 'No longer asked for: watch the hits, then remove', columns: rules, rows: lost.map(ruleRow) },
      ...besideSections(diff),
    ],
    // The sections say what to do in general; why a requirement is retired they do not.
    advice: adviceOf(changes.filter(({ retired }) => retired)),
  };
}
