/** A block of commands that belong together: the name stands in `head`, its lines are kept in order. */
interface Block {
  readonly head: string;
  readonly lines: string[];
}

/** What an ASA holds, as far as we print it: objects and groups by their names, access lists, where they are applied. */
export interface Device {
  readonly objects: Map<string, Block>;
  readonly lists: Map<string, string[]>;
  /** Name of the list by interface. */
  readonly applied: Map<string, string>;
}

const longestName = 64;

export function newDevice(): Device {
  return { objects: new Map(), lists: new Map(), applied: new Map() };
}

function refuse(line: string, why: string): never {
  throw new Error(`${JSON.stringify(line)}: ${why}`);
}

/** The names that the lines of the device mention. */
function mentions(device: Device): ReadonlySet<string> {
  const lines = [...device.objects.values()].flatMap((block) => block.lines).concat(...device.lists.values());
  const found = lines
    .filter((line) => !line.startsWith('remark '))
    .flatMap((line) => [...line.matchAll(/object(?:-group)? (\S+)/g)]);
  return new Set(found.flatMap(([, name]) => name ?? []));
}

function open(device: Device, head: string, name: string): Block {
  if (name.length > longestName || !/^[A-Za-z0-9._-]+$/.test(name)) refuse(head, 'no name of an object');
  const known = device.objects.get(name);
  if (known && known.head !== head) refuse(head, 'the name is taken by another kind of object');
  const block = known ?? { head, lines: [] };
  device.objects.set(name, block);
  return block;
}

const bodies: readonly (readonly [head: RegExp, line: RegExp])[] = [
  [/^object network \S+$/, /^ fqdn v[46] [a-z0-9.-]+$/],
  [/^object-group network \S+$/, /^ network-object (object \S+|host [0-9a-f.:]+|[0-9.]+ [0-9.]+|[0-9a-f:]+\/\d+)$/],
  [/^object-group service \S+$/, /^ service-object (tcp|udp) destination (eq \d+|range \d+ \d+)$/],
];

function addTo(device: Device, block: Block, line: string): void {
  const [, body] = bodies.find(([head]) => head.test(block.head)) ?? refuse(line, 'belongs to nothing');
  if (!body.test(line)) refuse(line, `is no line of ${block.head}`);
  const [, member] = /^ network-object object (\S+)$/.exec(line) ?? [];
  if (member !== undefined && !device.objects.has(member)) refuse(line, 'names an object that is not there');
  const text = line.trim();
  if (block.head.startsWith('object network')) block.lines.splice(0, 1, text);
  else if (!block.lines.includes(text)) block.lines.push(text);
}

/** What closes a list while it changes. */
const shut = /^extended deny ip (any[46]) \1$/;
const entry = /^extended (permit|deny) object-group (\S+) (any4|any6|object-group (\S+)) object-group (\S+)( log)?$/;

function listLine(device: Device, name: string, whole: string): void {
  const line = `access-list ${name} ${whole}`;
  const [, place, text = ''] = /^(?:line (\d+) )?(.*)$/.exec(whole) ?? [];
  const list = device.lists.get(name) ?? [];
  device.lists.set(name, list);
  const matched = entry.exec(text) ?? shut.exec(text);
  if (!matched && !/^remark [\x20-\x3e\x40-\x7e]{1,100}$/.test(text)) refuse(line, 'is no entry of an access list');
  for (const used of shut.test(text) ? [] : [matched?.[2], matched?.[4], matched?.[5]])
    if (used !== undefined && (device.objects.get(used)?.lines.length ?? 0) === 0) refuse(line, `${used} is not there`);
  // An entry that is there already is not added again.
  if (!matched || !list.includes(text)) list.splice(place === undefined ? list.length : Number(place) - 1, 0, text);
}

/** A list without a line is no list, and is in force nowhere. */
function dropLine(device: Device, line: string, name: string, text: string): void {
  const list = device.lists.get(name) ?? [];
  const at = list.indexOf(text);
  if (at < 0) refuse(line, 'is not there');
  list.splice(at, 1);
  if (list.length > 0) return;
  device.lists.delete(name);
  for (const [nameif, applied] of device.applied) if (applied === name) device.applied.delete(nameif);
}

function dropFrom(device: Device, block: Block, line: string): void {
  const at = block.lines.indexOf(line.replace(/^ no /, ''));
  if (at < 0) refuse(line, 'is not there');
  const [, , name = ''] = block.head.split(' ');
  if (block.lines.length === 1 && mentions(device).has(name)) refuse(line, 'would leave a group that is in use empty');
  block.lines.splice(at, 1);
}

function remove(device: Device, line: string, name: string): void {
  if (!device.objects.has(name)) refuse(line, 'is not there');
  const rest = { ...device, objects: new Map([...device.objects].filter(([key]) => key !== name)) };
  if (mentions(rest).has(name)) refuse(line, 'is still in use');
  device.objects.delete(name);
}

/** Takes one command that stands at the left margin; the block that it opens, if any. */
function command(device: Device, line: string): Block | undefined {
  const [, head, name] = /^(object network|object-group network|object-group service) (\S+)$/.exec(line) ?? [];
  if (head !== undefined && name !== undefined) return open(device, line, name);
  const [, list, text] = /^access-list (\S+) (.*)$/.exec(line) ?? [];
  const [, applied, nameif] = /^access-group (\S+) in interface (\S+)$/.exec(line) ?? [];
  const [, left, from] = /^no access-group (\S+) in interface (\S+)$/.exec(line) ?? [];
  const [, cut, cutText] = /^no access-list (\S+) (.*)$/.exec(line) ?? [];
  const [, cleared] = /^clear configure access-list (\S+)$/.exec(line) ?? [];
  const [, gone] = /^no object(?:-group)? (?:network|service) (\S+)$/.exec(line) ?? [];
  if (list !== undefined && text !== undefined) listLine(device, list, text);
  else if (applied !== undefined && nameif !== undefined && device.lists.has(applied))
    device.applied.set(nameif, applied);
  else if (left !== undefined && from !== undefined && device.applied.get(from) === left) device.applied.delete(from);
  else if (cut !== undefined && cutText !== undefined) dropLine(device, line, cut, cutText);
  else if (cleared !== undefined && device.lists.has(cleared)) device.lists.delete(cleared);
  else if (gone !== undefined) remove(device, line, gone);
  else refuse(line, 'is not understood');
  return undefined;
}

/** Takes a text as a terminal would: every line is understood, and what a line names is there. */
export function apply(device: Device, text: string): void {
  let block: Block | undefined;
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('!'))) {
    if (line.startsWith(' no ') && block) dropFrom(device, block, line);
    else if (!line.startsWith(' ')) block = command(device, line);
    else if (block) addTo(device, block, line);
    else refuse(line, 'belongs to nothing');
  }
}

/** The state as plain data; the order of objects has no meaning. */
export function show({ objects, lists, applied }: Device): unknown {
  const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
    [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const blocks = sorted(objects).map(([name, { head, lines }]) => [name, head, lines.toSorted()]);
  return { objects: blocks, lists: sorted(lists), applied: sorted(applied) };
}
