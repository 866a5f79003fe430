import { type EditionId, type Fact } from '@azureml-firewall/catalog';
import { clouds, type Cloud } from '@azureml-firewall/rule-model';
import { expect, it } from 'vitest';
import { baseOf, editionIds, factsIn, type Held } from './ask.js';

/** A port that only one form of a need carries, in the editions and clouds where it is so. */
interface Disagreement {
  /** `hosts` or `tag`, whichever carries it. */
  readonly only: 'hosts' | 'tag';
  readonly tag: string;
  readonly port: string;
  readonly editions: readonly EditionId[];
  readonly clouds: readonly Cloud[];
  readonly because: string;
}

const known: readonly Disagreement[] = [
  {
    only: 'tag',
    tag: 'AzureActiveDirectory',
    port: 'tcp/*',
    editions: ['2021-09-14'],
    clouds,
    because: 'The table has a star where a port belongs; no port is printed for the hosts.',
  },
  {
    only: 'hosts',
    tag: 'AzureMachineLearning',
    port: 'tcp/8787',
    editions: ['2021-09-14'],
    clouds: ['public'],
    because: 'The row of the tag had 443 only until a reader complained (2022).',
  },
  {
    only: 'hosts',
    tag: 'AzureMachineLearning',
    port: 'tcp/18881',
    editions: ['2021-09-14'],
    clouds: ['public'],
    because: 'As for 8787.',
  },
  {
    only: 'hosts',
    tag: 'BatchNodeManagement',
    port: 'udp/443',
    editions: ['2023-04-14', '2026-03-19'],
    clouds: ['public'],
    because: 'The hosts have any protocol, the tag has that of the article, TCP.',
  },
  {
    only: 'hosts',
    tag: 'AzureMonitor',
    port: 'tcp/80',
    editions: ['2021-09-14', '2022-09-06'],
    clouds,
    because: 'The step on application rules asks for http and https of every host in it.',
  },
];

/** A tag that hosts name as theirs, though the edition does not ask for it, or not in this cloud. */
const notAsked: Readonly<Record<string, string>> = {
  'AzureFrontDoor.Frontend 2021-09-14 china': 'the tag is exempted in China',
  'AzureFrontDoor.Frontend 2022-09-06 china': 'the tag is exempted in China',
  'AzureFrontDoor.Frontend 2023-04-14 china': 'the tag is exempted in China',
  'AzureFrontDoor.Frontend 2026-03-19 china': 'the tag is exempted in China',
  'AzureContainerRegistry 2023-04-14 public': 'a tip asks for it, no table does (dispute custom-registry-2026)',
  'AzureContainerRegistry 2026-03-19 public': 'a tip asks for it, no table does (dispute custom-registry-2026)',
};

const singly = (port: string): readonly string[] =>
  port.startsWith('any/') ? ['tcp', 'udp'].map((protocol) => port.replace('any', protocol)) : [port];
const stated = ({ ports, inferred }: Fact): readonly string[] =>
  inferred?.includes('ports') ? [] : ports.flatMap(singly);

function carries(ports: ReadonlySet<string>, port: string): boolean {
  return ports.has(port) || ports.has(port.replace(/\/.*/, '/*'));
}

const outbound = (edition: EditionId, cloud: Cloud): readonly Held[] =>
  factsIn(edition, cloud).filter(({ requirement }) => requirement.direction === 'outbound');

/** The facts that name a tag, and those of hosts for which the tag stands. */
function forms(edition: EditionId, cloud: Cloud, tag: string): { tags: readonly Fact[]; hosts: readonly Fact[] } {
  const all = outbound(edition, cloud);
  return {
    tags: all.flatMap(({ fact }) => (fact.tag !== undefined && baseOf(fact.tag) === tag ? [fact] : [])),
    hosts: all.flatMap(({ requirement, fact }) =>
      fact.host !== undefined && requirement.coveredBy?.map(baseOf).includes(tag) ? [fact] : [],
    ),
  };
}

/** `hosts AzureMonitor tcp/80 2022-09-06 public`, for each port that one form lacks. */
function disagreements(): readonly string[] {
  const found = editionIds.flatMap((edition) =>
    clouds.flatMap((cloud) => {
      const tags = new Set(
        outbound(edition, cloud).flatMap(({ fact }) => (fact.tag === undefined ? [] : baseOf(fact.tag))),
      );
      return [...tags].flatMap((tag) => {
        const both = forms(edition, cloud, tag);
        if (both.hosts.length === 0) return [];
        // The ports of one form that is said to have none of its own count as the other form's, which decides them.
        const have = (facts: readonly Fact[]): ReadonlySet<string> =>
          new Set(facts.flatMap(({ ports }) => ports.flatMap(singly)));
        const onlyHosts = both.hosts.flatMap(stated).filter((port) => !carries(have(both.tags), port));
        const onlyTag = both.tags.flatMap(stated).filter((port) => !carries(have(both.hosts), port));
        return [...onlyHosts.map((port) => `hosts ${tag} ${port}`), ...onlyTag.map((port) => `tag ${tag} ${port}`)].map(
          (text) => `${text} ${edition} ${cloud}`,
        );
      });
    }),
  );
  return [...new Set(found)].toSorted();
}

it('asks for the same ports by tag and by hosts, or lists the disagreement with its reason', () => {
  const listed = known.flatMap(({ only, tag, port, editions, clouds: where }) =>
    editions.flatMap((edition) => where.map((cloud) => `${only} ${tag} ${port} ${edition} ${cloud}`)),
  );
  expect(disagreements()).toEqual(listed.toSorted());
  for (const { because } of known) expect(because).toMatch(/\.$/);
});

it('names for hosts only tags that the edition asks for, or says why it does not', () => {
  const missing = editionIds.flatMap((edition) =>
    clouds.flatMap((cloud) =>
      outbound(edition, cloud)
        .filter(({ fact }) => fact.host !== undefined)
        .flatMap(({ requirement }) => (requirement.coveredBy ?? []).map(baseOf))
        .filter((tag) => forms(edition, cloud, tag).tags.length === 0)
        .map((tag) => `${tag} ${edition} ${cloud}`),
    ),
  );
  expect([...new Set(missing)].toSorted()).toEqual(Object.keys(notAsked).toSorted());
});

/** Tags for which no edition names a host. */
const withoutHosts: Readonly<Record<string, string>> = {
  AzureCloud: 'all of Azure in a region has no list of hosts',
  'AzureFrontDoor.FirstParty': 'it carries the data of a registry under whatever name',
  VirtualNetwork: 'the network of the user has no published hosts',
};

it('has hosts for every tag in some edition, or says why none exist', () => {
  const tags = new Set(
    editionIds.flatMap((edition) =>
      outbound(edition, 'public').flatMap(({ fact }) => (fact.tag === undefined ? [] : baseOf(fact.tag))),
    ),
  );
  const bare = [...tags].filter((tag) =>
    editionIds.every((edition) => forms(edition, 'public', tag).hosts.length === 0),
  );
  expect(bare.toSorted()).toEqual(Object.keys(withoutHosts).toSorted());
});
