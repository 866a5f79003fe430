import type { SyntaxChecker } from '../adapter.js';
import { check, skipped, thrownText, type Check, type Faults, type Result } from '../check.js';
import { hostileTexts } from '../hostile.js';
import type { NamedTrial, Suite } from '../suite.js';
import { textFields } from './hostile-fields.js';

/** All fixtures, the vendor's own cases, and every hostile text as the purpose of a rule. */
function subjects<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly NamedTrial<Options>[] {
  const [purpose] = textFields;
  const own = suite.adapter.own?.cases ?? [];
  if (!purpose) return [...suite.trials, ...own];
  return [
    ...suite.trials,
    ...own,
    ...hostileTexts.map(({ name, text }) => ({ name, policy: purpose.policyWith(text) })),
  ];
}

/** What a checker says; one that throws refuses. */
async function answerOf(ask: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    return { status: 'fail', reason: thrownText(error) };
  }
}

async function checkerFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  { accepts }: SyntaxChecker<Options>,
): Promise<Faults> {
  const faults: string[] = [];
  let asked = 0;
  for (const trial of subjects(suite)) {
    const { artifacts } = suite.render(trial);
    if (artifacts.length === 0) continue;
    const { status, reason } = await answerOf(() => accepts(artifacts, suite.optionsOf(trial)));
    if (status !== 'skip') asked += 1;
    if (status === 'fail') faults.push(`${trial.name}: ${reason}`);
  }
  return asked > 0 ? faults : ['it was asked about nothing'];
}

/** The vendor's own checkers on everything that is printed; one that is missing is a skip that says so. */
export function syntaxChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { syntax = [] } = suite.adapter;
  if (syntax.length === 0) return [skipped('syntax', "the adapter names no checker of the vendor's")];
  return syntax.map((checker) => {
    const name = `syntax: ${checker.name} accepts what is printed`;
    return checker.missing === undefined
      ? check(name, () => checkerFaults(suite, checker))
      : skipped(name, checker.missing);
  });
}
