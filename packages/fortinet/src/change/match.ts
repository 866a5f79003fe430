import type { FirewallPolicy } from '../model.js';

/** What a policy matches by, each with its own list of names. */
export const dimensions = ['from', 'to', 'service', 'url'] as const;

/** One of the {@link dimensions}. */
export type Dimension = (typeof dimensions)[number];

/** An object by its table and name. */
export function keyOf(path: string, name: string | number): string {
  return `${path} ${name}`;
}

function addressKeys({ ipv4, ipv6 }: FirewallPolicy, side: 'sources' | 'destinations'): readonly string[] {
  return [
    ...(ipv4?.[side] ?? []).map((name) => keyOf('firewall addrgrp', name)),
    ...(ipv6?.[side] ?? []).map((name) => keyOf('firewall addrgrp6', name)),
  ];
}

/** The objects that a policy names. Where one is no group, no group has its name. */
export function namesOf(policy: FirewallPolicy): Readonly<Record<Dimension, readonly string[]>> {
  return {
    from: addressKeys(policy, 'sources'),
    to: addressKeys(policy, 'destinations'),
    service: policy.services.map((name) => keyOf('firewall service group', name)),
    url: policy.inspection ? [keyOf('webfilter profile', policy.inspection.webFilter)] : [],
  };
}

/** What else decides which traffic a policy matches and what becomes of it. */
export function restOf({ from, to, action, inspection }: FirewallPolicy): string {
  return JSON.stringify([from, to, action, inspection]);
}
