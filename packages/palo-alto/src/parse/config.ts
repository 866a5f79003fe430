import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { ConfigEntry, Section } from '../grammar.js';
import type { PanosConfig, SecurityRule } from '../model.js';

/** Reads the fields of one object, and remembers what it missed. */
interface Reader {
  readonly name: string;
  readonly one: (path: string) => string;
  readonly optional: (path: string) => string | undefined;
  readonly list: (path: string) => readonly string[];
  /** A value that may only be one of these. */
  readonly word: <W extends string>(path: string, words: readonly [W, ...W[]]) => W;
}

function readerOf({ section, name, fields }: ConfigEntry, missing: string[]): Reader {
  const values = new Map(fields.map((field) => [field.path, field.values]));
  const list = (path: string): readonly string[] => {
    const found = values.get(path);
    if (!found) missing.push(`${section} ${name} ${path}`);
    return found ?? [];
  };
  const word = <W extends string>(path: string, words: readonly [W, ...W[]]): W => {
    const found = words.find((one) => one === list(path).join(' '));
    if (found === undefined) missing.push(`${section} ${name} ${path} ${words.join(' or ')}`);
    return found ?? words[0];
  };
  return { name, list, word, one: (path) => list(path)[0] ?? '', optional: (path) => values.get(path)?.[0] };
}

function ruleOf({ name, one, optional, list, word }: Reader): SecurityRule {
  const logSetting = optional('log-setting');
  const profileGroup = optional('profile-setting group');
  word('source-user', ['any']);
  word('log-end', ['yes']);
  return {
    name,
    from: list('from'),
    to: list('to'),
    source: list('source'),
    destination: list('destination'),
    application: list('application'),
    service: list('service'),
    category: list('category'),
    action: word('action', ['allow', 'deny']),
    ...(logSetting !== undefined && { logSetting }),
    ...(profileGroup !== undefined && { profileGroup }),
    tag: one('tag'),
    description: one('description'),
  };
}

/** Objects with fields as a configuration. Refused when an object lacks what we always write. */
export function configOf(entries: readonly ConfigEntry[]): Parsed<PanosConfig> {
  const missing: string[] = [];
  const read = <T>(section: Section, make: (reader: Reader) => T): readonly T[] =>
    entries.filter((entry) => entry.section === section).map((entry) => make(readerOf(entry, missing)));
  const config: PanosConfig = {
    tags: read('tag', ({ name, one }) => ({ name, comments: one('comments') })),
    addresses: read('address', ({ name, one, optional }) => {
      const value = optional('ip-netmask');
      return value === undefined ? { name, kind: 'fqdn', value: one('fqdn') } : { name, kind: 'ip-netmask', value };
    }),
    lists: read('external-list', ({ name, one, optional }) => {
      const certificateProfile = optional('type ip certificate-profile');
      return {
        name,
        url: one('type ip url'),
        ...(certificateProfile !== undefined && { certificateProfile }),
        recurring: one('type ip recurring'),
        description: one('type ip description'),
      };
    }),
    groups: read('address-group', ({ name, one, list }) => ({
      name,
      members: list('static'),
      description: one('description'),
      tag: one('tag'),
    })),
    services: read('service', ({ name, one, optional }) => {
      const tcp = optional('protocol tcp port');
      return tcp === undefined
        ? { name, protocol: 'udp', ports: one('protocol udp port') }
        : { name, protocol: 'tcp', ports: tcp };
    }),
    categories: read('profiles custom-url-category', ({ name, one, list, word }) => {
      word('type', ['URL List']);
      return { name, entries: list('list'), description: one('description') };
    }),
    rules: read('rules', ruleOf),
  };
  const [first] = missing;
  return first === undefined
    ? accepted(config)
    : refused('palo-alto/incomplete', first, 'every field that is always printed');
}
