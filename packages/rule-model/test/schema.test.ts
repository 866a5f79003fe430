import type { Policy } from '@azureml-firewall/rule-model';
import { policySchema } from '@azureml-firewall/rule-model/schema';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { policy } from './support/policy.js';
import { frozen, objectsIn, valueAt, wayOf, withValue, type Way } from './support/tree.js';

interface Found {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

function issuesOf(data: unknown): readonly Found[] {
  return (policySchema.safeParse(data).error?.issues ?? []).map(({ code, path }) => ({ code, path }));
}

function shown(way: Way): string {
  return way.length === 0 ? 'the top' : way.join('.');
}

const objects = objectsIn(policy).map((way) => [shown(way), way] as const);
const optional = ['application', 'coveredBy', 'covering', 'resolved'];

describe('policySchema', () => {
  it('reads back what JSON wrote, unchanged', () => {
    const text = JSON.stringify(policy);
    const read = policySchema.parse(JSON.parse(text));
    expect(read).toEqual(policy);
    expect(policySchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  it('leaves its input alone', () => {
    const input = frozen(JSON.parse(JSON.stringify(policy)) as Policy);
    expect(policySchema.parse(input)).toEqual(policy);
  });

  it('gives a policy to the type checker', () => {
    expectTypeOf(policySchema.parse(policy)).toEqualTypeOf<Policy>();
  });

  it.each(objects)('refuses an unknown key at %s', (_, way) => {
    expect(issuesOf(withValue(policy, [...way, 'surprise'], true))).toEqual([{ code: 'unrecognized_keys', path: way }]);
  });

  it.each(objects)('refuses each missing key at %s', (_, way) => {
    const keys = Object.keys(valueAt(policy, way) as object).filter((key) => !optional.includes(key));
    const accepted = keys.filter((key) => policySchema.safeParse(withValue(policy, [...way, key], undefined)).success);
    expect(accepted).toEqual([]);
  });

  it('refuses a prototype in disguise', () => {
    const data: unknown = JSON.parse(JSON.stringify(policy).replace('{', '{"__proto__":{"cloud":"china"},'));
    expect(issuesOf(data)).toEqual([{ code: 'unrecognized_keys', path: [] }]);
  });

  it.each([
    ['cloud', 'germany'],
    ['collections[0].rules[0].action', 'permit'],
    ['collections[0].rules[0].direction', 'sideways'],
    ['collections[0].rules[0].necessity', 'nice'],
    ['collections[0].rules[0].services[0].protocol', 'any'],
    ['collections[0].rules[0].services[0].application', 'ftp'],
    ['collections[0].rules[0].services[0].ports[0].from', '443'],
    ['collections[0].rules[0].services[0].ports[0].to', 443.5],
    ['collections[0].rules[0].destinations[0].kind', 'host'],
    ['collections[0].rules[0].sources[0].kind', 'fqdn'],
    ['routes[0].nextHop', 'appliance'],
    ['collections', null],
    ['collections[0].rules', {}],
  ])('refuses at %s the value %j', (path, value) => {
    const issues = issuesOf(withValue(policy, wayOf(path), value));
    expect(issues.map((issue) => issue.path)).toEqual([wayOf(path)]);
  });

  it('says where the parsers object in segments, as for every other issue', () => {
    const path = 'collections[0].rules[0].destinations[0].host';
    expect(issuesOf(withValue(policy, wayOf(path), 'a_b.example'))).toEqual([{ code: 'custom', path: wayOf(path) }]);
  });

  it('hands on the refusal of the parser', () => {
    const way = wayOf('collections[0].rules[0].destinations[0].host');
    const [issue] = policySchema.safeParse(withValue(policy, way, 'a_b.example')).error?.issues ?? [];
    expect(issue).toMatchObject({ params: { refusal: { code: 'host/not-a-name', found: 'a_b.example' } } });
  });

  it.each([
    ['a text', 'x'],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
  ])('refuses %s', (_, data) => {
    expect(policySchema.safeParse(data).success).toBe(false);
  });
});
