/** Whether a field holds one value, where `set` replaces, or a list, where `set` adds. */
export type Holds = 'one' | 'lines' | 'list';

/** What may be said of an object, in PAN-OS's words and in the order in which we say it. `lines` prints each alone. */
export const grammar = {
  tag: { comments: 'one' },
  address: { 'ip-netmask': 'one', fqdn: 'one' },
  'external-list': {
    'type ip url': 'one',
    'type ip certificate-profile': 'one',
    'type ip recurring': 'one',
    'type ip description': 'one',
  },
  'address-group': { static: 'lines', description: 'one', tag: 'list' },
  service: { 'protocol tcp port': 'one', 'protocol udp port': 'one' },
  'profiles custom-url-category': { type: 'one', list: 'lines', description: 'one' },
  rules: {
    from: 'list',
    to: 'list',
    source: 'list',
    'source-user': 'list',
    destination: 'list',
    application: 'list',
    service: 'list',
    category: 'list',
    action: 'one',
    'log-end': 'one',
    'log-setting': 'one',
    'profile-setting group': 'list',
    tag: 'list',
    description: 'one',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Holds>>>>;

/** A kind of object. */
export type Section = keyof typeof grammar;

/** In an order in which each object stands before what may name it. */
export const sections = Object.keys(grammar) as readonly Section[];

/** A field with its values. */
export interface Field {
  readonly path: string;
  readonly values: readonly string[];
}

/** An object as PAN-OS writes it, whichever dialect prints it. */
export interface ConfigEntry {
  readonly section: Section;
  readonly name: string;
  readonly fields: readonly Field[];
}

/** What a field of a section holds; nothing for a field that we never write. */
export function holdsOf(section: Section, path: string): Holds | undefined {
  const fields: Readonly<Record<string, Holds>> = grammar[section];
  return Object.hasOwn(fields, path) ? fields[path] : undefined;
}
