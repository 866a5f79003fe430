/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, type Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { render, type Artifact } from '@azureml-firewall/renderer-kit';
import { iptables, nftables, type LinuxOptions } from '../src/index.js';
import { iptablesOptionsSchema } from '../src/schema.js';
import { addressOf, askAll, dnsFiles, type Answered } from './support/dns.js';
import { readIpsets, readNft, type LoadedSet } from './support/loaded.js';
import { inNamespace, lacking } from './support/namespace.js';
import { fillSets, resolverOf } from './support/resolver.js';

const missing = lacking();
const patience = 120_000;
const root = new URL('golden/', import.meta.url);

function readJson(file: URL): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function policyOf(name: string): Policy {
  return policySchema.parse(readJson(new URL(`${name}/policy.json`, root)));
}

function optionsOf(name: string): Partial<LinuxOptions> {
  const options = iptablesOptionsSchema.parse(readJson(new URL(`${name}/options.json`, root)));
  return { ...options, upstreams: ['127.0.0.1#5302'] };
}

function hostsIn(policy: Policy): readonly string[] {
  return policy.collections
    .flatMap(({ rules }) => rules.flatMap(({ destinations }) => destinations))
    .flatMap((one) => {
      if (one.kind === 'fqdn' || one.kind === 'url') return [one.host];
      if (one.kind === 'wildcard') return [one.parent];
      return one.kind === 'suffix' ? [one.suffix] : [];
    });
}

/** Each name that the policy has, what is above and below it, and what only looks like it. */
function probesOf(policy: Policy): readonly string[] {
  const all = hostsIn(policy).flatMap((host) => [
    host,
    `www.${host}`,
    `a.b.${host}`,
    `evil${host}`,
    `${host}.evil.example`,
    host.slice(host.indexOf('.') + 1),
  ]);
  return [...new Set(all)].filter((name) => name.includes('.')).toSorted();
}

function isWanted(policy: Policy, host: string): boolean {
  const rules = policy.collections.flatMap((collection) => collection.rules);
  const open: Policy = {
    ...policy,
    collections: [
      {
        id: 'all',
        title: 'All',
        rules: rules.map((one) => ({ ...one, action: 'allow', direction: 'outbound', sources: [{ kind: 'any' }] })),
      },
    ],
  };
  return rules.some(({ services }) =>
    services.some(({ protocol, ports }) => {
      const flow = { direction: 'outbound', protocol, port: ports[0]?.from ?? 1, host, address: null } as const;
      // A path of a host needs the host.
      const answer = evaluate(open, flow);
      return answer.action === 'allow' || answer.undecided.length > 0;
    }),
  );
}

interface Asked {
  readonly answers: readonly Answered[];
  readonly sets: readonly LoadedSet[];
}

function ask(
  artifacts: readonly Artifact[],
  names: readonly string[],
  list: string,
  read: (text: string) => readonly LoadedSet[],
): Asked {
  const { status, errors, parts } = inNamespace(
    [...artifacts, ...dnsFiles(names)],
    ['sh apply.sh', askAll, 'part sets', list].join('\n'),
  );
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  const answers = (parts['answers'] ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answered);
  return { answers, sets: read(parts['sets'] ?? '').filter(({ header }) => header.includes('timeout')) };
}

/** What the sets hold by the tests' own reading of the configuration. */
function byReading(artifacts: readonly Artifact[], names: readonly string[], sets: readonly LoadedSet[]): unknown {
  const text = artifacts.find(({ path }) => path === 'dnsmasq.conf')?.text ?? '';
  const filled = new Map<string, string[]>(sets.map(({ name }) => [name, []]));
  const all = Object.fromEntries(names.map((name, i) => [name, [addressOf(i, 4), addressOf(i, 6)]]));
  fillSets(text, all, filled);
  return Object.fromEntries([...filled].map(([name, list]) => [name, list.toSorted()]));
}

const cases = readdirSync(root).filter(
  (name) => existsSync(new URL(`${name}/iptables/dnsmasq.conf`, root)) && probesOf(policyOf(name)).length > 0,
);

if (missing !== undefined) it.skip(`no resolver is asked: ${missing}`, () => undefined);

describe.skipIf(missing !== undefined).each(['iptables', 'nftables'] as const)(
  'dnsmasq with the files of %s',
  { timeout: patience },
  (id) => {
    it.each(cases)('%s: answers the names of the policy alone, and fills the sets as they are read here', (name) => {
      const policy = policyOf(name);
      const { artifacts } = render(id === 'iptables' ? iptables : nftables, policy, optionsOf(name));
      const names = probesOf(policy);
      const { answers, sets } =
        id === 'iptables'
          ? ask(artifacts, names, 'ipset save', readIpsets)
          : ask(artifacts, names, 'nft -j list ruleset', (text) => readNft(text).sets);
      const resolves = resolverOf(artifacts.find(({ path }) => path === 'dnsmasq.conf')?.text ?? '');
      const answered = answers.filter(({ four }) => typeof four !== 'string').map((one) => one.name);
      expect(answered).toEqual(names.filter(resolves));
      // A suffix is written as the domain and all below it, which leaves out what only ends alike.
      if (!['covering', 'suffix'].includes(name))
        expect(answered).toEqual(names.filter((one) => isWanted(policy, one)));
      expect(Object.fromEntries(sets.map((set) => [set.name, set.elements]))).toEqual(
        byReading(artifacts, names, sets),
      );
    });

    it('remembers no answer for longer than its address is kept', () => {
      const { artifacts } = render(id === 'iptables' ? iptables : nftables, policyOf('hosts'), {
        ...optionsOf('hosts'),
        learntSeconds: 600,
      });
      const list = id === 'iptables' ? 'ipset save' : 'nft -j list ruleset';
      const { answers } = ask(artifacts, ['graph.microsoft.com'], list, () => []);
      const [first] = answers;
      expect(first?.four).toEqual([{ address: addressOf(0, 4), ttl: 200 }]);
    });
  },
);
