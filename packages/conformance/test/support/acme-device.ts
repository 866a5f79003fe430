import { indexCidrs, type Action } from '@azureml-firewall/rule-model';
import type { Probe } from '../../src/index.js';

interface DeviceLine {
  readonly name: string;
  readonly matches: (probe: Probe) => boolean;
  readonly action: Action;
  readonly text: string;
}

function holder(list: string): (address: string) => boolean {
  const prefixes = list.split(',');
  if (prefixes.includes('*')) return () => true;
  const find = indexCidrs([prefixes]);
  return (address) => (find(address)?.length ?? 0) > 0;
}

function goingTo(to: string): (probe: Probe) => boolean {
  if (/^([0-9.]+|[0-9a-f:]+)\/[0-9]+$/.test(to)) {
    const holds = holder(to);
    return ({ address }) => holds(address);
  }
  return ({ host }) => host !== null && (to.startsWith('*.') ? host.endsWith(to.slice(1)) : host === to);
}

function isOn(list: string, port: number): boolean {
  return list.split(',').some((range) => {
    const [from = '', to = from] = range === '*' ? ['1', '65535'] : range.split('-');
    return Number(from) <= port && port <= Number(to);
  });
}

/** A line as the vendor reads it: words, and one text in quotes at the end. */
function lineOf(text: string): DeviceLine {
  const words = /^(allow|deny) (\S+) (inbound|outbound) (\S+) (\S+) (tcp|udp) (\S+) "[^"\\]*"$/.exec(text);
  if (!words) throw new Error(`no line of acme: ${text}`);
  const [, action, name = '', direction, sources = '', to = '', protocol, ports = ''] = words;
  const [comesFrom, goesTo] = [holder(sources), goingTo(to)];
  return {
    name,
    action: action === 'allow' ? 'allow' : 'deny',
    text,
    matches: (probe) =>
      probe.direction === direction &&
      probe.protocol === protocol &&
      comesFrom(probe.source) &&
      goesTo(probe) &&
      isOn(ports, probe.port),
  };
}

/** A device of acme after some texts: new lines come last, `no NAME` takes one away. */
export function acmeDevice(texts: readonly string[]): readonly DeviceLine[] {
  let lines: readonly DeviceLine[] = [];
  for (const text of texts.flatMap((one) => one.split('\n').filter((line) => line !== ''))) {
    const name = /^no (\S+)$/.exec(text)?.[1];
    if (name !== undefined && !lines.some((line) => line.name === name)) throw new Error(`no such line: ${name}`);
    if (name !== undefined) lines = lines.filter((line) => line.name !== name);
    else {
      const line = lineOf(text);
      if (lines.some((other) => other.name === line.name)) throw new Error(`twice: ${line.name}`);
      lines = [...lines, line];
    }
  }
  return lines;
}

export function decide(lines: readonly DeviceLine[], probe: Probe): Action | undefined {
  return lines.find(({ matches }) => matches(probe))?.action;
}
