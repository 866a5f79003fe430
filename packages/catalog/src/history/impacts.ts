import type { Requirement } from '../edition/edition.js';
import { rolesOf } from '../edition/roles-of.js';
import { predicateText } from '../predicate.js';
import type { Impact, Statement } from './change.js';
import { statementsOf } from './statements.js';

type Key = (statement: Statement) => string;

const destination: Key = (statement) => statement.destination;
const port: Key = (statement) => `${statement.destination} ${statement.port}`;
const condition: Key = (statement) => `${port(statement)} ${statement.when ?? ''}`;
const clouds: Key = (statement) => `${port(statement)} ${statement.clouds.join(' ')}`;

/** Those statements of one side whose key the other side has as well. */
function sharing(side: readonly Statement[], other: readonly Statement[], key: Key): readonly Statement[] {
  const known = new Set(other.map(key));
  return side.filter((statement) => known.has(key(statement)));
}

/** Whether a side has a key that the other lacks. */
function exceeds(side: readonly Statement[], other: readonly Statement[], key: Key): boolean {
  return sharing(side, other, key).length < side.length;
}

function ofStatements(before: readonly Statement[], after: readonly Statement[]): readonly Impact[] {
  /** A difference that is news by itself: among statements that are otherwise the same on both sides. */
  const differs = (key: Key): boolean =>
    exceeds(sharing(after, before, port), before, key) || exceeds(sharing(before, after, port), after, key);
  const found: readonly (readonly [Impact, boolean])[] = [
    ['new-destination', exceeds(after, before, destination)],
    ['removed-destination', exceeds(before, after, destination)],
    ['new-port', exceeds(sharing(after, before, destination), before, port)],
    ['removed-port', exceeds(sharing(before, after, destination), after, port)],
    ['condition', differs(condition)],
    ['clouds', differs(clouds)],
  ];
  return found.flatMap(([impact, holds]) => (holds ? [impact] : []));
}

function printedNames({ facts }: Requirement): string {
  return JSON.stringify(facts.map(({ tag, host, printed }) => [tag ?? host, printed ?? '']).toSorted());
}

/** Destinations and ports that a requirement's pages print, or that only follow from something else on the page. */
function ports({ facts }: Requirement, inferred: boolean): ReadonlySet<string> {
  const some = facts.filter((fact) => (fact.inferred?.includes('ports') ?? false) === inferred);
  return new Set(some.flatMap((fact) => fact.ports.map((one) => `${fact.tag ?? fact.host ?? '?'} ${one}`)));
}

/** Ports that both sides ask for, printed on one of them only. */
function ofStating(before: Requirement, after: Requirement): readonly Impact[] {
  const [statedBefore, statedNow] = [ports(before, false), ports(after, false)];
  const stated = [...ports(before, true)].some((one) => !statedBefore.has(one) && statedNow.has(one));
  const inferred = [...ports(after, true)].some((one) => !statedNow.has(one) && statedBefore.has(one));
  return [...(stated ? ['ports-stated' as const] : []), ...(inferred ? ['ports-inferred' as const] : [])];
}

/** Whether what both sides ask for is opened by others than before. */
function ofRoles(before: Requirement, after: Requirement): readonly Impact[] {
  const who = (requirement: Requirement): ReadonlyMap<string, string> => {
    const pairs = requirement.facts.flatMap((fact) =>
      fact.ports.map((one) => {
        const when = fact.when ? predicateText(fact.when) : '';
        return [`${fact.tag ?? fact.host ?? '?'} ${one} ${when}`, rolesOf(requirement, fact).join(' ')] as const;
      }),
    );
    return new Map(pairs);
  };
  const [then, now] = [who(before), who(after)];
  const differs = [...now].some(([key, roles]) => (then.get(key) ?? roles) !== roles);
  return differs ? ['roles'] : [];
}

/** What became of a requirement that both editions have. */
export function impactsOf(before: Requirement, after: Requirement): readonly Impact[] {
  const known = [
    ...ofStatements(statementsOf(before), statementsOf(after)),
    ...ofRoles(before, after),
    ...ofStating(before, after),
  ];
  if (known.length > 0) return known;
  if (printedNames(before) !== printedNames(after)) return ['printed-name'];
  const places = ({ facts }: Requirement): string => JSON.stringify(facts.map(({ at }) => at));
  return places(before) === places(after) ? ['wording'] : ['places'];
}
