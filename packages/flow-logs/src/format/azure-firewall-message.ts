import { deniedLine } from '../fields.js';
import { broken, other, type Line } from '../line.js';
import { parseLoggedUrl } from '../url.js';

// The message of AzureFirewallApplicationRule and AzureFirewallNetworkRule records, in the variants that were seen:
// with `Action:`, with `was denied` or `was allowed`, with `Url:`, and without a destination when a client sent no name.

const request = /^\s*(\S+(?: Type=\d+)?)\s+request from (\S+?):(\d+)(?:\s+to (\S+?):(\d+))?(?=[.\s]|$)(.*)$/s;

/** `Deny` or `Allow`, from whichever form the message has. */
function actionOf(rest: string): string | undefined {
  const [, action] = /Action:\s*([A-Za-z]+)/.exec(rest) ?? [];
  if (action !== undefined) return action.toLowerCase();
  if (/\bwas denied\b/.test(rest)) return 'deny';
  return /\bwas allowed\b/.test(rest) ? 'allow' : undefined;
}

function reasonOf(rest: string): string | undefined {
  const [, reason] = /Reason:\s*([^.]+)/.exec(rest) ?? [];
  const [, rule] = /\bRule:\s*([^.,]+)/.exec(rest) ?? [];
  return reason?.trim() ?? (rule === undefined ? undefined : `rule ${rule.trim()}`);
}

/** Reads the text of a legacy record. */
export function readMessage(message: string): Line {
  const [matched, protocol = '', source, , target, port, rest = ''] = request.exec(message) ?? [];
  if (matched === undefined) return broken('a message that is no request');
  const action = actionOf(rest);
  if (action === undefined) return broken('a message without an action');
  if (action !== 'deny') return other;
  if (target === undefined) return broken('a denial without destination');
  const [, url] = /\bUrl:\s*(\S+?)\.?(?=\s|$)/.exec(rest) ?? [];
  const path = url === undefined ? undefined : parseLoggedUrl(url)?.path;
  return deniedLine({ source, host: target, address: target, protocol, port, path, reason: reasonOf(rest) });
}
