import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import {
  aclTypes,
  type AccessAction,
  type Acl,
  type Decision,
  type Setting,
  type SquidConfig,
  type TlsAction,
} from '../model.js';

/** The lines of a configuration by what they are, while they are read. */
interface Reading {
  readonly ports: Setting[];
  readonly acls: Acl[];
  readonly tls: Decision<TlsAction>[];
  readonly access: Decision<AccessAction>[];
  readonly settings: Setting[];
}

const tlsActions: readonly TlsAction[] = ['peek', 'splice', 'bump', 'terminate'];
const accessActions: readonly AccessAction[] = ['allow', 'deny'];

function oneOf<T extends string>(word: string | undefined, words: readonly T[]): T | undefined {
  return words.find((one) => one === word);
}

function valuesOf(words: readonly string[]): Acl['of'] {
  const [, list] = /^".*\/lists\/(.+)\.txt"$/.exec(words.join(' ')) ?? [];
  return list === undefined ? { values: words } : { list };
}

function readAcl([name, word, ...rest]: readonly string[]): Acl | undefined {
  const type = oneOf(word, aclTypes);
  if (name === undefined || !type) return undefined;
  const flags: Acl['flags'][number][] = [];
  while (rest[0] === '-n' || rest[0] === '-i') flags.push(rest.shift() === '-n' ? '-n' : '-i');
  return { name, type, flags, of: valuesOf(rest) };
}

/** Takes one line; whether it is understood. */
function take(line: string, reason: string, reading: Reading): boolean {
  const [name = '', ...words] = line.split(' ');
  const [action, ...conditions] = words;
  if (name === 'acl') {
    const acl = readAcl(words);
    return acl !== undefined && reading.acls.push(acl) > 0;
  }
  if (name === 'ssl_bump') {
    const known = oneOf(action, tlsActions);
    return known !== undefined && reading.tls.push({ reason, action: known, conditions }) > 0;
  }
  if (name === 'http_access') {
    const known = oneOf(action, accessActions);
    return known !== undefined && reading.access.push({ reason, action: known, conditions }) > 0;
  }
  const isPort = name === 'http_port' || name === 'https_port';
  return (isPort ? reading.ports : reading.settings).push({ name, words }) > 0;
}

const place = /^[^/]*, in (\/[A-Za-z0-9._/-]+)\. What no line lets through is denied\. Edition: /;

/** A configuration without its lists. What it does not say in our words is refused. */
export function readConf(text: string): Parsed<Omit<SquidConfig, 'lists'>> {
  const reading: Reading = { ports: [], acls: [], tls: [], access: [], settings: [] };
  let title: string | undefined;
  let comments: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) comments.push(line.slice(2));
    else if (line !== '') {
      const reason = comments.join(' ');
      const isFirst = title === undefined;
      title ??= reason;
      comments = [];
      if (!take(line, isFirst ? '' : reason, reading)) return refused('squid/line', line, 'a line of a rendering');
    }
  }
  const [, directory] = place.exec(title ?? '') ?? [];
  if (title === undefined || directory === undefined)
    return refused('squid/not-ours', title ?? '', 'the title of a rendering, with its directory');
  return accepted({ directory, title, ...reading });
}
