import { lineReader, logFormats, type Line, type LogFormat } from '@azureml-firewall/flow-logs';
import { describe, expect, it } from 'vitest';

function read(format: LogFormat, line: string, first = line): Line {
  return lineReader(format, first)(line);
}

/** A denied flow in short: what it went to, by what, from where. */
function short(line: Line): string {
  if (line.kind !== 'denied') return line.kind;
  const { host, address, protocol, port, path = '', source } = line.flow;
  return `${source ?? '?'} > ${host ?? address ?? '?'} ${protocol}/${port}${path}`;
}

const legacy = (msg: string): string =>
  JSON.stringify({ category: 'AzureFirewallApplicationRule', properties: { msg } });

it('a format that is misspelt is refused with those that there are', () => {
  const format: unknown = 'squd';
  expect(() => lineReader(format as LogFormat, '')).toThrow('found "squd", expected one of azure-firewall, pan-os');
});

describe('Azure Firewall, legacy messages', () => {
  it.each([
    [
      'a denial by default',
      'HTTPS request from 10.20.1.5:50123 to a.b.example.com:443. Action: Deny. No rule matched. Proceeding with default action',
      '10.20.1.5 > a.b.example.com tcp/443',
    ],
    [
      'a denial by a rule',
      'HTTPS request from 10.20.1.5:50124 to pypi.org:443. Action: Deny. Policy: p. Rule Collection Group: g. Rule Collection: c. Rule: no-pypi',
      '10.20.1.5 > pypi.org tcp/443',
    ],
    [
      'two blanks and a URL',
      'HTTP  request from 10.20.1.5:50125 to archive.ubuntu.com:80. Url: archive.ubuntu.com/ubuntu/dists. Action: Deny. No rule matched.',
      '10.20.1.5 > archive.ubuntu.com tcp/80/ubuntu/dists',
    ],
    [
      'a network rule, which knows no name',
      'UDP request from 10.20.1.5:40000 to 192.0.2.5:5831. Action: Deny.',
      '10.20.1.5 > 192.0.2.5 udp/5831',
    ],
    [
      'a doubled full stop after ICMP, which has no ports',
      'ICMP Type=8 request from 10.20.1.5:0 to 192.0.2.5:0. Action: Deny..',
      'other',
    ],
    [
      'the older wording',
      'HTTPS request from 10.20.1.5:1 to pypi.org:443 was denied. Reason: Policy.',
      '10.20.1.5 > pypi.org tcp/443',
    ],
    [
      'the older wording of what was allowed',
      'HTTPS request from 10.20.1.5:1 to pypi.org:443 was allowed. Action: Allow. Rule Collection: A, Rule: B',
      'other',
    ],
    [
      'no destination, since the client sent no name',
      'HTTPS request from 10.20.1.5:50126. Action: Deny. Reason: SNI TLS extension was missing.',
      'broken',
    ],
    ['no request at all', 'Denied by mood', 'broken'],
  ])('reads %s', (_, message, expected) => {
    expect(short(read('azure-firewall', legacy(message)))).toBe(expected);
    expect(short(read('azure-firewall', JSON.stringify({ msg_s: message, note: 'deny' })))).toBe(expected);
  });

  it('keeps the reason', () => {
    const line = read(
      'azure-firewall',
      legacy(
        'HTTPS request from 10.20.1.5:1 to pypi.org:443. Action: Deny. Policy: p. Rule Collection Group: g. Rule Collection: c. Rule: no-pypi',
      ),
    );
    expect(line).toMatchObject({ reason: 'rule no-pypi' });
  });
});

describe('Azure Firewall, resource-specific tables', () => {
  const application = {
    Protocol: 'HTTPS',
    SourceIp: '10.20.1.5',
    SourcePort: 50123,
    DestinationPort: 443,
    Fqdn: 'mcr.microsoft.com',
    TargetUrl: '',
    Action: 'Deny',
    ActionReason: 'Default Action',
  };

  it.each([
    [
      'wrapped as Event Hub does',
      { category: 'AZFWApplicationRule', properties: application },
      '10.20.1.5 > mcr.microsoft.com tcp/443',
    ],
    ['flat as Log Analytics exports it', application, '10.20.1.5 > mcr.microsoft.com tcp/443'],
    [
      'with a URL that was inspected',
      { ...application, TargetUrl: 'https://github.com/a/b?c' },
      '10.20.1.5 > mcr.microsoft.com tcp/443/a/b',
    ],
    [
      'of a network rule',
      {
        properties: {
          Protocol: 'UDP',
          SourceIp: '10.20.1.5',
          DestinationIp: '192.0.2.5',
          DestinationPort: 5831,
          Action: 'Deny',
        },
      },
      '10.20.1.5 > 192.0.2.5 udp/5831',
    ],
    ['that was allowed', { ...application, Action: 'Allow', ActionReason: 'Deny list is empty' }, 'other'],
    ['of another kind', { category: 'AZFWDnsQuery', properties: { QueryName: 'deny.example.com' } }, 'other'],
    ['without a port', { ...application, DestinationPort: undefined }, 'broken'],
  ])('reads a record %s', (_, record, expected) => {
    expect(short(read('azure-firewall', JSON.stringify(record)))).toBe(expected);
  });

  it.each(['{"Action":"Deny"', 'Action: Deny', '["deny"]'])('counts %s as broken', (line) => {
    expect(read('azure-firewall', line).kind).toBe('broken');
  });
});

