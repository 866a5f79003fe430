import {
  compileExplainer,
  evaluate,
  explain,
  explainMessages,
  messageOf,
  type ExcludedNeed,
  type Explanation,
  type Flow,
  type Policy,
  type WitnessCode,
} from '@azureml-firewall/rule-model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './support/holds.js';
import { policyOf, ruleTo, tag } from './support/rules.js';
import { partialFlows, smallPolicies } from './support/small-world.js';

const base: Flow = { direction: 'outbound', source: '10.20.0.4', protocol: 'tcp', port: 443 };

const policy = policyOf(
  ruleTo('no', 'deny', ['bad.azureml.ms']),
  ruleTo('ml', 'allow', ['*.azureml.ms'], ['tcp/443', 'udp/5831']),
  ruleTo('docker', 'allow', ['docker.io']),
  ruleTo('torch', 'allow', ['*pytorch.org']),
  ruleTo('repo', 'allow', ['github.com/owner/*']),
  ruleTo('storage', 'allow', [tag('Storage', ['20.60.0.0/16'])], ['tcp/445']),
  ruleTo('monitor', 'allow', ['AzureMonitor'], ['tcp/8443']),
  ruleTo('lab', 'allow', ['lab.example.com'], ['tcp/443'], { sources: [{ kind: 'cidr', prefix: '10.30.0.0/16' }] }),
);

const excluded: readonly ExcludedNeed[] = [
  {
    requirement: 'vscode',
    destination: '*.vscode.dev',
    ports: ['tcp/443'],
    because: 'tools.vscode does not contain web',
  },
  {
    requirement: 'account',
    destination: '<storage>.blob.core.windows.net',
    ports: ['any/443'],
    because: 'storage is not set',
  },
  { requirement: 'lists', destination: '13.66.0.0/16', ports: ['tcp/8704-8710'], because: 'rstudio is false' },
  { requirement: 'tag', destination: 'BatchNodeManagement.EastUS2', ports: ['tcp/443'], because: 'no compute' },
];

function texts({ near }: Explanation): readonly string[] {
  return near.map(({ code, data }) => `${code.slice('explain/'.length)}: ${messageOf(explainMessages[code], data)}`);
}

