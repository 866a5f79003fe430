/** A value of an object: the words of a setting, or an inner table. */
type Value = readonly string[] | Objects;
type Objects = Map<string, Fields>;
export type Fields = Map<string, Value>;

/** What a FortiGate holds, by table; the order of policies is that of their map. */
export type Device = Map<string, Objects>;

interface TableRules {
  readonly names: RegExp;
  /** Each setting with the form of its words, by the reference sheets. */
  readonly settings: Readonly<Record<string, RegExp>>;
  readonly needs: readonly string[];
  readonly inner?: Readonly<Record<string, TableRules>>;
}

const name = String.raw`"[A-Za-z0-9][A-Za-z0-9._-]*"`;
const text = (longest: number): RegExp => new RegExp(`^"[ !#%&()*+,./0-9:;=@A-Z[\\]^_\`a-z{|}~-]{1,${longest}}"$`);
const objectName = new RegExp(`^(?=.{3,81}$)${name}$`);
const shortName = new RegExp(`^(?=.{3,37}$)${name}$`);
const id = /^[1-9][0-9]{0,9}$/;
const names = new RegExp(`^${name}( ${name})*$`);
const oneOf = (...words: readonly string[]): RegExp => new RegExp(`^(${words.join('|')})$`);
const ports = /^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?( [1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?){0,14}$/;

const address: TableRules = {
  names: objectName,
  settings: {
    type: oneOf('ipmask', 'fqdn'),
    subnet: /^[0-9.]+ [0-9.]+$/,
    fqdn: /^(?=.{3,257}$)"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+"$/,
  },
  needs: ['type'],
};
const group: TableRules = { names: objectName, settings: { member: names, comment: text(255) }, needs: ['member'] };

/** The tables and their settings; a line that is not among them would be refused or, worse, mean something else. */
const tables: Readonly<Record<string, TableRules>> = {
  'system external-resource': {
    names: shortName,
    settings: {
      status: oneOf('enable'),
      type: oneOf('address'),
      resource: /^"https:\/\/[^"\\ ]{1,503}"$/,
      'refresh-rate': id,
      'server-identity-check': oneOf('full'),
    },
    needs: ['resource'],
  },
  'firewall address': address,
  'firewall address6': {
    ...address,
    settings: { type: oneOf('ipprefix', 'fqdn'), ip6: /^[0-9a-f:.]+\/[0-9]+$/, fqdn: address.settings['fqdn'] ?? /^$/ },
  },
  'firewall addrgrp': group,
  'firewall addrgrp6': group,
  'firewall service custom': {
    names: objectName,
    settings: { 'tcp-portrange': ports, 'udp-portrange': ports },
    needs: [],
  },
  'firewall service group': { names: objectName, settings: { member: names }, needs: ['member'] },
  'webfilter urlfilter': {
    names: id,
    settings: { name: text(63) },
    needs: ['name', 'entries'],
    inner: {
      entries: {
        names: id,
        settings: {
          url: /^"[^"\\ ?]{1,511}"$/,
          type: oneOf('wildcard'),
          action: oneOf('allow', 'block'),
        },
        needs: ['url', 'type', 'action'],
      },
    },
  },
  'webfilter profile': {
    names: new RegExp(`^(?=.{3,49}$)${name}$`),
    settings: {},
    needs: ['web'],
    inner: { web: { names: /^$/, settings: { 'urlfilter-table': id }, needs: ['urlfilter-table'] } },
  },
  'firewall policy': {
    names: id,
    settings: {
      name: shortName,
      status: oneOf('enable', 'disable'),
      srcintf: names,
      dstintf: names,
      'internet-service': oneOf('disable'),
      srcaddr: names,
      dstaddr: names,
      srcaddr6: names,
      dstaddr6: names,
      action: oneOf('accept', 'deny'),
      schedule: oneOf('"always"'),
      service: names,
      'utm-status': oneOf('enable', 'disable'),
      'inspection-mode': oneOf('flow'),
      'ssl-ssh-profile': shortName,
      'webfilter-profile': shortName,
      logtraffic: oneOf('all', 'utm', 'disable'),
      nat: oneOf('enable', 'disable'),
      'match-vip': oneOf('enable'),
      comments: text(1023),
    },
    needs: ['name', 'srcintf', 'dstintf', 'service', 'schedule', 'action'],
  },
};

/** Where a setting names objects of other tables. */
const references: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'firewall addrgrp': { member: ['firewall address', 'firewall addrgrp'] },
  'firewall addrgrp6': { member: ['firewall address6', 'firewall addrgrp6'] },
  'firewall service group': { member: ['firewall service custom', 'firewall service group'] },
  'firewall policy': {
    srcaddr: ['firewall address', 'firewall addrgrp', 'system external-resource'],
    dstaddr: ['firewall address', 'firewall addrgrp', 'system external-resource'],
    srcaddr6: ['firewall address6', 'firewall addrgrp6', 'system external-resource'],
    dstaddr6: ['firewall address6', 'firewall addrgrp6', 'system external-resource'],
    service: ['firewall service custom', 'firewall service group'],
    'webfilter-profile': ['webfilter profile'],
  },
  web: { 'urlfilter-table': ['webfilter urlfilter'] },
};