describe('PAN-OS', () => {
  const traffic =
    '1,2026/09/20 10:00:01,007000000000001,TRAFFIC,drop,2561,2026/09/20 10:00:01,10.20.1.5,192.0.2.5,0.0.0.0,0.0.0.0,interzone-default,,,not-applicable,vsys1,aml-compute,internet,ethernet1/1,,log-fwd,2026/09/20 10:00:01,0,1,40000,5831,0,0,0x0,udp,deny,86,86,0,1,2026/09/20 10:00:01,0,any';
  const url =
    '1,2026/09/20 10:00:02,007000000000001,THREAT,url,2561,2026/09/20 10:00:02,10.20.1.5,203.0.113.9,0.0.0.0,0.0.0.0,aml-web,,,ssl,vsys1,aml-compute,internet,ethernet1/1,ethernet1/2,log-fwd,2026/09/20 10:00:02,1234,1,50127,443,0,0,0x0,tcp,block-url,"pypi.org/simple,x/",(9999),computer-and-internet-info,informational,client-to-server';

  it('reads denied traffic by position, where no name is known', () => {
    expect(short(read('pan-os', traffic))).toBe('10.20.1.5 > 192.0.2.5 udp/5831');
    expect(read('pan-os', traffic)).toMatchObject({ reason: 'rule interzone-default' });
  });

  it('reads a blocked URL with the comma inside its quotes', () => {
    expect(short(read('pan-os', url))).toBe('10.20.1.5 > pypi.org tcp/443/simple,x/');
  });

  it('reads past the header that syslog puts before the first field', () => {
    expect(short(read('pan-os', `<14>Sep 20 10:00:01 fw,01 ${traffic}`))).toBe('10.20.1.5 > 192.0.2.5 udp/5831');
  });

  it.each([
    ['traffic that was allowed', traffic.replace(',deny,', ',allow,'), 'other'],
    ['the start of a session, which is no denial', traffic.replace('TRAFFIC,drop', 'TRAFFIC,start'), 'other'],
    ['another kind of record', traffic.replace('TRAFFIC', 'SYSTEM'), 'broken'],
    ['a quote that is not closed', `${traffic},"x`, 'broken'],
    ['no CSV at all', 'hello', 'broken'],
  ])('tells %s', (_, line, expected) => {
    expect(short(read('pan-os', line))).toBe(expected);
  });

  it('reads an export by its headings, whatever their order', () => {
    const header = 'Action,Destination Port,Source address,Destination address,IP Protocol,Rule,Type';
    const reader = lineReader('pan-os', header);
    expect(reader(header).kind).toBe('other');
    expect(short(reader('deny,445,10.1.1.1,192.0.2.9,tcp,block-smb,deny'))).toBe('10.1.1.1 > 192.0.2.9 tcp/445');
  });
});

describe('FortiGate', () => {
  const traffic =
    'date=2026-09-20 time=10:00:01 type="traffic" subtype="forward" srcip=10.20.1.5 srcport=40000 dstip=192.0.2.5 dstport=5831 proto=17 action="deny" policyid=0 service="udp/5831"';
  const web =
    'type="utm" subtype="webfilter" policyid=4 srcip=10.20.1.5 dstip=203.0.113.9 dstport=443 proto=6 hostname="pypi.org" action="blocked" url="https://pypi.org/simple/" msg="a \\"quoted\\" word action=pass"';

  it.each([
    ['denied traffic', traffic, '10.20.1.5 > 192.0.2.5 udp/5831'],
    ['capitals', traffic.replace('"deny"', 'Deny'), '10.20.1.5 > 192.0.2.5 udp/5831'],
    ['a blocked request by its host', web, '10.20.1.5 > pypi.org tcp/443/simple/'],
    [
      'CEF',
      'CEF:0|Fortinet|Fortigate|v7.4|1|traffic|3|act=deny src=10.20.1.5 dst=192.0.2.5 dpt=443 proto=6 dhost=pypi.org',
      '10.20.1.5 > pypi.org tcp/443',
    ],
    ['traffic that passed', traffic.replace('deny', 'accept'), 'other'],
    ['an event without action', 'type="event" logdesc="denied"', 'other'],
    ['no key=value', 'hello', 'broken'],
  ])('reads %s', (_, line, expected) => {
    expect(short(read('fortigate', line))).toBe(expected);
  });
});

