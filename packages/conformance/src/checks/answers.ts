import { entriesOf, type DestinationKind, type Entry, type Policy } from '@azureml-firewall/rule-model';
import { outcomes, type Context, type Lowered, type Placed, type Renderer } from '@azureml-firewall/renderer-kit';
import { check, thrownText, type Check, type Faults } from '../check.js';
import type { Suite } from '../suite.js';
import { by, policy, rule, tag, to } from '../write.js';

/** One entry of each kind. */
const examples: Readonly<Record<DestinationKind, Policy>> = {
  fqdn: policy([rule('host', ['example.com'], ['tcp/443'])]),
  wildcard: policy([rule('below', ['*.example.com'], ['tcp/443'])]),
  suffix: policy([rule('ending', ['*example.org'], ['tcp/443'])]),
  url: policy([rule('path', ['example.com/owner/*'], [by('tcp/443', 'https')])]),
  'service-tag': policy([rule('tag', [tag('AzureMachineLearning', '198.51.100.0/26')], ['tcp/443'])]),
  cidr: policy([rule('prefix', [to('192.0.2.0/24')], ['tcp/443'])]),
};

/** An answer for whatever kind: the table is keyed by the kind that the entry has. */
type Answer<Node, Options, Code extends string> = (entry: Entry, context: Context<Options>) => Lowered<Node, Code>;

const kinds = Object.keys(examples) as readonly DestinationKind[];

/** What may be wrong with an answer that its type would have refused. */
function loweredFaults({ outcome, ...rest }: Lowered<unknown>, messages: object): Faults {
  const nodes = 'nodes' in rest ? rest.nodes.length : 0;
  const code = 'finding' in rest ? rest.finding.code : undefined;
  return [
    ...(outcomes.includes(outcome) ? [] : [`${outcome as string} is no outcome`]),
    ...((outcome === 'omitted') === (nodes === 0) ? [] : [`${outcome} comes with ${String(nodes)} nodes`]),
    ...((outcome === 'exact') === (code === undefined)
      ? []
      : [`${outcome} comes ${code === undefined ? 'without a finding' : 'with a finding'}`]),
    ...(code === undefined || Object.hasOwn(messages, code) ? [] : [`${code} has no text`]),
  ];
}

function answerFaults<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  options: Options,
  kind: DestinationKind,
): Faults {
  const given = examples[kind];
  const { cloud, region, edition } = given;
  const context: Context<Options> = { cloud, region, edition, policy: given, options };
  const answer = renderer.lower[kind] as Answer<Node, Options, Code> | undefined;
  if (typeof answer !== 'function') return ['there is no function for it'];
  return entriesOf(given).flatMap((entry: Entry) => {
    try {
      return loweredFaults(answer(entry, context), renderer.messages);
    } catch (error) {
      return [thrownText(error)];
    }
  });
}

/** What the answers so far become, printed. */
function printed<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  options: Options,
  until: 'assemble' | 'print',
): Faults {
  const given = examples.cidr;
  const { cloud, region, edition } = given;
  const context: Context<Options> = { cloud, region, edition, policy: given, options };
  const placed = entriesOf(given).flatMap((entry): readonly Placed<Node>[] => {
    const answer = renderer.lower.cidr as Answer<Node, Options, Code>;
    const lowered = answer(entry, context);
    return lowered.outcome === 'omitted' ? [] : [{ entry, outcome: lowered.outcome, nodes: lowered.nodes }];
  });
  const { model } = renderer.assemble(placed, context);
  if (until === 'print') renderer.print(model, context);
  return [];
}

/** What of a renderer has no answer yet, one check each: the list of what is left to do in a new package. */
export function answerChecks<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  return [
    ...kinds.map((kind) => check(`answers: ${kind}`, () => answerFaults(renderer, suite.defaults, kind))),
    check('answers: what is lowered is assembled', () => printed(renderer, suite.defaults, 'assemble')),
    check('answers: what is assembled is printed', () => printed(renderer, suite.defaults, 'print')),
  ];
}

/** Whether a renderer can be asked about whole policies: else all other checks would say the same. */
export function isAnswered(checks: readonly Check[]): boolean {
  return checks.every(({ run }) => {
    const result = run();
    return !('then' in result) && result.status === 'pass';
  });
}
