import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { OptionFault } from '@azureml-firewall/renderer-kit';
import { listNameLength, listUrlLength, zoneLength } from './limits.js';

/** Where objects and rules are put. */
export const modes = ['firewall', 'vsys', 'shared', 'panorama'] as const;

/** The rulebases of Panorama, before and after the rules of the firewalls themselves. */
export const rulebases = ['pre', 'post'] as const;

/** The languages in which the configuration is printed. */
export const dialects = ['set', 'xml', 'both'] as const;

/** Where new rules stand among those that are there. */
export const positions = ['top', 'bottom', 'before', 'after'] as const;

/** What carries the addresses of service tags. */
export const tagCarriers = ['groups', 'lists'] as const;

/** What carries a wildcard on a TCP port that is not known to be a web port. */
export const otherTcpWildcards = ['category', 'addresses'] as const;

/** Which App-IDs web rules ask for. */
export const applicationChoices = ['any', 'strict'] as const;

/** What has to be known of the firewall beside the policy. */
export interface PaloAltoOptions {
  /**
   * `firewall` has one virtual system, `vsys` several, `panorama` is a device group of Panorama, `shared` is what all its
   * device groups share.
   */
  readonly mode: (typeof modes)[number];
  /** The virtual system; with `mode: 'firewall'` it stands in the XML only. */
  readonly vsys: string;
  /** The device group. Needed with `mode: 'panorama'`. */
  readonly deviceGroup: string;
  readonly rulebase: (typeof rulebases)[number];
  readonly dialect: (typeof dialects)[number];
  /** Where the rules stand: a rule after one that denies everything is never reached. */
  readonly position: (typeof positions)[number];
  /** The existing rule that `before` and `after` mean. */
  readonly anchor: string;
  /** First word of all names, and the name of the tag. */
  readonly prefix: string;
  /** Zones of the own network. */
  readonly insideZones: readonly string[];
  readonly outsideZones: readonly string[];
  /** Whether the firewall decrypts the traffic, so that it sees paths. */
  readonly decryption: boolean;
  readonly serviceTags: (typeof tagCarriers)[number];
  /** Address under which the feed files are hosted. Needed with `serviceTags: 'lists'`. */
  readonly listBaseUrl: string;
  /** Name of a certificate profile that exists, against which the server of an https list is checked, or nothing. */
  readonly certificateProfile: string;
  /** `category` admits TLS and HTTP with a matching name, `addresses` all addresses of the tags that cover the name. */
  readonly otherTcpWildcards: (typeof otherTcpWildcards)[number];
  /** `strict` asks for `ssl` and `web-browsing` on 80 and 443. */
  readonly applications: (typeof applicationChoices)[number];
  readonly ipv6: boolean;
  /** Members that an address group may have on the smallest device. */
  readonly groupMembers: number;
  /** Name of a log forwarding profile that exists, or nothing. */
  readonly logSetting: string;
  /** Name of a security profile group that exists, or nothing. */
  readonly profileGroup: string;
}

export const defaults: PaloAltoOptions = {
  mode: 'firewall',
  vsys: 'vsys1',
  deviceGroup: '',
  rulebase: 'pre',
  dialect: 'set',
  position: 'top',
  anchor: '',
  prefix: 'aml',
  insideZones: ['trust'],
  outsideZones: ['untrust'],
  decryption: false,
  serviceTags: 'groups',
  listBaseUrl: '',
  certificateProfile: '',
  otherTcpWildcards: 'category',
  applications: 'any',
  ipv6: true,
  groupMembers: 500,
  logSetting: '',
  profileGroup: '',
};

function parseChoice(value: unknown, choices: readonly unknown[]): Parsed<unknown> {
  return choices.includes(value)
    ? accepted(value)
    : refused('palo-alto/choice', String(value), choices.map(String).join(' or '));
}

/** Existing names may hold spaces and dots; nothing that would have to be escaped. */
function parseName(value: unknown, limit: number): Parsed<unknown> {
  return typeof value === 'string' &&
    value.length <= limit &&
    /^[A-Za-z0-9]([A-Za-z0-9 ._-]*[A-Za-z0-9._-])?$/.test(value)
    ? accepted(value)
    : refused(
        'palo-alto/name',
        String(value),
        `1 to ${limit} letters, digits, " ", ".", "_" and "-", a letter or digit first`,
      );
}

