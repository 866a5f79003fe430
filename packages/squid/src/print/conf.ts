import type { Acl, Decision, Setting, SquidConfig } from '../model.js';
import { wrap } from './wrap.js';

/** A line of a table with all above it up to the reason of its rule: their numbers, from 1. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Lines as they are written, and those among them that decide. */
export interface Written {
  readonly lines: readonly string[];
  /** Where the tables' lines stand, by their place. */
  readonly access: readonly Place[];
  readonly tls: readonly Place[];
}

function aclText({ name, type, flags, of }: Acl, directory: string): string {
  const values = 'list' in of ? [`"${directory}/lists/${of.list}.txt"`] : of.values;
  return ['acl', name, type, ...flags, ...values].join(' ');
}

function settingText({ name, words }: Setting): string {
  return [name, ...words].join(' ');
}

function comment(text: string): readonly string[] {
  return text === '' ? [] : wrap(text).map((line) => `# ${line}`);
}

/** Writes a table, and tells where its lines stand. */
function writeTable(directive: string, table: readonly Decision<string>[], lines: string[]): readonly Place[] {
  let from = lines.length + 1;
  return table.map(({ reason, action, conditions }) => {
    if (reason !== '') from = lines.length + 1;
    lines.push(...comment(reason));
    return { from, to: lines.push([directive, action, ...conditions].join(' ')) };
  });
}

/** The text of `squid.conf`, line by line. */
export function writeConf(config: SquidConfig): Written {
  const lines = [...comment(config.title), ...config.ports.map(settingText), ''];
  lines.push(...config.acls.map((acl) => aclText(acl, config.directory)), '');
  const tls = writeTable('ssl_bump', config.tls, lines);
  lines.push('');
  const access = writeTable('http_access', config.access, lines);
  lines.push('', ...config.settings.map(settingText));
  return { lines, access, tls };
}
