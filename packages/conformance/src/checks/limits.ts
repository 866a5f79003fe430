import type { DeclaredLimit, LimitCase } from '../adapter.js';
import { check, type Check, type Faults } from '../check.js';
import type { Suite } from '../suite.js';

function declarationFaults({ value, page, date }: DeclaredLimit): Faults {
  return [
    ...(Number.isInteger(value) && value > 0 ? [] : [`the number is ${String(value)}`]),
    ...(page.trim() === '' ? ['the page that prints it is not named'] : []),
    ...(date.trim() === '' ? ['the date of the page is not named'] : []),
  ];
}

function limitFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  { limit, trial, past }: LimitCase<Model, Options, Code>,
): Faults {
  const declared = declarationFaults(limit);
  if (declared.length > 0) return declared;
  const { value } = limit;
  const [at, over] = [suite.render(trial(value)), suite.render(trial(value + 1))];
  if ('says' in past) {
    const { says } = past;
    const said = [at, over].map(({ diagnostics }) => diagnostics.some(({ code }) => code === says));
    return [
      ...(said[0] === true ? [`${says} is said at ${String(value)}`] : []),
      ...(said[1] === true ? [] : [`${says} is not said at ${String(value + 1)}`]),
    ];
  }
  const [reached, kept] = [past.keeps(at), past.keeps(over)];
  const lost = over.outcomes.filter(({ outcome }) => outcome === 'omitted').length;
  return [
    ...(reached === value ? [] : [`the trial of ${String(value)} comes to ${String(reached)}`]),
    ...(kept <= value ? [] : [`the trial of ${String(value + 1)} comes to ${String(kept)}`]),
    ...(lost > at.outcomes.filter(({ outcome }) => outcome === 'omitted').length ? ['an entry is lost past it'] : []),
  ];
}

/** Each declared limit, at its number and one past it. */
export function limitChecks<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): readonly Check[] {
  const { limits } = suite.adapter;
  if ('none' in limits)
    return [check('limits: why there are none', () => (limits.none.trim() === '' ? ['no reason is given'] : []))];
  if (limits.length === 0)
    return [check('limits: each with its page', () => ['none is declared: name them, or say why there are none'])];
  return limits.map((one) => check(`limits: ${one.name}`, () => limitFaults(suite, one)));
}
