import type { FirewallPolicy } from '../model.js';
import { bare, quoted, set, setNames, type Edit } from './statement.js';

/**
 * A policy with every setting whose default would hurt, also those that a policy of the same id may have kept: `edit`
 * merges. `internet-service` would make addresses and services idle (TFF). A policy that denies has no `utm-status` and no
 * `nat`: a device's own `show full-configuration` lists neither until its action is accept. It has `match-vip`, without
 * which it lets pass what goes to a virtual IP (Technical Tip: DENY policy for Virtual IP; the default up to 7.2.2).
 */
export function policyEdit(policy: FirewallPolicy): Edit {
  const { id, name, from, to, ipv4, ipv6, inspection, nat } = policy;
  const body = [
    set('name', quoted(name)),
    set('status', bare('enable')),
    set('srcintf', quoted(from)),
    set('dstintf', quoted(to)),
    set('internet-service', bare('disable')),
    ...(ipv4 ? [setNames('srcaddr', ipv4.sources), setNames('dstaddr', ipv4.destinations)] : []),
    ...(ipv6 ? [setNames('srcaddr6', ipv6.sources), setNames('dstaddr6', ipv6.destinations)] : []),
    set('action', bare(policy.action)),
    set('schedule', quoted('always')),
    setNames('service', policy.services),
    policy.action === 'accept'
      ? set('utm-status', bare(inspection ? 'enable' : 'disable'))
      : set('match-vip', bare('enable')),
    ...(inspection
      ? [
          set('inspection-mode', bare('flow')),
          set('ssl-ssh-profile', quoted(inspection.sslProfile)),
          set('webfilter-profile', quoted(inspection.webFilter)),
        ]
      : []),
    set('logtraffic', bare(policy.log)),
    ...(nat ? [set('nat', bare(nat))] : []),
    set('comments', quoted(policy.comments)),
  ];
  return { kind: 'edit', key: bare(id), body };
}