function parseOptionalName(value: unknown, limit: number, needed: boolean): Parsed<unknown> {
  return value === '' && !needed ? accepted(value) : parseName(value, limit);
}

/** The prefix starts every name that is made, so that it has to be short and plain. */
function parsePrefix(value: unknown): Parsed<unknown> {
  return typeof value === 'string' && /^[A-Za-z0-9]{1,8}$/.test(value)
    ? accepted(value)
    : refused('palo-alto/prefix', String(value), '1 to 8 letters and digits');
}

function parseZones(value: unknown): Parsed<unknown> {
  if (!Array.isArray(value) || value.length === 0)
    return refused('palo-alto/zones', String(value), 'at least one zone');
  if (new Set(value).size < value.length || (value.length > 1 && value.includes('any')))
    return refused('palo-alto/zones', value.join(' '), 'each zone once, and "any" alone');
  return value.map((zone) => parseName(zone, zoneLength.value)).find((zone) => !zone.ok) ?? accepted(value);
}

/** What the address of a list leaves for its folder and the longest name of a file. */
const baseLength = listUrlLength.value - listNameLength.value - '/ip/.txt'.length;

function parseBase(value: unknown, needed: boolean): Parsed<unknown> {
  if (value === '' && !needed) return accepted(value);
  return typeof value === 'string' &&
    value.length <= baseLength &&
    /^https?:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?(\/[A-Za-z0-9._~-]+)*$/.test(value)
    ? accepted(value)
    : refused(
        'palo-alto/list-url',
        String(value),
        `an http or https address of at most ${baseLength} characters without a slash at its end`,
      );
}

/** There is no certificate to check where a list comes by http. */
function parseCertificateProfile(value: unknown, base: unknown): Parsed<unknown> {
  return value === '' || (typeof base === 'string' && base.startsWith('https:'))
    ? parseOptionalName(value, 63, false)
    : refused('palo-alto/certificate-profile', String(value), 'nothing, or listBaseUrl with https');
}

function parseMembers(value: unknown): Parsed<unknown> {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 65_535
    ? accepted(value)
    : refused('palo-alto/group-members', String(value), 'a whole number from 100 to 65535');
}

/** Why options may not be used. */
export function checkOptions(options: PaloAltoOptions): readonly OptionFault[] {
  const anchored = options.position === 'before' || options.position === 'after';
  const parsed: Readonly<Record<keyof PaloAltoOptions, Parsed<unknown>>> = {
    mode: parseChoice(options.mode, modes),
    vsys: parseName(options.vsys, 31),
    deviceGroup: parseOptionalName(options.deviceGroup, 31, options.mode === 'panorama'),
    rulebase: parseChoice(options.rulebase, rulebases),
    dialect: parseChoice(options.dialect, dialects),
    position: parseChoice(options.position, positions),
    anchor: parseOptionalName(options.anchor, 63, anchored),
    prefix: parsePrefix(options.prefix),
    insideZones: parseZones(options.insideZones),
    outsideZones: parseZones(options.outsideZones),
    decryption: parseChoice(options.decryption, [true, false]),
    serviceTags: parseChoice(options.serviceTags, tagCarriers),
    listBaseUrl: parseBase(options.listBaseUrl, options.serviceTags === 'lists'),
    certificateProfile: parseCertificateProfile(options.certificateProfile, options.listBaseUrl),
    otherTcpWildcards: parseChoice(options.otherTcpWildcards, otherTcpWildcards),
    applications: parseChoice(options.applications, applicationChoices),
    ipv6: parseChoice(options.ipv6, [true, false]),
    groupMembers: parseMembers(options.groupMembers),
    logSetting: parseOptionalName(options.logSetting, 63, false),
    profileGroup: parseOptionalName(options.profileGroup, 63, false),
  };
  return Object.entries(parsed).flatMap(([path, answer]) => (answer.ok ? [] : [{ path, refusal: answer.refusal }]));
}
