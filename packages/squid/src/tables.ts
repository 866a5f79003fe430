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

/**
 * What comes before all rules. Strangers go. In TLS that was opened, CONNECT would lead on through squid's own connection
 * to the server, whatever the path. Where connections are intercepted, all other TLS is left to the table of TLS, and no
 * request asks for a tunnel.
 */
function openings(intercepts: boolean, opens: boolean, hasClients: boolean): readonly Decision<AccessAction>[] {
  const left = intercepts && hasClients;
  return [
    ...(intercepts ? [plain('deny' as const, 'forward')] : []),
    ...(hasClients ? [plain('deny' as const, '!clients')] : []),
    ...(opens ? [plain('deny' as const, 'connect', 'opened')] : []),
    ...(left ? [plain('allow' as const, 'connect', 'tls_in'), plain('deny' as const, 'connect')] : []),
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
  const opens = tls.some(({ action }) => action === 'bump');
  const first = openings(intercepts, opens, hasClients);
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