function bare(word: string): string {
  return word.replace(/^"(.*)"$/, '$1');
}

function fail(line: string, why: string): never {
  throw new Error(`${why}: ${line}`);
}

function isWords(value: Value | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/** The words of a setting of an object. */
export function wordsIn(fields: Fields | undefined, setting: string): readonly string[] {
  const value = fields?.get(setting);
  return isWords(value) ? value.map(bare) : [];
}

/** The objects of an inner table. */
export function innerIn(fields: Fields | undefined, table: string): Objects {
  const value = fields?.get(table);
  return value === undefined || isWords(value) ? new Map<string, Fields>() : value;
}

export function objectsIn(device: Device, table: string): Objects {
  const objects = device.get(table) ?? new Map<string, Fields>();
  device.set(table, objects);
  return objects;
}

/** Every name that an object uses, with the tables that may hold it. */
export function usesOf(table: string, fields: Fields): readonly (readonly [name: string, tables: readonly string[]])[] {
  return [...fields].flatMap(([setting, value]) => {
    if (!isWords(value)) return [...value.values()].flatMap((inner) => usesOf(setting, inner));
    const at = references[table]?.[setting];
    return at ? value.map((word) => [bare(word), at] as const) : [];
  });
}

function isUsed(device: Device, table: string, key: string): boolean {
  return [...device].some(([path, objects]) =>
    [...objects.values()].some((fields) =>
      usesOf(path, fields).some(([used, at]) => used === key && at.includes(table)),
    ),
  );
}

function checkObject(device: Device, table: string, rules: TableRules, fields: Fields, line: string): void {
  for (const setting of rules.needs) if (!fields.has(setting)) fail(line, `lacks ${setting}`);
  for (const [used, at] of usesOf(table, fields))
    if (used !== 'all' && !at.some((path) => device.get(path)?.has(used))) fail(line, `${used} is not defined`);
  if (table !== 'firewall policy') return;
  const pairs = ['', '6'].map((digit) => [fields.has(`srcaddr${digit}`), fields.has(`dstaddr${digit}`)] as const);
  if (!pairs.some(([from]) => from) || pairs.some(([from, there]) => from !== there)) fail(line, 'a side is missing');
  const same = [...objectsIn(device, table).values()].filter(
    (one) => bare(wordsIn(one, 'name')[0] ?? '') === wordsIn(fields, 'name')[0],
  );
  if (same.length > 1) fail(line, 'a second policy of this name');
}

/** Settings that a policy has while its action is this one; it denies until it is told otherwise. */
const ofAction: Readonly<Record<string, 'accept' | 'deny'>> = {
  'utm-status': 'accept',
  'inspection-mode': 'accept',
  'ssl-ssh-profile': 'accept',
  'webfilter-profile': 'accept',
  nat: 'accept',
  'match-vip': 'deny',
};

function setWords(verb: string, words: readonly string[], rules: TableRules, fields: Fields, line: string): void {
  const [setting = '', ...values] = words;
  const form = Object.hasOwn(rules.settings, setting) ? rules.settings[setting] : undefined;
  if (!form) fail(line, 'no such setting');
  const [action = 'deny'] = wordsIn(fields, 'action');
  if ((ofAction[setting] ?? action) !== action) fail(line, `a policy has it with another action than ${action}`);
  const old = fields.get(setting);
  const before = isWords(old) ? old : [];
  if (verb === 'unset' && values.length === 0 && old) {
    fields.delete(setting);
    return;
  }
  if (verb === 'unselect' && values.some((value) => !before.includes(value))) fail(line, 'was not selected');
  if (verb === 'append' && values.some((value) => before.includes(value))) fail(line, 'is there already');
  const after =
    verb === 'set'
      ? values
      : verb === 'append'
        ? [...before, ...values]
        : verb === 'unselect'
          ? before.filter((value) => !values.includes(value))
          : fail(line, 'no such verb');
  if (!form.test(after.join(' '))) fail(line, 'no legal value');
  if (form === names && new Set(after).size !== after.length) fail(line, 'a name twice');
  fields.set(setting, after);
}

function movePolicy(objects: Objects, [key = '', where, other = '']: readonly string[], line: string): void {
  const fields = objects.get(key);
  if (!fields || !objects.has(other) || key === other) fail(line, 'no such policy');
  const order = [...objects].filter(([one]) => one !== key);
  const at = order.findIndex(([one]) => one === other);
  order.splice(where === 'before' ? at : where === 'after' ? at + 1 : fail(line, 'no place'), 0, [key, fields]);
  objects.clear();
  for (const [one, value] of order) objects.set(one, value);
}

interface Level {
  readonly path: string;
  readonly rules: TableRules;
  readonly objects: Objects;
  readonly edited?: Fields;
}

function openTable(device: Device, path: string, above: Level | undefined, line: string): Level {
  const rules = above?.edited ? above.rules.inner?.[path] : above ? undefined : tables[path];
  if (!rules) fail(line, 'no such table');
  if (!above?.edited) return { path, rules, objects: objectsIn(device, path) };
  const objects = innerIn(above.edited, path);
  above.edited.set(path, objects);
  if (path !== 'web') return { path, rules, objects };
  const fields: Fields = objects.get('') ?? new Map<string, Value>();
  objects.set('', fields);
  return { path, rules, objects, edited: fields };
}

function openObject(level: Level, key: string, line: string): Level {
  if (level.edited || !level.rules.names.test(key)) fail(line, 'no legal name');
  const edited: Fields = level.objects.get(bare(key)) ?? new Map<string, Value>();
  level.objects.set(bare(key), edited);
  return { ...level, edited };
}

function inTable(device: Device, level: Level, words: readonly string[], line: string): void {
  const [verb, ...rest] = words;
  if (verb === 'delete' && level.objects.has(bare(rest[0] ?? ''))) {
    level.objects.delete(bare(rest[0] ?? ''));
    if (isUsed(device, level.path, bare(rest[0] ?? ''))) fail(line, 'is in use');
  } else if (verb === 'move') movePolicy(level.objects, rest, line);
  else fail(line, 'no such command');
}

function takeLine(device: Device, stack: Level[], line: string): void {
  if (!/^ *[a-z]+( ("[^"\\]*"|[^\s"\\]+))*$/.test(line)) fail(line, 'no line of the grammar');
  const words = line.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const [verb = '', ...rest] = words;
  const level = stack.at(-1);
  if (verb === 'config') stack.push(openTable(device, rest.join(' '), level, line));
  else if (!level) fail(line, 'outside of every table');
  else if (verb === 'edit') stack.push(openObject(level, rest.join(' '), line));
  else if (verb === 'next' || verb === 'end') {
    if ((verb === 'next') !== (level.edited !== undefined && level.path !== 'web')) fail(line, 'closes something else');
    if (level.edited) checkObject(device, level.path, level.rules, level.edited, line);
    stack.pop();
  } else if (level.edited) setWords(verb, rest, level.rules, level.edited, line);
  else inTable(device, level, words, line);
}

