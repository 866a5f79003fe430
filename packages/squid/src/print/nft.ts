import { familyOf, type PortRange } from '@azureml-firewall/rule-model';

/** The words of nftables for the addresses of each family. */
const families = [
  { family: 'ipv4', header: 'ip', type: 'ipv4_addr', set: 'clients_4' },
  { family: 'ipv6', header: 'ip6', type: 'ipv6_addr', set: 'clients_6' },
] as const;

/** The families that some prefixes are of: a set without elements is a syntax error. */
function familiesOf(prefixes: readonly string[]): readonly (typeof families)[number][] {
  return families.filter(({ family }) => prefixes.some((prefix) => familyOf(prefix) === family));
}

/** A set with one element on each line, so that one more changes no other line. */
function namedSet(name: string, type: string, elements: readonly string[]): readonly string[] {
  const lines = elements.map((element) => `\t\t${element},`);
  return [`set ${name} {`, `\ttype ${type}`, '\tflags interval', '\telements = {', ...lines, '\t}', '}'];
}

/** The sets of clients, one for each family that has any. */
export function clientSets(clients: readonly string[]): readonly string[] {
  return familiesOf(clients).flatMap(({ family, type, set }) =>
    namedSet(
      set,
      type,
      clients.filter((prefix) => familyOf(prefix) === family),
    ),
  );
}

/** A set of ports. */
export function portSet(name: string, ports: readonly PortRange[]): readonly string[] {
  const texts = ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return namedSet(name, 'inet_service', texts);
}

/** How a rule begins that holds from or to clients: one for each family that has any. */
export function clientTexts(clients: readonly string[], side: 'saddr' | 'daddr'): readonly string[] {
  return familiesOf(clients).map(({ header, set }) => `${header} ${side} @${set}`);
}

/** A table that takes the place of the one of its name, all at once. */
export function replacedTable(name: string, body: readonly string[]): readonly string[] {
  return [
    `table inet ${name}`,
    `delete table inet ${name}`,
    `table inet ${name} {`,
    ...body.map((line) => `\t${line}`),
    '}',
  ];
}

/** A chain with its rules. */
export function chain(name: string, rules: readonly string[]): readonly string[] {
  return [`chain ${name} {`, ...rules.map((rule) => `\t${rule}`), '}'];
}

/** The text of a file for `nft -f`. */
export function nftFile(what: string, lines: readonly string[]): string {
  return `${['#!/usr/sbin/nft -f', `# ${what}`, ...lines].join('\n')}\n`;
}
