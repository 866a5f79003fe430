import { describe, expect, it } from 'vitest';
import { render } from '@azureml-firewall/renderer-kit';
import { policy, rule } from '@azureml-firewall/conformance';
import { paloAlto, type PaloAltoOptions } from '../src/index.js';
import { optionsSchema } from '../src/schema.js';

const web = policy([rule('host', ['example.com'], ['tcp/443'])]);

function faultsOf(options: Partial<PaloAltoOptions>): readonly string[] {
  return paloAlto.checkOptions({ ...paloAlto.defaults, ...options }).map(({ path }) => path);
}

function textOf(options: Partial<PaloAltoOptions>): string {
  return render(paloAlto, web, options).artifacts[0]?.text ?? '';
}

describe('options', () => {
  it.each<[Partial<PaloAltoOptions>, string]>([
    [{ mode: 'vsys', vsys: 'vsys2' }, 'set vsys vsys2 rulebase security rules aml-host from trust'],
    [{ mode: 'shared' }, 'set shared pre-rulebase security rules aml-host from trust'],
    [{ mode: 'panorama', deviceGroup: 'ml' }, 'set device-group ml pre-rulebase security rules aml-host from trust'],
    [{ mode: 'panorama', deviceGroup: 'a b', rulebase: 'post' }, 'set device-group "a b" post-rulebase security rules'],
    [{ insideZones: ['a', 'b c'] }, 'set rulebase security rules aml-host from [ a "b c" ]'],
    [{ outsideZones: ['any'] }, 'set rulebase security rules aml-host to any'],
    [{ position: 'before', anchor: 'deny all' }, 'move rulebase security rules aml-host before "deny all"'],
    [{ position: 'after', anchor: 'dns' }, 'move rulebase security rules aml-host after dns'],
    [{ prefix: 'ML1' }, 'set rulebase security rules ML1-host tag ML1'],
    [{ logSetting: 'to panorama' }, 'set rulebase security rules aml-host log-setting "to panorama"'],
    [{ profileGroup: 'Outbound' }, 'set rulebase security rules aml-host profile-setting group Outbound'],
    [{ applications: 'strict' }, 'set rulebase security rules aml-host application [ ssl web-browsing ]'],
  ])('%o prints %s', (options, line) => {
    expect(textOf(options)).toContain(line);
  });

  it('leave the rules where they are appended with position bottom', () => {
    expect(textOf({ position: 'bottom' })).not.toContain('move');
  });

  it.each<[Partial<PaloAltoOptions>, string]>([
    [{ mode: 'device' as 'vsys' }, 'mode'],
    [{ vsys: '' }, 'vsys'],
    [{ vsys: 'a"b' }, 'vsys'],
    [{ mode: 'panorama' }, 'deviceGroup'],
    [{ deviceGroup: 'x\nset' }, 'deviceGroup'],
    [{ deviceGroup: 'ends ' }, 'deviceGroup'],
    [{ rulebase: 'local' as 'pre' }, 'rulebase'],
    [{ dialect: 'json' as 'xml' }, 'dialect'],
    [{ position: 'first' as 'top' }, 'position'],
    [{ position: 'before' }, 'anchor'],
    [{ anchor: 'what?' }, 'anchor'],
    [{ prefix: '' }, 'prefix'],
    [{ prefix: 'a-b' }, 'prefix'],
    [{ prefix: 'ninechars' }, 'prefix'],
    [{ insideZones: [] }, 'insideZones'],
    [{ insideZones: ['a', 'a'] }, 'insideZones'],
    [{ insideZones: ['any', 'a'] }, 'insideZones'],
    [{ insideZones: 'trust' as unknown as string[] }, 'insideZones'],
    [{ outsideZones: ['x'.repeat(32)] }, 'outsideZones'],
    [{ decryption: 'yes' as unknown as boolean }, 'decryption'],
    [{ serviceTags: 'edl' as 'lists' }, 'serviceTags'],
    [{ serviceTags: 'lists' }, 'listBaseUrl'],
    [{ listBaseUrl: 'ftp://example.com' }, 'listBaseUrl'],
    [{ listBaseUrl: 'https://example.com/' }, 'listBaseUrl'],
    [{ listBaseUrl: 'https://example.com/a b' }, 'listBaseUrl'],
    [{ listBaseUrl: 'https://example.com', certificateProfile: '"' }, 'certificateProfile'],
    [{ listBaseUrl: 'http://example.com', certificateProfile: 'lists' }, 'certificateProfile'],
    [{ otherTcpWildcards: 'tag' as 'category' }, 'otherTcpWildcards'],
    [{ applications: 'ssl' as 'any' }, 'applications'],
    [{ ipv6: 1 as unknown as boolean }, 'ipv6'],
    [{ groupMembers: 99 }, 'groupMembers'],
    [{ groupMembers: 500.5 }, 'groupMembers'],
    [{ logSetting: '"' }, 'logSetting'],
    [{ profileGroup: '[x]' }, 'profileGroup'],
  ])('refuses %o', (options, path) => {
    expect(faultsOf(options)).toEqual([path]);
    expect(() => render(paloAlto, web, options)).toThrow(path);
    expect(optionsSchema.safeParse(options).error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });

  it.each<Partial<PaloAltoOptions>>([
    {},
    { mode: 'panorama', deviceGroup: 'x' },
    { groupMembers: 65_535 },
    { serviceTags: 'lists', listBaseUrl: 'http://10.0.0.1:8080/feeds/aml' },
    { serviceTags: 'lists', listBaseUrl: 'https://lists.example.com', certificateProfile: 'List hosts' },
    { insideZones: ['any'], outsideZones: ['any'] },
  ])('accepts %o', (options) => {
    expect(faultsOf(options)).toEqual([]);
    expect(optionsSchema.parse(options)).toEqual(options);
  });

  it('refuses keys that it does not know', () => {
    expect(optionsSchema.safeParse({ devicegroup: 'ml' }).success).toBe(false);
  });
});
