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
import { bare, type Command, type Edit, type Table } from './statement.js';

/** A table with the objects in it, in an order in which nothing is named before it is defined. */
export interface Edits {
  readonly path: string;
  readonly edits: readonly Edit[];
}

/** All tables, those that are named before those that name them (a name that does not exist is refused). */
export function editsOf(config: FortiConfig): readonly Edits[] {
  const families = ['ipv4', 'ipv6'] as const;
  const suffix = { ipv4: '', ipv6: '6' };
  return [
    { path: 'system external-resource', edits: config.externalResources.map(resourceEdit) },
    ...families.map((wanted) => ({
      path: `firewall address${suffix[wanted]}`,
      edits: config.addresses.filter(({ family }) => family === wanted).map(addressEdit),
    })),
    ...families.map((wanted) => ({
      path: `firewall addrgrp${suffix[wanted]}`,
      edits: config.groups.filter(({ family }) => family === wanted).map(groupEdit),
    })),
    { path: 'firewall service custom', edits: config.services.map(serviceEdit) },
    { path: 'firewall service group', edits: config.serviceGroups.map(serviceGroupEdit) },
    { path: 'webfilter urlfilter', edits: config.urlFilters.map(urlFilterEdit) },
    { path: 'webfilter profile', edits: config.webFilterProfiles.map(profileEdit) },
    { path: 'firewall policy', edits: config.policies.map(policyEdit) },
  ];
}

/** Moves a policy of ours. */
export function move(id: number | string, where: 'before' | 'after', other: number | string): Command {
  return { kind: 'command', words: [bare('move'), bare(id), bare(where), bare(other)] };
}

/** The tables as they are printed. A new policy goes last, behind a closing deny: moving each makes their order sure. */
export function tablesOf(config: FortiConfig): readonly Table[] {
  const { moveBefore } = config;
  const moves = moveBefore === undefined ? [] : config.policies.map(({ id }) => move(id, 'before', moveBefore));
  return editsOf(config)
    .filter(({ edits }) => edits.length > 0)
    .map(({ path, edits }) => ({
      kind: 'config',
      path,
      body: path === 'firewall policy' ? [...edits, ...moves] : edits,
    }));
}
