import type { Rule } from '@azureml-firewall/rule-model';
import { aroundPeek } from './around-peek.js';
import { withReasons, type Line, type TlsLine } from './lines.js';
import type { AccessAction, Carriers, Decision, TlsAction } from './model.js';
import { reasonOf } from './reason.js';

/** Both tables, and what each of their lines carries. */
export interface Tables {
  readonly access: readonly Decision<AccessAction>[];
  readonly tls: readonly Decision<TlsAction>[];
  readonly carriers: Pick<Carriers, 'access' | 'tls'>;
  /** Rules whose addresses come after the look at TLS. */
  readonly late: ReadonlySet<Rule>;
}

function plain<Action extends string>(action: Action, ...conditions: readonly string[]): Decision<Action> {
  return { reason: '', action, conditions };
}

/** What comes before all rules: strangers go, and where connections are intercepted, TLS is left to the other table. */
function openings(intercepts: boolean, hasClients: boolean): readonly Decision<AccessAction>[] {
  return [
    ...(intercepts ? [plain('deny' as const, 'forward')] : []),
    ...(hasClients ? [plain('deny' as const, '!clients')] : []),
    ...(intercepts && hasClients ? [plain('allow' as const, 'connect', 'tls_in')] : []),
  ];
}

/** The tables of lines in the order of match; what no line lets through is denied. */
export function tablesOf(
  access: readonly Line<AccessAction>[],
  tls: readonly TlsLine[],
  intercepts: boolean,
  hasClients: boolean,
): Tables {
  const { before, after } = aroundPeek(tls);
  const explained = new Set(access.map(({ rule }) => rule));
  /** Said in full above one table, and by name in the other where no condition is named after the rule. */
  const shortReason = ({ rule, conditions }: TlsLine): string => {
    if (!explained.has(rule)) return reasonOf(rule);
    return conditions.some((name) => name.startsWith(rule.id)) ? '' : rule.id;
  };
  const first = openings(intercepts, hasClients);
  const entriesOf = (lines: readonly Line<string>[]): Carriers['tls'] => lines.map(({ entries }) => entries);
  return {
    access: [...first, ...withReasons(access, ({ rule }) => reasonOf(rule)), plain('deny', 'all')],
    tls: [
      ...withReasons(before, shortReason),
      plain('peek', 'hello'),
      ...withReasons(after, shortReason),
      plain('terminate', 'all'),
    ],
    carriers: {
      access: [...first.map(() => []), ...entriesOf(access), []],
      tls: [...entriesOf(before), [], ...entriesOf(after), []],
    },
    late: new Set(after.filter(({ by }) => by === 'address').map(({ rule }) => rule)),
  };
}
