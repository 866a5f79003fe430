import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '@azureml-firewall/rule-model';
import { renderUndo, renderUpdate } from '@azureml-firewall/renderer-kit';
import { draft, rule, tag } from '@azureml-firewall/conformance';
import { policies } from '@azureml-firewall/conformance/random';
import { fortinet, type FortinetOptions } from '../src/index.js';
import { options } from './support/arbitraries.js';
import { apply, deviceWith, objectsIn, show, type Device } from './support/device.js';
import { renderText, textOf } from './support/render.js';

const fixed = { seed: 20_260_319, numRuns: 200 };
const patience = 60_000;

/** What somebody else has on the device: a permit before, and the closing deny. */
const foreign = `config firewall address
    edit "corp"
        set type ipmask
        set subnet 10.0.0.0 255.0.0.0
    next
end
config firewall service custom
    edit "ssh"
        set tcp-portrange 22
    next
end
config firewall policy
    edit 5
        set name "corp-ssh"
        set srcintf "port2"
        set dstintf "port1"
        set srcaddr "corp"
        set dstaddr "all"
        set action accept
        set schedule "always"
        set service "ssh"
    next
    edit 7
        set name "corp-deny"
        set srcintf "port2"
        set dstintf "port1"
        set srcaddr "all"
        set dstaddr "all"
        set action deny
        set schedule "always"
        set service "ssh"
    next
end
`;

function update(previous: Policy, next: Policy, chosen: Partial<FortinetOptions> = {}): string {
  return textOf(renderUpdate(fortinet, previous, next, chosen));
}

