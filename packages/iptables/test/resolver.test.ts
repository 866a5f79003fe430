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

type OtherNames = LinuxOptions['otherNames'];

function optionsOf(name: string, otherNames: OtherNames): Partial<LinuxOptions> {
  const options = iptablesOptionsSchema.parse(readJson(new URL(`${name}/options.json`, root)));
  return { ...options, otherNames, upstreams: ['127.0.0.1#5302'] };
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
  otherNames: OtherNames,
  list: string,
  read: (text: string) => readonly LoadedSet[],
): Asked {
  const { status, errors, parts } = inNamespace(
    [...artifacts, ...dnsFiles(names, otherNames)],
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

/** Cases whose files name something: with the addresses of tags the names are the same, and covering tags take their place. */
const cases = readdirSync(root).filter(
  (name) =>
    !name.endsWith('-resolved') &&
    name !== 'covering' &&
    existsSync(new URL(`${name}/iptables/dnsmasq.conf`, root)) &&
    probesOf(policyOf(name)).length > 0,
);
const targets = {
  iptables: { target: iptables, list: 'ipset save', read: readIpsets },
  nftables: { target: nftables, list: 'nft -j list ruleset', read: (text: string) => readNft(text).sets },
} as const;

if (missing !== undefined) it.skip(`no resolver is asked: ${missing}`, () => undefined);

describe.skipIf(missing !== undefined).each(['iptables', 'nftables'] as const)(
  'dnsmasq with the files of %s',
  { timeout: patience },
  (id) => {
    const { target, list, read } = targets[id];

    function tryCase(name: string, otherNames: OtherNames): Asked & { readonly names: readonly string[] } {
      const policy = policyOf(name);
      const { artifacts } = render(target, policy, optionsOf(name, otherNames));
      const names = probesOf(policy);
      const asked = ask(artifacts, names, otherNames, list, read);
      const resolves = resolverOf(artifacts.find(({ path }) => path === 'dnsmasq.conf')?.text ?? '');
      const answered = asked.answers.filter(({ four }) => typeof four !== 'string').map((one) => one.name);
      expect(answered).toEqual(names.filter(resolves));
      const found = Object.fromEntries(asked.sets.map((set) => [set.name, set.elements]));
      expect(found).toEqual(byReading(artifacts, names, asked.sets));
      return { ...asked, names };
    }

    it.each(cases)('%s: answers the names of the policy alone, and fills the sets as they are read here', (name) => {
      const { answers, names } = tryCase(name, 'refuse');
      const answered = answers.filter(({ four }) => typeof four !== 'string').map((one) => one.name);
      // A suffix is written as the domain and all below it, which leaves out what only ends alike.
      if (name !== 'suffix') expect(answered).toEqual(names.filter((one) => isWanted(policyOf(name), one)));
    });

    it.each(['wildcards', 'names-together', 'hosts', 'deny'])(
      '%s: fills the same sets where other names resolve',
      (name) => {
        const [some, all] = [tryCase(name, 'refuse'), tryCase(name, 'resolve')];
        expect(all.sets).toEqual(some.sets);
        expect(all.answers.length).toBeGreaterThan(0);
      },
    );

    it('remembers no answer for longer than its address is kept', () => {
      const options = { ...optionsOf('hosts', 'refuse'), learntSeconds: 600 };
      const { artifacts } = render(target, policyOf('hosts'), options);
      const { answers } = ask(artifacts, ['graph.microsoft.com'], 'refuse', list, read);
      expect(answers[0]?.four).toEqual([{ address: addressOf(0, 4), ttl: 200 }]);
    });
  },
);
