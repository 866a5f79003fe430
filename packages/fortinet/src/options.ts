import { accepted, parseHostname, parsePorts, parseUrlPath, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { highestId, policyName, profileName, refreshMinutes } from './limits.js';

/** The releases of FortiOS that are printed for. */
export const versions = ['7.2', '7.4'] as const;

/** How `*.domain` is matched. */
export const wildcardModes = ['learnt', 'prefer-covering', 'covering'] as const;

/** How the addresses of service tags get onto the device. */
export const serviceTagModes = ['addresses', 'feeds'] as const;

/** What an accepting policy does to source addresses. */
export const natModes = ['enable', 'disable', 'central'] as const;

/** What a policy logs. */
export const logModes = ['all', 'utm', 'disable'] as const;

/** What has to be known of the FortiGate beside the policy. */
export interface FortinetOptions {
  readonly version: (typeof versions)[number];
  /** The virtual domain, on a device that has several; everything is wrapped in it. */
  readonly vdom?: string;
  /** How the name of every object starts, so that ours are told from others. */
  readonly prefix: string;
  /** Interface or zone of the own network. */
  readonly insideInterface: string;
  /** Interface or zone that leads to the internet. */
  readonly outsideInterface: string;
  /** Source NAT of outbound policies; `central` prints nothing, as central NAT wants it. */
  readonly nat: (typeof natModes)[number];
  readonly log: (typeof logModes)[number];
  /** Whether policies have an IPv6 side. */
  readonly ipv6: boolean;
  /**
   * `learnt` matches the addresses that the FortiGate sees in DNS answers; `covering` all addresses of the tags that
   * cover the rule, for networks whose DNS does not cross the FortiGate; `prefer-covering` those where they are known.
   */
  readonly wildcards: (typeof wildcardModes)[number];
  readonly serviceTags: (typeof serviceTagModes)[number];
  /** Where the feeds are hosted: `https://lists.example.com/firewall`. */
  readonly feedUrl?: string;
  readonly feedRefreshMinutes: number;
  /** Whether TLS may be opened, so that URL paths can be told apart. */
  readonly deepInspection: boolean;
  /** The SSL inspection profile for it. */
  readonly sslProfile: string;
  /** Ids of policies and URL filters follow from their names and lie in this range. */
  readonly policyIdFrom: number;
  readonly policyIdTo: number;
  /** An existing policy before which ours are moved, in their order. */
  readonly moveBefore?: number;
  /** Members of one group, and names on one side of a policy. */
  readonly membersPerGroup: number;
  /** What the model's tables hold, by `print tablesize`. */
  readonly addressLimit: number;
  readonly groupLimit: number;
  readonly serviceLimit: number;
  readonly policyLimit: number;
}

export const defaults: FortinetOptions = {
  version: '7.4',
  prefix: 'aml-',
  insideInterface: 'port2',
  outsideInterface: 'port1',
  nat: 'enable',
  log: 'all',
  ipv6: true,
  wildcards: 'learnt',
  serviceTags: 'addresses',
  feedRefreshMinutes: 60,
  deepInspection: false,
  sslProfile: 'deep-inspection',
  policyIdFrom: 1_000_000,
  policyIdTo: 1_999_999,
  membersPerGroup: 250,
  addressLimit: 5000,
  groupLimit: 1000,
  serviceLimit: 1000,
  policyLimit: 2000,
};

const word = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_])?$/;

function parseName(text: string, longest: number): Parsed<unknown> {
  return text.length <= longest && word.test(text)
    ? accepted(text)
    : refused('fortinet/name', text, `1 to ${longest} letters, digits, "_", "." and "-"`);
}

/** A virtual domain takes neither dots nor spaces (administration guide 7.4, text strings). */
function parseVdom(text: string | undefined): Parsed<unknown> {
  return text === undefined || (typeof text === 'string' && /^[A-Za-z0-9_-]{1,31}$/.test(text))
    ? accepted(text)
    : refused('fortinet/vdom', text, 'a virtual domain such as root: letters, digits, "_" and "-"');
}

/** Names that start with g- belong to the global scope (7.4.10, threat feed connectors per VDOM). */
function parsePrefix(text: string): Parsed<unknown> {
  return /^(?!g-)[A-Za-z0-9][A-Za-z0-9._-]{0,11}$/.test(text)
    ? accepted(text)
    : refused('fortinet/prefix', text, '1 to 12 letters, digits, "_", "." and "-", not starting with "g-"');
}

function parseChoice(value: unknown, choices: readonly unknown[]): Parsed<unknown> {
  return choices.includes(value)
    ? accepted(value)
    : refused('fortinet/choice', String(value), choices.map(String).join(' or '));
}

function parseNumber(value: unknown, from: number, to: number): Parsed<unknown> {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
    ? accepted(value)
    : refused('fortinet/number', String(value), `a whole number from ${from} to ${to}`);
}

/** Only https: whoever could answer in its place would write our rules. */
function parseFeedUrl(text: string | undefined): Parsed<unknown> {
  const wrong = refused('fortinet/feed-url', text ?? '', 'an address such as https://lists.example.com/firewall');
  if (typeof text !== 'string' || text.length > 400) return wrong;
  const [, host = '', port = '443', path = '/'] = /^https:\/\/([^/:]+)(?::([0-9]+))?(\/.*[^/])?$/.exec(text) ?? [];
  const parts = [parseHostname(host), parsePorts([port]), parseUrlPath(path)];
  return parts.every(({ ok }) => ok) && !path.endsWith('*') ? accepted(text) : wrong;
}

/** Room enough that names rarely meet in one id. */
const fewestIds = 1000;

/** Why options may not be used. */
export function checkOptions(options: FortinetOptions): readonly OptionFault[] {
  const { feedUrl, moveBefore } = options;
  const limits = { from: 10, to: 10_000_000 };
  const parsed: Readonly<Record<keyof FortinetOptions, Parsed<unknown>>> = {
    version: parseChoice(options.version, versions),
    vdom: parseVdom(options.vdom),
    prefix: parsePrefix(options.prefix),
    insideInterface: parseName(options.insideInterface, policyName.value),
    outsideInterface: parseName(options.outsideInterface, policyName.value),
    nat: parseChoice(options.nat, natModes),
    log: parseChoice(options.log, logModes),
    ipv6: parseChoice(options.ipv6, [true, false]),
    wildcards: parseChoice(options.wildcards, wildcardModes),
    serviceTags: parseChoice(options.serviceTags, serviceTagModes),
    feedUrl: feedUrl === undefined && options.serviceTags !== 'feeds' ? accepted(feedUrl) : parseFeedUrl(feedUrl),
    feedRefreshMinutes: parseNumber(options.feedRefreshMinutes, 1, refreshMinutes.value),
    deepInspection: parseChoice(options.deepInspection, [true, false]),
    sslProfile: parseName(options.sslProfile, profileName.value),
    policyIdFrom: parseNumber(options.policyIdFrom, 1, highestId.value - fewestIds),
    policyIdTo: parseNumber(options.policyIdTo, options.policyIdFrom + fewestIds, highestId.value),
    moveBefore: moveBefore === undefined ? accepted(moveBefore) : parseNumber(moveBefore, 1, highestId.value),
    membersPerGroup: parseNumber(options.membersPerGroup, limits.from, limits.to),
    addressLimit: parseNumber(options.addressLimit, limits.from, limits.to),
    groupLimit: parseNumber(options.groupLimit, limits.from, limits.to),
    serviceLimit: parseNumber(options.serviceLimit, limits.from, limits.to),
    policyLimit: parseNumber(options.policyLimit, limits.from, limits.to),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
