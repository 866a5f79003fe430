import {
  destinationText,
  serviceText,
  type Destination,
  type Entry,
  type Policy,
  type Rule,
} from '@azureml-firewall/rule-model';
import { exact, inexact, omitted, type Lowered, type Placed, type Renderer } from '../../src/index.js';

export type ToyCode = 'toy/host-by-addresses' | 'toy/no-wildcards' | 'toy/told';

export interface ToyOptions {
  readonly prefix: string;
  readonly comment?: string;
}

type ToyNode = readonly [entry: string, line: string];

function line({ id, destination, service }: Entry): ToyNode {
  return [id, `${destinationText(destination)} ${serviceText(service)}`];
}

function says(entry: Entry): Lowered<ToyNode, ToyCode> {
  return exact(line(entry));
}

/** A vendor of one line per entry: it knows addresses, takes hosts for their addresses, and has no wildcards. */
export const toy: Renderer<ToyNode, readonly ToyNode[], ToyOptions, ToyCode> = {
  id: 'toy',
  messages: {
    'toy/host-by-addresses': '{host} is matched by its addresses.',
    'toy/no-wildcards': 'No wildcards.',
    'toy/told': 'Told.',
  },
  defaults: { prefix: 'permit' },
  checkOptions: ({ prefix }) =>
    /^[a-z]+$/.test(prefix)
      ? []
      : [{ path: 'prefix', refusal: { code: 'toy/prefix', found: prefix, expected: 'a lower-case word' } }],
  lower: {
    fqdn: (entry) => inexact('approximated', [line(entry)], 'toy/host-by-addresses', { host: entry.destination.host }),
    wildcard: () => omitted('toy/no-wildcards'),
    suffix: () => omitted('toy/no-wildcards'),
    url: () => omitted('toy/no-wildcards'),
    'service-tag': says,
    cidr: says,
  },
  assemble: (placed: readonly Placed<ToyNode>[]) => ({ model: placed.flatMap(({ nodes }) => nodes), findings: [] }),
  print: (nodes, { options }) =>
    nodes.length === 0
      ? []
      : [
          {
            path: 'rules.txt',
            text: nodes.map(([, text]) => `${options.prefix} ${text}\n`).join(''),
            spans: nodes.map(([entry], i) => ({ entry, from: i + 1, to: i + 1 })),
          },
        ],
};

export function rule(id: string, destinations: readonly Destination[], more: Partial<Rule> = {}): Rule {
  return {
    id,
    purpose: `Purpose of ${id}`,
    action: 'allow',
    direction: 'outbound',
    sources: [{ kind: 'any' }],
    destinations,
    services: [{ protocol: 'tcp', ports: [{ from: 443, to: 443 }] }],
    necessity: 'required',
    origins: [{ requirement: id, edition: '2021-09-14', section: 'table#1', source: 'https://example.com/page' }],
    ...more,
  };
}

export function policy(...rules: readonly Rule[]): Policy {
  return {
    cloud: 'public',
    region: 'eastus2',
    edition: '2021-09-14',
    collections: [{ id: 'all', title: 'All', rules }],
    routes: [],
  };
}
