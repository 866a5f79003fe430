import { accepted, refused, type Parsed } from '@azureml-firewall/rule-model';
import type { Artifact } from '@azureml-firewall/renderer-kit';
import type { List, Setting, SquidConfig, SquidModel } from '../model.js';
import { print } from '../print/print.js';
import { readConf } from './conf.js';
import { readClients, readRedirect } from './packets.js';

/** A file by its path below the directory of the proxy. */
export type File = Pick<Artifact, 'path' | 'text'>;

/** What files say; which entries of a policy they carry, they do not. */
export type SquidFiles = Omit<SquidModel, 'carriers'>;

function listsIn(files: readonly File[]): readonly List[] {
  return files.flatMap(({ path, text }): readonly List[] => {
    const [, name] = /^lists\/(.+)\.txt$/.exec(path) ?? [];
    return name === undefined ? [] : [{ name, values: text.split('\n').slice(0, -1) }];
  });
}

function portNamed(ports: readonly Setting[], name: string): number {
  return Number(ports.find(({ words }) => words.includes(`name=${name}`))?.words[0] ?? 0);
}

function readModel(config: SquidConfig, textOf: (path: string) => string | undefined): SquidFiles {
  const [generator, , database] = config.settings.find(({ name }) => name === 'sslcrtd_program')?.words ?? [];
  const redirect = textOf('redirect.nft');
  const [httpPort, tlsPort] = [portNamed(config.ports, 'http_in'), portNamed(config.ports, 'tls_in')];
  return {
    config,
    clients: readClients(textOf('fence.nft') ?? ''),
    ...(redirect !== undefined && { redirect: readRedirect(redirect, httpPort, tlsPort) }),
    ...(generator !== undefined && database !== undefined && { certificates: { generator, database } }),
  };
}

/** A list that is named and not there, or there and not named. */
function strayList({ acls, lists }: SquidConfig): string | undefined {
  const named = new Set(acls.flatMap(({ of }) => ('list' in of ? of.list : [])));
  const found = new Set(lists.map(({ name }) => name));
  return [...named, ...found].find((name) => !named.has(name) || !found.has(name));
}

/** The first line in which two files differ. */
function differenceOf(found: File, printed: string): Parsed<never> {
  const [given, ours] = [found.text.split('\n'), printed.split('\n')];
  const at = given.findIndex((line, i) => line !== ours[i]);
  const line = at < 0 ? given.length : at;
  return refused('squid/not-ours', `${found.path} line ${line + 1}: ${given[line] ?? ''}`, ours[line] ?? 'the end');
}

/**
 * Reads what this renderer prints, and nothing else: the result is printed again and held against all files, so that no
 * line is ever passed over.
 */
export function parseFiles(files: readonly File[]): Parsed<SquidFiles> {
  const byPath = new Map(files.map(({ path, text }) => [path, text]));
  const conf = readConf(byPath.get('squid.conf') ?? '');
  if (!conf.ok) return conf;
  const config = { ...conf.value, lists: listsIn(files) };
  const stray = strayList(config);
  if (stray !== undefined) return refused('squid/not-ours', `lists/${stray}.txt`, 'just the lists that are named');
  const model = readModel(config, (path) => byPath.get(path));
  const printed = print({ ...model, carriers: { access: [], tls: [], lists: [] } });
  const ours = new Map(printed.map(({ path, text }) => [path, text]));
  const missing = printed.find(({ path }) => !byPath.has(path));
  if (missing) return refused('squid/not-ours', missing.path, 'all files of a rendering');
  const other = files.find(({ path, text }) => ours.get(path) !== text);
  return other ? differenceOf(other, ours.get(other.path) ?? '') : accepted(model);
}
