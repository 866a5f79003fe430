import type { Destination, ServiceTag } from '@azureml-firewall/rule-model';
import { tag, to } from '../write.js';

const many = Array.from({ length: 230 }, (_, i) => `198.18.${String(i >> 2)}.${String((i & 3) * 64)}/26`);

/** The tag that rules are covered by: all addresses of `example.com` and of what is below lie in it. */
export const covering: ServiceTag = tag('Storage', '192.0.2.0/25', '2001:db8:1::/48');

/** Tags with addresses: names that are long, many prefixes, and all addresses there are. */
export const resolvedTags: readonly ServiceTag[] = [
  covering,
  tag('Storage.EastUS2', '192.0.2.0/28'),
  tag('AzureKeyVault', '192.0.2.128/25'),
  tag('AzureMonitor', ...many),
  { kind: 'service-tag', tag: 'SixOnly', resolved: { document: 'week of "six"', prefixes: ['2001:db8:2::/48'] } },
  tag('Internet', '0.0.0.0/0'),
  tag('A'.repeat(80), '198.51.100.128/25'),
];

/** Tags of which nobody says the addresses. */
export const bareTags: readonly ServiceTag[] = [
  { kind: 'service-tag', tag: 'VirtualNetwork' },
  { kind: 'service-tag', tag: 'BatchNodeManagement' },
];

/** Prefixes of both families, up to all addresses. */
export const prefixes: readonly Destination[] = [
  ...['192.0.2.0/24', '192.0.2.77/32', '198.51.100.0/25', '2001:db8::/32', '0.0.0.0/0', '::/0'],
  ...many.slice(0, 20),
].map(to);

const long = `${'l'.repeat(63)}.${'m'.repeat(63)}.${'n'.repeat(63)}.example.com`;

/** Hosts, what is below them, and paths, some as long as they may be and some that look like something else. */
export const named: readonly Destination[] = [
  ...['example.com', 'a.example.com', 'b.a.example.com', 'xn--bcher-kva.example', long],
  ...['tag-storage.eastus2', '13.66.0.0-16.example'],
  ...['*.example.com', '*.a.example.com', `*.${long}`, '*example.com', '*example.org'],
  ...['example.com/path/*', 'example.com/path/file', 'a.example.com/x', `example.com/${'p'.repeat(600)}/*`],
  ...['example.com/(a);b=c&d/', 'example.com/%20x', 'example.com/a%20b/*'],
].map(to);