/** Tables of which an object does nothing until another names it. */
const idle = new Set(['firewall address', 'firewall address6', 'firewall service custom', 'system external-resource']);

/** Where an object of a table is done, or one is deleted or moved: what a FortiGate takes into force (article 191282). */
function takesForce(line: string, [table]: readonly Level[]): boolean {
  return /^ {4}(next|delete|move)\b/.test(line) && !idle.has(table?.path ?? '');
}

/**
 * Takes commands as a FortiGate would, by the reference sheets; what it would refuse is an error. `moment` is called
 * whenever something comes into force.
 */
export function apply(device: Device, text: string, vdom?: string, moment?: () => void): void {
  const all = text === '' ? [] : text.split('\n');
  if (text !== '' && all.pop() !== '') throw new Error('the last line has no end');
  const wrapped = vdom !== undefined && all.length > 0;
  if (wrapped && (all.shift() !== 'config vdom' || all.shift() !== `edit ${vdom}` || all.pop() !== 'end'))
    throw new Error('no virtual domain');
  const stack: Level[] = [];
  for (const line of all) {
    takeLine(device, stack, line);
    if (moment && takesForce(line, stack)) moment();
  }
  if (stack.length > 0) throw new Error('a table is still open');
}

/** A device with nothing on it, or with what some commands make. */
export function deviceWith(text = '', vdom?: string): Device {
  const device: Device = new Map();
  apply(device, text, vdom);
  return device;
}

function plain(fields: Fields): unknown {
  return [...fields]
    .map(([setting, value]) => [
      setting,
      isWords(value) ? value.toSorted() : [...value].map(([key, inner]) => [key, plain(inner)]),
    ])
    .toSorted();
}

/** All that a device holds, in a form in which only the order of policies and of URL entries counts. */
export function show(device: Device): unknown {
  return [...device]
    .filter(([, objects]) => objects.size > 0)
    .map(([path, objects]) => {
      const list = [...objects].map(([key, fields]) => [key, plain(fields)] as const);
      return [path, path === 'firewall policy' ? list : list.toSorted(([a], [b]) => (a < b ? -1 : 1))] as const;
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Objects that nothing names, beside policies. */
export function unused(device: Device): readonly string[] {
  const used = new Set(
    [...device].flatMap(([path, objects]) =>
      [...objects.values()].flatMap((fields) =>
        usesOf(path, fields).flatMap(([key, at]) => at.map((on) => `${on} ${key}`)),
      ),
    ),
  );
  return [...device]
    .filter(([path]) => path !== 'firewall policy')
    .flatMap(([path, objects]) => [...objects.keys()].map((key) => `${path} ${key}`))
    .filter((key) => !used.has(key));
}
