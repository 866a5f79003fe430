import { portText, type Rule } from '@azureml-firewall/rule-model';
import { describe, rectangles, type Placed } from '@azureml-firewall/renderer-kit';
import { limitOf, type LimitOverrides } from './limits.js';
import type {
  ApplicationMatch,
  ApplicationRule,
  Match,
  NetworkDestination,
  NetworkMatch,
  NetworkRule,
} from './model.js';
import { namesFor } from './names.js';
import { sourcesOf } from './sources.js';

/** A policy rule with the rules of the firewall that it became. */
export interface RuleGroup {
  readonly rule: Rule;
  readonly rules: readonly (ApplicationRule | NetworkRule)[];
}

type Content<R> = R extends unknown ? Omit<R, 'name' | 'description' | 'sourceAddresses' | 'entries'> : never;
interface Draft<R> {
  readonly content: Content<R>;
  readonly covers: (match: Match) => boolean;
}

function isApplication(match: Match): match is ApplicationMatch {
  return match.rule === 'application';
}

function isNetwork(match: Match): match is NetworkMatch {
  return match.rule === 'network';
}

const protocolKey = ({ protocol: { type, port } }: ApplicationMatch): string => `${type}:${port}`;
const serviceKey = ({ protocol, ports }: NetworkMatch): string => `${protocol}/${portText(ports)}`;

function applicationDrafts(matches: readonly ApplicationMatch[]): readonly Draft<ApplicationRule>[] {
  return (['fqdn', 'url'] as const).flatMap((targetKind) => {
    const alike = matches.filter(({ target }) => target.kind === targetKind);
    const blocks = rectangles(
      alike.map((match) => [match.target.text, match] as const),
      { row: (text) => text, column: protocolKey },
    );
    return blocks.map(({ rows, columns }): Draft<ApplicationRule> => {
      const texts = new Set(rows);
      const keys = new Set(columns.map(protocolKey));
      return {
        content: { kind: 'application', protocols: columns.map(({ protocol }) => protocol), targetKind, targets: rows },
        covers: (match) =>
          isApplication(match) &&
          match.target.kind === targetKind &&
          texts.has(match.target.text) &&
          keys.has(protocolKey(match)),
      };
    });
  });
}

/** A block is destinations by services, a network rule destinations by protocols by ports: the services part once more. */
function networkRules(
  destinationKind: NetworkDestination['kind'],
  destinations: readonly string[],
  services: readonly NetworkMatch[],
): readonly Draft<NetworkRule>[] {
  const blocks = rectangles(
    services.map(({ ports, protocol }) => [ports, protocol] as const),
    { row: portText, column: (protocol) => protocol },
  );
  return blocks.map(({ rows: ports, columns: protocols }): Draft<NetworkRule> => {
    const texts = new Set(destinations);
    const ranges = new Set(ports.map(portText));
    return {
      content: { kind: 'network', protocols, destinationKind, destinations, ports },
      covers: (match) =>
        isNetwork(match) &&
        match.destination.kind === destinationKind &&
        texts.has(match.destination.text) &&
        protocols.includes(match.protocol) &&
        ranges.has(portText(match.ports)),
    };
  });
}

function networkDrafts(matches: readonly NetworkMatch[]): readonly Draft<NetworkRule>[] {
  return (['service-tag', 'prefix', 'fqdn'] as const).flatMap((kind) => {
    const alike = matches.filter(({ destination }) => destination.kind === kind);
    const blocks = rectangles(
      alike.map((match) => [match.destination.text, match] as const),
      { row: (text) => text, column: serviceKey },
    );
    // A rule with two tags, or a tag beside prefixes, is refused by some of Azure's tools: each tag has its own.
    const apart = blocks.flatMap(({ rows, columns }) =>
      (kind === 'service-tag' ? rows.map((row) => [row]) : [rows]).map((list) => ({ list, columns })),
    );
    return apart.flatMap(({ list, columns }) => networkRules(kind, list, columns));
  });
}

/** The rules that one policy rule becomes: as few as say the same, and none with an empty list. */
export function rulesOf(rule: Rule, placed: readonly Placed<Match>[], limits: LimitOverrides): RuleGroup {
  const matches = placed.flatMap(({ nodes }) => nodes);
  const drafts = [...networkDrafts(matches.filter(isNetwork)), ...applicationDrafts(matches.filter(isApplication))];
  const unnamed = drafts.map(({ content, covers }) => ({
    ...content,
    description: describe(rule, limitOf('descriptionLength', limits)),
    sourceAddresses: sourcesOf(rule).addresses,
    entries: placed.filter(({ nodes }) => nodes.some(covers)).map(({ entry }) => entry.id),
  }));
  const names = namesFor(rule.id, unnamed, limitOf('nameLength', limits));
  return { rule, rules: unnamed.map((draft, i) => ({ ...draft, name: names[i] ?? rule.id })) };
}