/** Ids of policies in their order, ours alone. */
function ours(device: Device): readonly string[] {
  return [...objectsIn(device, 'firewall policy').keys()].filter((id) => id.length > 1);
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

describe('commands on a device that has policies of others', { timeout: patience }, () => {
  it('undo leaves nothing of ours and touches nothing else', () => {
    fc.assert(
      fc.property(policies, options, fc.constantFrom({}, { moveBefore: 7 }), (given, chosen, more) => {
        const all = { ...chosen, ...more };
        const device = deviceWith(foreign);
        apply(device, renderText(given, all));
        apply(device, textOf(renderUndo(fortinet, given, all)));
        expect(show(device)).toEqual(show(deviceWith(foreign)));
      }),
      fixed,
    );
  });

  it('update makes the next configuration of the previous one, and places all before the closing deny', () => {
    fc.assert(
      fc.property(policies, policies, options, (previous, next, chosen) => {
        const all = { ...chosen, moveBefore: 7 };
        const device = deviceWith(foreign);
        apply(device, renderText(previous, all));
        apply(device, update(previous, next, all));
        const fresh = deviceWith(foreign);
        apply(fresh, renderText(next, all));
        expect(show(device)).toEqual(show(fresh));
      }),
      fixed,
    );
  });

  it('update keeps the order of policies also without a place for them', () => {
    fc.assert(
      fc.property(policies, policies, options, (previous, next, chosen) => {
        const device = deviceWith(renderText(previous, chosen));
        apply(device, update(previous, next, chosen));
        const fresh = deviceWith(renderText(next, chosen));
        expect(ours(device)).toEqual(ours(fresh));
        expect(show(device)).toEqual(show(fresh));
      }),
      fixed,
    );
  });

  it('in a virtual domain stand in its wrapper', () => {
    fc.assert(
      fc.property(policies, policies, (previous, next) => {
        const vdom = { vdom: 'azure' };
        const device = deviceWith(renderText(previous, vdom), 'azure');
        apply(device, update(previous, next, vdom), 'azure');
        apply(device, textOf(renderUndo(fortinet, next, vdom)), 'azure');
        expect(show(device)).toEqual([]);
      }),
      { ...fixed, numRuns: 100 },
    );
  });

  it('are none when nothing changes', () => {
    fc.assert(
      fc.property(policies, options, (given, chosen) => {
        expect(renderUpdate(fortinet, given, given, chosen)).toEqual([]);
      }),
      { ...fixed, numRuns: 100 },
    );
  });
});

describe('an update', () => {
  const monitor = (count: number): Policy =>
    draft([
      rule(
        'monitor',
        [tag('AzureMonitor', ...Array.from({ length: count }, (_, i) => `198.18.${i >> 2}.${(i & 3) * 64}/26`))],
        ['tcp/443'],
      ),
    ]);

  it('adds one address and one membership for one prefix more', () => {
    expect(update(monitor(100), monitor(101))).toBe(`config firewall address
    edit "aml-net-198.18.25.0-26"
        set type ipmask
        set subnet 198.18.25.0 255.255.255.192
    next
end
config firewall addrgrp
    edit "aml-tag-AzureMonitor"
        append member "aml-net-198.18.25.0-26"
    next
end
`);
  });

  it('touches one part of a group in parts', () => {
    const text = update(monitor(500), monitor(501));
    expect(text.match(/append|unselect/g)).toHaveLength(1);
    expect(lineCount(text)).toBe(11);
  });

  it('moves only what is out of order', () => {
    const three = (...ids: readonly string[]): Policy =>
      draft(ids.map((id): Rule => rule(id, [`${id}.example.com`], ['tcp/443'], id === 'd' ? { action: 'deny' } : {})));
    const text = update(three('a', 'b', 'c', 'd'), three('d', 'a', 'b', 'c'));
    expect(text).toMatch(/^config firewall policy\n {4}move [0-9]+ before [0-9]+\nend\n$/);
  });

  it('changes what changed of a policy, and no more', () => {
    const at = (purpose: string): Policy => draft([rule('a', ['a.example.com'], ['tcp/443'], { purpose })]);
    expect(update(at('Old'), at('New'))).toMatch(
      /^config firewall policy\n {4}edit [0-9]+\n {8}set comments "New \[a; 2021-09-14\]"\n {4}next\nend\n$/,
    );
  });

  /** A policy whose own services and whose tag change at once. */
  const both = (services: readonly string[], ...prefixes: readonly string[]): Policy =>
    draft([rule('ml', [tag('AzureMachineLearning', ...prefixes)], services)]);

  it('takes from a policy what it loses before its tag gets new addresses, and adds what it gains after that', () => {
    const text = update(both(['tcp/443', 'udp/5831'], '192.0.2.0/25'), both(['tcp/443', 'tcp/8787'], '192.0.2.128/25'));
    const commands = text
      .match(/^ *(append|unselect|set member|set status|set service|delete).*$/gm)
      ?.map((line) => line.trim());
    expect(commands).toEqual([
      'set service "aml-tcp-443"',
      'set member "aml-net-192.0.2.128-25"',
      'append service "aml-tcp-8787"',
      'delete "aml-udp-5831"',
      'delete "aml-net-192.0.2.0-25"',
    ]);
  });

  it('takes a policy out of force where nothing of a list stays while its tag changes', () => {
    const text = update(both(['udp/5831'], '192.0.2.0/25'), both(['tcp/8787'], '192.0.2.128/25'));
    const commands = text.match(/^ *(set status|set member|set service).*$/gm)?.map((line) => line.trim());
    expect(commands).toEqual([
      'set status disable',
      'set member "aml-net-192.0.2.128-25"',
      'set status enable',
      'set service "aml-tcp-8787"',
    ]);
  });

  it('lets a denial grow first and shrink last', () => {
    const deny = (...hosts: readonly string[]): Rule => rule('no', hosts, ['tcp/443'], { action: 'deny' });
    const allow = (...hosts: readonly string[]): Rule => rule('yes', hosts, ['tcp/443']);
    const text = update(
      draft([deny('a.example.com', 'b.example.com', 'c.example.com'), allow('*.example.com', 'x.example.net')]),
      draft([deny('b.example.com', 'c.example.com', 'd.example.com'), allow('*.example.com', 'y.example.net')]),
    );
    const commands = text.match(/^ *(append|unselect|set dstaddr).*$/gm)?.map((line) => line.trim());
    expect(commands).toEqual([
      'append dstaddr "aml-host-d.example.com"',
      'set dstaddr "aml-below-example.com" "aml-host-y.example.net"',
      'unselect dstaddr "aml-host-a.example.com"',
    ]);
  });

  it('of a policy that turns round sets nothing that the action it has by then does not know', () => {
    const allow = rule('turns', ['192.0.2.0/24'], ['tcp/443']);
    const [before, after] = [draft([allow]), draft([{ ...allow, action: 'deny' }])];
    for (const [from, to] of [
      [before, after],
      [after, before],
    ] as const) {
      const device = deviceWith(foreign);
      apply(device, renderText(from));
      apply(device, update(from, to));
      const fresh = deviceWith(foreign);
      apply(fresh, renderText(to));
      expect(show(device)).toEqual(show(fresh));
    }
    expect(renderText(after)).toContain('set match-vip enable\n');
    expect(renderText(after)).not.toContain('utm-status');
  });

  it('takes what goes away out of force before a denial is moved behind it', () => {
    const any: Partial<Rule> = { sources: [{ kind: 'any' }] };
    const no = (more: Partial<Rule>): Rule => rule('no', ['192.0.2.0/24'], ['tcp/443'], { ...any, ...more });
    const stay = ['one', 'two'].map((id) => rule(id, ['198.51.100.0/24'], ['tcp/443']));
    const text = update(
      draft([no({ action: 'deny' }), ...stay, rule('goes', ['192.0.2.0/24'], ['tcp/443'], any)]),
      draft([...stay, no({ sources: [{ kind: 'cidr', prefix: '10.0.0.0/8' }] })]),
    );
    const commands = text.match(/^ *(set status|move|delete [0-9]|set action).*$/gm)?.map((line) => line.trim());
    expect(commands?.map((line) => line.replaceAll(/[0-9]+/g, 'N'))).toEqual([
      'set status disable',
      'move N after N',
      'delete N',
      'set action accept',
    ]);
  });
});
