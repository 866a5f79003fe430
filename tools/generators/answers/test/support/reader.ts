import { indexCidrs, type Action } from '@azureml-firewall/rule-model';
import type { Printed, Probe } from '@azureml-firewall/conformance';
import type { NewVendorOptions } from '../../src/index.js';

interface RuleRead {
  readonly action: Action;
  readonly matches: (probe: Probe) => boolean;
}

const prefix = /^[0-9a-f.:]+\/[0-9]+$/;

function holder(words: readonly string[]): (address: string) => boolean {
  if (words.includes('any')) return () => true;
  const find = indexCidrs([words.filter((word) => prefix.test(word))]);
  return (address) => (find(address)?.length ?? 0) > 0;
}

function named(words: readonly string[]): (host: string | null) => boolean {
  const names = words.filter((word) => !prefix.test(word));
  return (host) =>
    host !== null && names.some((name) => (name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name));
}

function isOn(words: readonly string[], port: number): boolean {
  return words.some((word) => {
    const [from = '', to = from] = word === '*' ? ['1', '65535'] : word.split('-');
    return Number(from) <= port && port <= Number(to);
  });
}

/** A rule as the manual describes it; what it does not describe is an error. */
function read(block: string): RuleRead {
  const form =
    /^rule [A-Za-z0-9._-]{1,63}\n {2}(allow|deny) (outbound|inbound)\n {2}from (.+)\n {2}to (.+)\n {2}(tcp|udp) (.+)\n {2}note "[^"\\\n]{0,200}"$/;
  const [, action, direction, from = '', to = '', protocol, ports = ''] = form.exec(block) ?? [];
  if (action === undefined) throw new Error(`no rule: ${block}`);
  const [source, address, host] = [holder(from.split(' ')), holder(to.split(' ')), named(to.split(' '))];
  return {
    action: action === 'allow' ? 'allow' : 'deny',
    matches: (probe) =>
      probe.direction === direction &&
      probe.protocol === protocol &&
      isOn(ports.split(' '), probe.port) &&
      source(probe.source) &&
      (address(probe.address) || host(probe.host)),
  };
}

/** The device: the first rule that matches decides. */
export function reader({ artifacts }: Printed<NewVendorOptions>): (probe: Probe) => Action | undefined {
  const blocks = artifacts.flatMap(({ text }) => text.split('\nend\n').slice(0, -1));
  const rules = blocks.map(read);
  return (probe) => rules.find(({ matches }) => matches(probe))?.action;
}
