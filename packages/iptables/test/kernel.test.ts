/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render } from '@azureml-firewall/renderer-kit';
import { iptables, nftables, type LinuxOptions } from '../src/index.js';
import { iptablesOptionsSchema } from '../src/schema.js';
import { expectedOfIptables, expectedOfNftables, readIpsets, readNft, readSaved } from './support/loaded.js';
import { inNamespace, lacking } from './support/namespace.js';

const missing = lacking();
const patience = 120_000;
const root = new URL('golden/', import.meta.url);

interface Case {
  readonly policy: Policy;
  readonly options: Partial<LinuxOptions>;
}

function readJson(file: URL): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function caseOf(name: string): Case {
  const folder = new URL(`${name}/`, root);
  return {
    policy: policySchema.parse(readJson(new URL('policy.json', folder))),
    options: iptablesOptionsSchema.parse(readJson(new URL('options.json', folder))),
  };
}

/** The files as they stand in the golden folder; none where all was left out. */
function filesIn(name: string, target: string): readonly { readonly path: string; readonly text: string }[] {
  const folder = new URL(`${name}/${target}/`, root);
  return readdirSync(folder)
    .filter((path) => path !== 'outcomes.json')
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
}

/** The lines of a rules file that carry no rule of the policy, as the kernel lists them, and one jump for each hook. */
function linesAround(name: string, family: string, hooks: readonly string[]): readonly string[] {
  const { path = '', text = '' } = filesIn(name, 'iptables').find((file) => file.path.endsWith(`.${family}`)) ?? {};
  const start = path.slice(0, path.indexOf('.')).toUpperCase();
  const uids: Readonly<Record<string, string>> = { nobody: '65534' };
  const own = text
    .split('\n')
    .filter((line) => /^[-:]/.test(line) && !line.includes('--comment'))
    .map((line) => line.replace(/ - \[0:0\]$/, ' -').replace('ESTABLISHED,RELATED', 'RELATED,ESTABLISHED'))
    .map((line) => line.replace(/--uid-owner ([a-z]+)/, (_, user: string) => `--uid-owner ${uids[user] ?? user}`));
  const jumps = hooks.map((hook) => `-A ${hook} -j ${start}-${hook}`);
  return [...own, ...jumps, ':INPUT ACCEPT', ':FORWARD ACCEPT', ':OUTPUT ACCEPT'].toSorted();
}

const cases = readdirSync(root).filter((name) => filesIn(name, 'iptables').length > 0);

if (missing !== undefined) it.skip(`nothing is loaded into a kernel: ${missing}`, () => undefined);

describe.skipIf(missing !== undefined)('golden files of iptables in a kernel', { timeout: patience }, () => {
  const saveAll = (name: string): string =>
    ['iptables-save', 'ip6tables-save', 'ipset save'].map((save) => `part "${name} ${save}"; ${save}`).join('\n');

  it.each(cases)('%s: what is loaded is the model, also after a second time, and undo leaves nothing', (name) => {
    const { policy, options } = caseOf(name);
    const { filter } = render(iptables, policy, options).model;
    const { status, errors, parts } = inNamespace(
      filesIn(name, 'iptables'),
      [
        'sh apply.sh',
        saveAll('once'),
        'sh apply.sh',
        saveAll('twice'),
        'sh undo.sh',
        saveAll('undone'),
        'sh undo.sh',
      ].join('\n'),
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const expected = expectedOfIptables(filter);
    const hasInbound = filter.rules.some(({ chain }) => chain === 'in');
    const hooks = filter.settings.mode === 'gateway' ? ['FORWARD'] : ['OUTPUT', ...(hasInbound ? ['INPUT'] : [])];
    for (const time of ['once', 'twice']) {
      const v4 = readSaved(parts[`${time} iptables-save`] ?? '', 'ipv4');
      const v6 = readSaved(parts[`${time} ip6tables-save`] ?? '', 'ipv6');
      expect(readIpsets(parts[`${time} ipset save`] ?? '')).toEqual(expected.sets);
      expect([...v4.rules, ...v6.rules]).toEqual(expected.rules);
      expect(v4.lines.toSorted()).toEqual(linesAround(name, 'v4', hooks));
      expect(v6.lines.toSorted()).toEqual(linesAround(name, 'v6', hooks));
    }
    const empty = [':INPUT ACCEPT', ':FORWARD ACCEPT', ':OUTPUT ACCEPT'];
    expect(readSaved(parts['undone iptables-save'] ?? '', 'ipv4').lines).toEqual(empty);
    expect(readSaved(parts['undone ip6tables-save'] ?? '', 'ipv6').lines).toEqual(empty);
    expect(parts['undone ipset save']).toBe('');
  });
});

describe.skipIf(missing !== undefined)('golden files of nftables in a kernel', { timeout: patience }, () => {
  it.each(cases)('%s: what is loaded is the model, also after a second time and as JSON', (name) => {
    const { policy, options } = caseOf(name);
    const { filter } = render(nftables, policy, options).model;
    const list = (part: string): string => `part ${part}; nft list ruleset; part ${part}-json; nft -j list ruleset`;
    const { status, errors, parts } = inNamespace(
      filesIn(name, 'nftables'),
      [
        ...['sh apply.sh', list('once'), 'sh apply.sh', list('twice'), 'sh undo.sh', list('undone'), 'sh undo.sh'],
        ...[`nft -j -f *.nft.json`, list('json'), `nft -j -f *.nft.json`, list('json-twice')],
        ...['sh apply.sh', list('text-after-json')],
      ].join('\n'),
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const expected = expectedOfNftables(filter);
    for (const time of ['once', 'twice', 'json', 'json-twice', 'text-after-json']) {
      expect(readNft(parts[`${time}-json`] ?? '')).toEqual(expected);
      expect(parts[time]).toBe(parts['once']);
    }
    expect(parts['undone']).toBe('');
  });
});
