import type { Report } from './report.js';
import type { WorkspaceRow } from './summary.js';

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const sum = (rows: readonly WorkspaceRow[], of: (row: WorkspaceRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

const gapOf = ({ gap }: WorkspaceRow): number => Object.values(gap).reduce((total, one) => total + one, 0);

function totals({ backEnds, rows }: Report): string {
  const lines = backEnds.map(({ id, title }) => {
    const own = rows.filter(({ backEnd }) => backEnd === id);
    return [
      title,
      sum(own, ({ probes }) => probes),
      sum(own, ({ passed }) => passed),
      sum(own, ({ stopped }) => stopped),
      sum(own, gapOf),
      sum(own, ({ disagreements, faults }) => disagreements + faults.length),
    ];
  });
  return table(['back end', 'flows', 'let through as promised', 'stopped as promised', 'gap', 'disagreements'], lines);
}

function details({ rows }: Report): string {
  const lines = rows.map((row) => {
    const verdicts = Object.entries(row.verdicts).map(([verdict, number]) => `${verdict} ${number}`);
    const numbers = [row.probes, row.passed, row.stopped, gapOf(row), row.disagreements + row.faults.length];
    return [row.backEnd, row.workspace, row.entries, verdicts.join(', '), ...numbers];
  });
  const head = ['back end', 'workspace', 'entries', 'verdicts', 'flows', 'through', 'stopped', 'gap', 'disagreements'];
  return table(head, lines);
}

function gaps({ backEnds, rows }: Report): string {
  const kinds = [...new Set(rows.flatMap(({ gap }) => Object.keys(gap)))].toSorted();
  const lines = backEnds.map(({ id, title }) => {
    const own = rows.filter(({ backEnd }) => backEnd === id);
    return [
      title,
      ...kinds.map((kind) => sum(own, ({ gap }) => Object.entries(gap).find(([one]) => one === kind)?.[1] ?? 0)),
    ];
  });
  return table(['back end', ...kinds], lines);
}

/** The report as a Markdown page. */
export function reportText(report: Report): string {
  const { control, workspaces, sabotages, refreshed } = report;
  return `# Tried with real packets

Made by \`npm run lab\`, as root on Debian with the packages that it names when they are missing.

Three network namespaces, client, gateway and internet, stand in a row. The internet answers DNS for the names of each
policy with addresses made up for documentation, and TLS, HTTP, plain bytes and datagrams on every port that is dialled.
The gateway runs what was rendered: the kernel's packet filter, dnsmasq and squid are the real ones, and so are the
clients' connections. For each entry of a policy the lab opens connections that the entry asks for, and at least as many
that only come close. What has to become of each is never written by hand: it follows from rule-model's \`evaluate\` and
from the renderer's verdict. \`exact\` means just what was asked, and \`omitted\` that it is stopped; every other verdict has
a finding that says what passes besides, or what does not, and the lab holds it to that. A finding that the lab does not
know stops it.

Without any rules ${control.passed} of ${control.probes} connections get through, so that being stopped later means something.

${totals(report)}

A _gap_ is a connection that nobody asked for and that passes, as a finding says beforehand. A client only counts as let
through when the resolver answers it, too, and as stopped when it gets no answer although it knows the address from
elsewhere.

## By workspace

${details(report)}

${workspaces.map(({ id, about }) => `- \`${id}\`: ${about}`).join('\n')}

## The gap

A packet filter knows addresses alone. Whatever is found at the address of a listed name passes with it: a client without
a name (\`address-of-listed-name\`), another name at the same address (\`foreign-name\`), another path. The finding
\`iptables/shared-address\` says so, and only a proxy tells them apart. On a host, what comes in and no rule decides is left
to the machine's other rules (\`iptables/host-leaves-inbound\`).

${gaps(report)}

## Sabotage

One line of a rendered file is spoilt each time. The last column tells what gave it away: the kinds of connections
that broke a promise, or that the files were refused.

${table(
  ['back end', 'file', 'what is wrong', 'given away by'],
  sabotages.map(({ backEnd, file, what, by }) => [backEnd, `\`${file}\``, what, by ?? '**nothing**']),
)}

## Refresh

Large sets are exchanged while clients dial without a pause: a connection that is allowed before and after is never
refused in between, one that is not listed never passes, and addresses that the resolver has learnt stay.

${table(
  ['back end', 'prefixes', 'refreshes', 'refused in between'],
  refreshed.map(({ backEnd, prefixes, refreshes, faults }) => [
    backEnd,
    prefixes,
    refreshes,
    faults.length === 0 ? 'none' : faults.join('; '),
  ]),
)}
`;
}