describe('explain', () => {
  it.each<[string, Partial<Flow>, readonly string[]]>([
    [
      'the right host by another port',
      { host: 'x.azureml.ms', port: 8787 },
      [
        'wrong-port: Rule ml allows *.azureml.ms by tcp/443, not by port 8787.',
        'wrong-port: Rule ml allows *.azureml.ms by udp/5831, not by port 8787.',
      ],
    ],
    [
      'the right port by the other protocol',
      { host: 'docker.io', protocol: 'udp' },
      ['wrong-protocol: Rule docker allows docker.io by tcp/443, not by udp.'],
    ],
    [
      'an apex',
      { host: 'azureml.ms' },
      ['only-below: Rule ml allows *.azureml.ms: the hosts below azureml.ms, not azureml.ms itself.'],
    ],
    [
      'a host right below one',
      { host: 'registry-1.docker.io' },
      ['only-apex: Rule docker allows docker.io alone, not registry-1.docker.io below it.'],
    ],
    [
      'a host far below one',
      { host: 'a.b.docker.io' },
      ['parent-domain: Rule docker allows docker.io, far above a.b.docker.io, and nothing below it.'],
    ],
    [
      'a look-alike',
      { host: 'evilazureml.ms' },
      ['look-alike: evilazureml.ms ends like *.azureml.ms of rule ml, but lies in another domain.'],
    ],
    [
      'what a rule denies first',
      { host: 'bad.azureml.ms' },
      [
        'denied-first: Rule ml would allow *.azureml.ms by tcp/443, but rule no denies it first.',
        'wrong-port: Rule ml allows *.azureml.ms by udp/5831, not by port 443.',
      ],
    ],
    [
      'another path',
      { host: 'github.com', path: '/other' },
      ['wrong-path: Rule repo allows github.com/owner/*, not /other.'],
    ],
    [
      'a path that is not known',
      { host: 'github.com' },
      ['undecided: Rule repo (allow github.com/owner/* by tcp/443) may match: it needs the path.'],
    ],
    [
      'another source',
      { host: 'lab.example.com' },
      ['other-source: Rule lab allows lab.example.com by tcp/443 from 10.30.0.0/16 only.'],
    ],
    [
      'an address of a tag by another port',
      { address: '20.60.1.1', port: 1433 },
      ['wrong-port: Rule storage allows Storage by tcp/445, not by port 1433.'],
    ],
    [
      'a tag without addresses',
      { address: '9.9.9.9', port: 8443 },
      ['undecided: Rule monitor (allow AzureMonitor by tcp/8443) may match: it needs the addresses of AzureMonitor.'],
    ],
    [
      'a name that an address could help',
      { host: 'x.example.org', port: 445 },
      ['needs-address: x.example.org could be at an address that is allowed on this port: Storage.'],
    ],
    [
      'an address that a name could help',
      { address: '9.9.9.9' },
      ['needs-host: 9.9.9.9 could be the address of a host that is allowed on this port: 4 entries go by name.'],
    ],
    [
      'a need that was left out',
      { host: 'a.vscode.dev' },
      [
        'excluded: Requirement vscode covers it (*.vscode.dev by tcp/443), but is left out: tools.vscode does not contain web.',
      ],
    ],
    [
      'a need whose name is not filled in',
      { host: 'contoso.blob.core.windows.net' },
      [
        'excluded: Requirement account covers it (<storage>.blob.core.windows.net by any/443), but is left out: storage is not set.',
      ],
    ],
    [
      'a need that was left out, by other ports',
      { address: '13.66.0.1', host: null },
      [
        'excluded-by-other-ports: Requirement lists is about 13.66.0.0/16 by tcp/8704-8710, and is left out: rstudio is false.',
      ],
    ],
    ['nothing near', { host: 'x.example.org', port: 22 }, []],
    ['what is allowed as it was meant', { host: 'download.pytorch.org' }, []],
    [
      'what is only allowed by its looks',
      { host: 'evilpytorch.org' },
      [
        'allowed-as-look-alike: Allowed by *pytorch.org of rule torch only because the name ends so: it is not below that domain.',
      ],
    ],
  ])('%s', (_, flow, expected) => {
    expect(texts(explain(policy, { ...base, ...flow }, { excluded }))).toEqual(expected);
  });

  it('puts the closest first', () => {
    const near = policyOf(
      ruleTo('apex', 'allow', ['*.pypi.org']),
      ruleTo('port', 'allow', ['pypi.org'], ['tcp/80']),
      ruleTo('alike', 'allow', ['pi.org']),
    );
    const flow: Flow = { ...base, host: 'pypi.org' };
    const need: ExcludedNeed = {
      requirement: 'r',
      destination: 'pypi.org',
      ports: ['tcp/*'],
      because: 'packages.python is false',
    };
    expect(explain(near, flow, { excluded: [need] }).near.map(({ code }) => code)).toEqual([
      'explain/excluded',
      'explain/wrong-port',
      'explain/only-below',
      'explain/look-alike',
    ]);
  });

  it('names the entry that a witness is about', () => {
    const [witness] = explain(policy, { ...base, host: 'docker.io', port: 80 }).near;
    expect(witness?.entry?.id).toBe('docker|docker.io|tcp/443');
  });

  it('has a text for each code', () => {
    for (const code of Object.keys(explainMessages) as WitnessCode[]) expect(explainMessages[code]).toMatch(/\.$/);
  });

  it('answers as evaluate does, and fills every text', () => {
    const check = (any: Policy, flow: Flow, { near, ...decision }: Explanation): void => {
      expect(decision).toEqual(evaluate(any, flow));
      for (const { code, data } of near) expect(messageOf(explainMessages[code], data)).not.toMatch(/[{}]/);
    };
    holds(
      fc.property(smallPolicies, fc.array(partialFlows, { minLength: 20, maxLength: 20 }), (any, flows) => {
        const explainer = compileExplainer(any, { excluded });
        for (const flow of flows.flat()) check(any, flow, explainer(flow));
      }),
    );
  });
});
