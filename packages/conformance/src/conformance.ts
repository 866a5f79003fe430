import type { Renderer } from '@azureml-firewall/renderer-kit';
import type { Adapter } from './adapter.js';
import { skipped, type Check } from './check.js';
import { checkAdapter } from './check-adapter.js';
import { accountChecks } from './checks/account.js';
import { answerChecks, isAnswered } from './checks/answers.js';
import { changeChecks } from './checks/changes.js';
import { deterministicChecks } from './checks/deterministic.js';
import { emptyChecks } from './checks/empty.js';
import { expectedChecks } from './checks/expected.js';
import { hostileChecks } from './checks/hostile.js';
import { limitChecks } from './checks/limits.js';
import { messageChecks, saidChecks } from './checks/messages.js';
import { hostileOptionChecks, optionChecks } from './checks/options.js';
import { pureChecks } from './checks/pure.js';
import { randomChecks } from './checks/random.js';
import { spanChecks } from './checks/spans.js';
import { stableChecks } from './checks/stable.js';
import { syntaxChecks } from './checks/syntax.js';
import { verdictChecks } from './checks/verdicts.js';
import { suiteOf } from './suite.js';

/**
 * All that is held against a renderer, as a plain list that any test runner can run. Nothing runs until a check is asked
 * to, but for one look at whether the renderer answers at all: as long as a kind of destination has no answer, the checks
 * that need whole policies are skipped, and those of the answers fail one by one.
 * @throws RangeError for an adapter that lacks a part, or has one that is not known: what it asks would not be checked.
 */
export function conformance<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  adapter: Adapter<Model, Options, Code>,
): readonly Check[] {
  checkAdapter(adapter);
  const suite = suiteOf(renderer, adapter);
  const answers = answerChecks(renderer, suite);
  const first = [...answers, ...optionChecks(suite), ...limitChecks(suite), ...messageChecks(suite)];
  const whole = [
    ...saidChecks(suite),
    ...hostileOptionChecks(suite),
    ...expectedChecks(suite),
    ...accountChecks(suite),
    ...verdictChecks(suite),
    ...deterministicChecks(suite),
    ...pureChecks(suite),
    ...hostileChecks(suite),
    ...emptyChecks(suite),
    ...spanChecks(suite),
    ...stableChecks(suite),
    ...changeChecks(suite),
    ...syntaxChecks(suite),
    ...randomChecks(suite),
  ];
  if (isAnswered(answers)) return [...first, ...whole];
  return [...first, ...whole.map(({ name }) => skipped(name, 'not before every kind of destination has an answer'))];
}
