import { entriesOf, messageOf, type Diagnostic, type Policy } from '@azureml-firewall/rule-model';
import type { OutcomeRecord } from '@azureml-firewall/renderer-kit';
import type { Trial } from '../adapter.js';
import { check, type Check, type Faults } from '../check.js';
import type { Suite } from '../suite.js';
import { policy, rule } from '../write.js';
import { inEach } from './in-each.js';
import { placeFaults } from './spans.js';

function recordFaults({ entry, outcome, finding, artifact, lines }: OutcomeRecord): Faults {
  const isSilent = (finding === undefined) !== (outcome === 'exact');
  const isPlaced = artifact !== undefined && lines !== undefined;
  return [
    ...(isSilent ? [`${entry} is ${outcome} ${finding ? 'and has' : 'without'} a finding`] : []),
    ...(isPlaced === (outcome === 'omitted') ? [`${entry} is ${outcome}, but its lines say otherwise`] : []),
  ];
}

/** Names in braces that the facts lack, and values that are none. */
const unfilled = /\{[A-Za-z]+\}|undefined|NaN|\[object /;

/** What is wrong with a text of a renderer: a code that it does not declare, or facts that the text lacks. */
export function diagnosticFaults(messages: Readonly<Record<string, string>>, { code, data }: Diagnostic): Faults {
  const template = Object.hasOwn(messages, code) ? messages[code] : undefined;
  if (template === undefined) return [`${code} is said but has no text`];
  const text = messageOf(template, data);
  return unfilled.test(text) ? [`${code} says: ${text}`] : [];
}

/** What is wrong with the account of one trial. */
export function accountFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  const { outcomes, diagnostics } = suite.render(trial);
  const asked = entriesOf(trial.policy).map(({ id }) => id);
  const settled = outcomes.map(({ entry }) => entry);
  const isWhole = settled.length === asked.length && settled.every((entry, i) => entry === asked[i]);
  return [
    ...(isWhole ? [] : [`${String(asked.length)} entries went in, and ${String(settled.length)} verdicts came out`]),
    ...outcomes.flatMap(recordFaults),
    ...diagnostics.flatMap((diagnostic) => diagnosticFaults(suite.messages, diagnostic)),
  ];
}

/** More destinations than a workspace has, so that lists are split and tables are full. */
function manyDestinations(): Policy {
  const prefixes = Array.from(
    { length: 9000 },
    (_, i) => `10.${String(64 + (i >> 14))}.${String((i >> 6) & 255)}.${String((i & 63) * 4)}/30`,
  );
  const hosts = Array.from({ length: 1000 }, (_, i) => `host${String(i)}.example.com`);
  return policy([rule('prefixes', prefixes, ['tcp/443']), rule('hosts', hosts, ['tcp/443'])]);
}

/** Entries in, verdicts out: one each, with a reason unless it is exact. */
export function accountChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  return [
    check('account: each entry has one verdict, and a finding unless it is exact', () =>
      inEach(suite.trials, (trial) => accountFaults(suite, trial)),
    ),
    check('account: of 10,000 destinations', () => {
      const trial = { policy: manyDestinations() };
      return [...accountFaults(suite, trial), ...placeFaults(suite, trial)];
    }),
  ];
}
