import { familyOf, type PortRange } from '@azureml-firewall/rule-model';

/** The words of nftables for the addresses of each family. */
const headers = { ipv4: 'ip', ipv6: 'ip6' } as const;

/** A set between braces. An empty one is a syntax error, so that nobody may ask for it. */
function setText(items: readonly string[]): string {
  return `{ ${items.join(', ')} }`;
}

/** Ports as nftables writes them. */
export function portsText(ports: readonly PortRange[]): string {
  return setText(ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)));
}

/** How a rule begins that holds from or to some prefixes: one for each family that has any. */
export function addressTexts(prefixes: readonly string[], side: 'saddr' | 'daddr'): readonly string[] {
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const own = prefixes.filter((prefix) => familyOf(prefix) === family);
    return own.length === 0 ? [] : [`${headers[family]} ${side} ${setText(own)}`];
  });
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
