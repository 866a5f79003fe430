import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { FortiConfig } from '../model.js';
import {
  addressEdit,
  groupEdit,
  profileEdit,
  resourceEdit,
  serviceEdit,
  serviceGroupEdit,
  urlFilterEdit,
} from './objects.js';
import { policyEdit } from './policy.js';
import { bare, type Command, type Edit, type TableBody } from './statement.js';

/** A table with the objects in it, in an order in which nothing is named before it is defined. */
export interface Edits {
  readonly path: string;
  readonly count: number;
  /** Each is made when it is asked for: all of a large table at once would be a burden to the memory. */
  readonly edits: Iterable<Edit>;
}

function edits<T>(path: string, items: readonly T[], edit: (item: T) => Edit): Edits {
  return {
    path,
    count: items.length,
    edits: {
      *[Symbol.iterator]() {
        for (const item of items) yield edit(item);
      },
    },
  };
}

function ofFamily<T extends { readonly family: AddressFamily }>(
  items: readonly T[],
  wanted: AddressFamily,
): readonly T[] {
  return items.filter(({ family }) => family === wanted);
}

/** All tables, those that are named before those that name them (a name that does not exist is refused). */
export function editsOf(config: FortiConfig): readonly Edits[] {
  const { addresses, groups } = config;
  return [
    edits('system external-resource', config.externalResources, resourceEdit),
    edits('firewall address', ofFamily(addresses, 'ipv4'), addressEdit),
    edits('firewall address6', ofFamily(addresses, 'ipv6'), addressEdit),
    edits('firewall addrgrp', ofFamily(groups, 'ipv4'), groupEdit),
    edits('firewall addrgrp6', ofFamily(groups, 'ipv6'), groupEdit),
    edits('firewall service custom', config.services, serviceEdit),
    edits('firewall service group', config.serviceGroups, serviceGroupEdit),
    edits('webfilter urlfilter', config.urlFilters, urlFilterEdit),
    edits('webfilter profile', config.webFilterProfiles, profileEdit),
    edits('firewall policy', config.policies, policyEdit),
  ];
}

/** Moves a policy of ours. */
export function move(id: number | string, where: 'before' | 'after', other: number | string): Command {
  return { kind: 'command', words: [bare('move'), bare(id), bare(where), bare(other)] };
}

/** The tables as they are printed. A new policy goes last, behind a closing deny: moving each makes their order sure. */
export function tablesOf(config: FortiConfig): readonly TableBody[] {
  const { moveBefore, policies } = config;
  const moves = moveBefore === undefined ? [] : policies.map(({ id }) => move(id, 'before', moveBefore));
  return editsOf(config)
    .filter(({ count }) => count > 0)
    .map(({ path, edits: body }) => ({ path, body: path === 'firewall policy' ? [...body, ...moves] : body }));
}
