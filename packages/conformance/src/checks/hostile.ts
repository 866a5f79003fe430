import { entriesOf } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { Trial } from '../adapter.js';
import { check, skipped, thrownText, type Check, type Faults } from '../check.js';
import { hostileTexts, longTexts, refusedTexts, type HostileText } from '../hostile.js';
import { worldOf } from '../probes/world.js';
import { probesOfAll } from '../probes/probes.js';
import type { Suite } from '../suite.js';
import { accountFaults } from './account.js';
import { textFields, type TextField } from './hostile-fields.js';
import { inEach } from './in-each.js';
import { placeFaults } from './spans.js';

/** How a free text stands on a line: what is before it, and what behind. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

function frameOf(one: string, other: string): Frame {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return { before: one.slice(0, start), after: end === 0 ? '' : one.slice(-end) };
}

/** A line that holds a free text, against the same line with harmless ones: nothing around the text may change. */
function lineFaults(line: string, harmless: string, other: string, unsafe: RegExp | undefined): Faults {
  if (harmless === other) return line === harmless ? [] : [`changes the line ${JSON.stringify(harmless)}`];
  const { before, after } = frameOf(harmless, other);
  if (!line.startsWith(before) || !line.endsWith(after) || line.length < before.length + after.length)
    return [`breaks out on the line ${JSON.stringify(line)}`];
  const text = line.slice(before.length, line.length - after.length);
  return unsafe?.test(text) === true ? [`stands as it is on the line ${JSON.stringify(line)}`] : [];
}

function textFaults({ path, text }: Artifact, harmless: Artifact, other: Artifact, unsafe: RegExp | undefined): Faults {
  const lines = [text, harmless.text, other.text].map((one) => one.split('\n'));
  const [found = [], first = [], second = []] = lines;
  if (found.length !== first.length || second.length !== first.length)
    return [`${path} has ${String(found.length)} lines, with harmless words ${String(first.length)}`];
  return found.flatMap((line, i) => lineFaults(line, first[i] ?? '', second[i] ?? '', unsafe));
}

function fieldFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  { policyWith }: TextField,
  { text }: HostileText,
  options: Partial<Options>,
): Faults {
  const printed = [text, 'a'.repeat(text.length), 'b'.repeat(text.length)].map(
    (one) => suite.render({ policy: policyWith(one), options }).artifacts,
  );
  const [found = [], harmless = [], other = []] = printed;
  if (found.map(({ path }) => path).join() !== harmless.map(({ path }) => path).join()) return ['prints other files'];
  return found.flatMap((artifact, i) =>
    textFaults(artifact, harmless[i] ?? artifact, other[i] ?? artifact, suite.adapter.unsafe),
  );
}

/** What a device decides otherwise because of a text. */
function meaningFaults<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  hostile: Trial<Options>,
  harmless: Trial<Options>,
): Faults {
  const { read } = suite.adapter;
  if (!read) return [];
  const world = worldOf(hostile.policy);
  const [decide, expected] = [hostile, harmless].map((trial) => {
    const { artifacts, model } = suite.render(trial);
    return read({ artifacts, feeds: suite.feeds(trial, model), options: suite.optionsOf(trial), world });
  });
  const probes = probesOfAll(entriesOf(hostile.policy), world, suite.adapter);
  return probes.some((probe) => decide?.(probe) !== expected?.(probe)) ? ['decides otherwise'] : [];
}

interface Combination<Options> {
  readonly name: string;
  readonly field: TextField;
  readonly text: HostileText;
  readonly options: Partial<Options>;
}

/** Every text at every place; with other options than the adapter's own, only as the purpose of a rule. */
function combinations<Model, Options, Code extends string>(
  { variants }: Suite<Model, Options, Code>,
  texts: readonly HostileText[],
): readonly Combination<Options>[] {
  return variants.flatMap(([variant, options], i) =>
    (i === 0 ? textFields : textFields.slice(0, 1)).flatMap((field) =>
      texts.map((text) => ({
        name: [variant, field.name, text.name].filter(Boolean).join(', '),
        field,
        text,
        options,
      })),
    ),
  );
}

/** What of the refused texts gets through: the rule model stands before every renderer. */
function notRefused<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  trial: Trial<Options>,
): Faults {
  try {
    suite.render(trial);
  } catch (error) {
    return error instanceof Error && error.name === 'RenderError' ? [] : [thrownText(error)];
  }
  return ['is not refused'];
}

/** Free text of a policy stays text, whatever it tries. */
export function hostileChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { read } = suite.adapter;
  const all = combinations(suite, hostileTexts);
  const meaning = 'hostile texts: a device that reads what is printed decides as with harmless words';
  return [
    check('hostile texts: nothing around a text of the policy changes', () =>
      inEach(all, ({ field, text, options }) => fieldFaults(suite, field, text, options)),
    ),
    check('hostile texts: however long, the account holds and lines stay lines', () =>
      inEach(combinations(suite, longTexts), ({ field, text, options }) => {
        const trial = { policy: field.policyWith(text.text), options };
        return [...accountFaults(suite, trial), ...placeFaults(suite, trial)];
      }),
    ),
    read
      ? check(meaning, () =>
          inEach(all, ({ field, text, options }) => {
            const trialWith = (one: string): Trial<Options> => ({ policy: field.policyWith(one), options });
            return meaningFaults(suite, trialWith(text.text), trialWith('harmless'));
          }),
        )
      : skipped(meaning, 'the adapter has no reader'),
    check('hostile texts: what breaks a line or can not be seen is refused', () =>
      inEach(combinations(suite, refusedTexts), ({ field, text, options }) =>
        notRefused(suite, { policy: field.policyWith(text.text), options }),
      ),
    ),
  ];
}