describe('squid', () => {
  it.each([
    [
      'a denied CONNECT',
      '1789898401.123      0 10.20.1.5 TCP_DENIED/403 3912 CONNECT pypi.org:443 - HIER_NONE/- text/html',
      '10.20.1.5 > pypi.org tcp/443',
    ],
    [
      'a denied GET by its URL',
      '1789898401.123 0 10.20.1.5 TCP_DENIED/403 0 GET http://a.com/x/y?z - HIER_NONE/- text/html',
      '10.20.1.5 > a.com tcp/80/x/y',
    ],
    [
      'a bare address',
      '1789898401.123 0 10.20.1.5 TCP_DENIED/403 0 CONNECT [2001:db8::1]:8787 - HIER_NONE/- -',
      '10.20.1.5 > 2001:db8::1 tcp/8787',
    ],
    [
      'a request for a password, which is no denial',
      '1789898401.123 0 10.20.1.5 TCP_DENIED/407 3912 CONNECT pypi.org:443 - HIER_NONE/- text/html',
      'other',
    ],
    [
      'what was let through',
      '1789898401.123 88 10.20.1.5 TCP_TUNNEL/200 3912 CONNECT pypi.org:443 - HIER_DIRECT/1.2.3.4 -',
      'other',
    ],
    ['another log format', '10.20.1.5 - - [20/Sep/2026] "CONNECT pypi.org:443"', 'broken'],
  ])('reads %s', (_, line, expected) => {
    expect(short(read('squid', line))).toBe(expected);
  });
});

describe('iptables and nftables', () => {
  it.each([
    [
      'a UDP packet with LEN twice',
      'Sep 20 10:00:01 gw kernel: [101.5] aml-deny: IN=eth1 OUT=eth0 MAC=00:11 SRC=10.20.1.5 DST=192.0.2.5 LEN=60 TTL=63 ID=1 DF PROTO=UDP SPT=40000 DPT=5831 LEN=40',
      '10.20.1.5 > 192.0.2.5 udp/5831',
    ],
    [
      'an IPv6 packet',
      'kernel: azureml-denied IN=eth1 OUT=eth0 SRC=2001:db8::5 DST=2001:db8::9 LEN=60 PROTO=TCP SPT=1 DPT=443 SYN',
      '2001:db8::5 > 2001:db8::9 tcp/443',
    ],
    [
      'a packet that a rule accepted',
      'kernel: [1] aml-accept: IN=eth1 OUT=eth0 SRC=10.20.1.5 DST=192.0.2.5 PROTO=TCP SPT=1 DPT=443',
      'other',
    ],
    ['ICMP', 'kernel: [1] aml-deny: IN=eth1 OUT=eth0 SRC=10.20.1.5 DST=192.0.2.5 PROTO=ICMP TYPE=8', 'other'],
    ['another line of the kernel', 'kernel: eth0: link up', 'broken'],
  ])('reads %s', (_, line, expected) => {
    expect(short(read('iptables', line))).toBe(expected);
  });

  it('keeps the prefix as the reason', () => {
    expect(
      read('iptables', 'gw kernel: [101.5] aml-deny: IN=a OUT=b SRC=10.0.0.1 DST=192.0.2.5 PROTO=TCP DPT=1'),
    ).toMatchObject({ reason: 'aml-deny' });
  });
});

describe('flows', () => {
  it.each([
    ['a host', '{"host":"pypi.org","protocol":"tcp","port":443,"path":"/simple/?q"}', '? > pypi.org tcp/443/simple/'],
    [
      'an address',
      '{"source":"10.0.0.1","address":"192.0.2.1","protocol":"udp","port":"5831"}',
      '10.0.0.1 > 192.0.2.1 udp/5831',
    ],
    ['what was allowed', '{"host":"pypi.org","protocol":"tcp","port":443,"action":"allow"}', 'other'],
    [
      'a protocol by a misspelt name, which is not passed over',
      '{"host":"pypi.org","proto":"tcp","port":443}',
      'broken',
    ],
    ['no destination', '{"protocol":"tcp","port":443}', 'broken'],
    ['a host that is none', '{"host":"a b","protocol":"tcp","port":443}', 'broken'],
    ['no JSON', 'x', 'broken'],
  ])('reads %s', (_, line, expected) => {
    expect(short(read('flows', line))).toBe(expected);
  });
});

it.each(logFormats)('%s: an empty line is neither denied nor broken', (format) => {
  expect(read(format, '   ').kind).toBe('other');
});
