import { deniedLine } from '../fields.js';
import { broken, other, type Line } from '../line.js';

/**
 * A line that the LOG target of iptables or the log statement of nftables wrote. Such lines are written for what is about
 * to be refused; a rule that logs what it accepts says so in its prefix. Keys may come twice (`LEN` for UDP): the first
 * one counts.
 */
export function readIptables(line: string): Line {
  const start = line.indexOf('IN=');
  if (start < 0 || !line.includes('DST=')) return broken('no packet');
  const prefix = line
    .slice(0, start)
    .replace(/^.*\]\s*/, '')
    .trim();
  if (/\b(accept|allow)/i.test(prefix)) return other;
  const value = (key: string): string | undefined => new RegExp(`(?:^|\\s)${key}=(\\S+)`).exec(line.slice(start))?.[1];
  return deniedLine({
    source: value('SRC'),
    address: value('DST'),
    protocol: value('PROTO') ?? '',
    port: value('DPT'),
    reason: prefix === '' ? undefined : prefix.replace(/:$/, ''),
  });
}
