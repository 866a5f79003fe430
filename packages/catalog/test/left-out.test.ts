import { editions, plan, type EditionId, type ProfileInput } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { everythingOn } from './profiles.js';

describe('what is left out', () => {
  const { excluded } = plan({ cloud: 'public', region: 'eastus2' });
  const of = (id: string): unknown =>
    excluded.filter(({ requirement }) => requirement === id).map(({ direction, form }) => `${direction} ${form}`)[0];

  it('says its direction, and whether its destination is a tag, which may read like a host', () => {
    expect(of('azure-ml-inbound-tag')).toBe('inbound service-tag');
    expect(of('key-vault-tag')).toBe('outbound service-tag');
    expect(of('cran-hosts')).toBe('outbound host');
    expect(of('azure-ml-route')).toBe('outbound service-tag');
    const wide = plan(everythingOn('public')).excluded.find(({ requirement }) => requirement === 'vscode-server-ports');
    expect([wide?.direction, wide?.form]).toEqual(['outbound', 'unstated']);
  });

  it('is told in the same way whatever the reason', () => {
    for (const addressing of ['hosts', 'service-tags'] as const)
      for (const one of plan(everythingOn('public'), { addressing, breadth: 'strict' }).excluded)
        expect([one.form === 'service-tag', one.requirement]).toEqual([
          one.because.kind === 'no-destination' ? false : /-(tag|tunnel|network|route)$/.test(one.requirement),
          one.requirement,
        ]);
  });
});

describe('what must hold beside rules', () => {
  const told = (compute: ProfileInput['compute'], date: EditionId): readonly unknown[] =>
    plan({ ...everythingOn('public'), compute: { ...compute } }, { edition: date })
      .diagnostics.filter(({ code }) => code === 'catalog/prerequisite')
      .map(({ data }) => data['prerequisite']);

  it('is a way to the internet for compute without public addresses, where the edition says so', () => {
    expect(told({ publicIp: false }, '2026-03-19')).toContain('way-to-the-internet');
    expect(told({ publicIp: false }, '2023-04-14')).toContain('way-to-the-internet');
    expect(told({ publicIp: true }, '2026-03-19')).not.toContain('way-to-the-internet');
    expect(told({ publicIp: false }, '2022-09-06')).not.toContain('way-to-the-internet');
    expect(told({ instances: false, clusters: false }, '2026-03-19')).toEqual([]);
  });

  it('is that WebSockets reach compute instances', () => {
    for (const { id } of editions)
      expect(told({ instances: true }, id).includes('websockets-to-instances')).toBe(id > '2021-09-14');
  });
});
