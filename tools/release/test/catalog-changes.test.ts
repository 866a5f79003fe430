import { loadEdition, type Edition, type Requirement } from '@azureml-firewall/catalog';
import { describe, expect, it } from 'vitest';
import { bumpForAll } from '../catalog/bump.js';
import { emptyCatalog, type CatalogData } from '../catalog/catalog-data.js';
import { noteFaults } from '../catalog/check-notes.js';
import { compareCatalogs } from '../catalog/compare-catalogs.js';
import { releaseNotes } from '../catalog/notes.js';

const id = 'compute-tundra-hosts';
const edition = loadEdition('2026-03-19');
const known = edition.requirements.find((one) => one.id === id);
if (!known) throw new Error(`${id} is not in the edition`);
const requirement = known;
const [fact] = requirement.facts;
if (!fact) throw new Error(`${id} has no fact`);
const somewhere = { ...fact, host: 'somewhere.example.com' };

function holding(...editions: readonly Edition[]): CatalogData {
  return { editions, schemas: { 'profile.schema.json': { properties: { cloud: {} } } }, regions: ['eastus2'] };
}

/** The edition with one requirement put in the place of the known one; none takes it out. */
function having(changed: Requirement | undefined): CatalogData {
  const requirements = edition.requirements.flatMap((one) => (one.id === id ? (changed ?? []) : one));
  return holding({ ...edition, requirements });
}

const released = holding(edition);
const later: Edition = { ...edition, edition: '2027-01-01' };
const levelsOf = (after: CatalogData): readonly string[] =>
  compareCatalogs(released, after).map(({ level, subject }) => `${level} ${subject}`);

describe('a correction of an edition that is released', () => {
  it.each<[string, Requirement | undefined]>([
    ['a requirement is gone', undefined],
    ['a destination is gone', { ...requirement, facts: requirement.facts.slice(1) }],
    ['a destination is another one', { ...requirement, facts: [somewhere, ...requirement.facts.slice(1)] }],
    ['a port is gone', { ...requirement, facts: requirement.facts.map((one) => ({ ...one, ports: ['tcp/5831'] })) }],
    ['it holds in fewer clouds', { ...requirement, facts: requirement.facts.map((one) => ({ ...one, clouds: [] })) }],
    [
      'it holds under a condition',
      { ...requirement, facts: requirement.facts.map((one) => ({ ...one, when: { equals: ['hbi', true] } as const })) },
    ],
    [
      'it is for fewer roles',
      { ...requirement, roles: [], facts: requirement.facts.map((one) => ({ ...one, roles: [] })) },
    ],
    ['it only matters less', { ...requirement, necessity: 'optional' }],
    ['tags no longer cover it', { ...requirement, coveredBy: [] }],
    ['it is selected by another scope', { ...requirement, scope: 'automl' }],
  ])('breaks a promise when %s', (_, changed) => {
    expect(levelsOf(having(changed))).toEqual([`breaking ${id}`]);
  });

  it('breaks a promise even where the page is no longer held', () => {
    const references = fact.at.map(({ source }) => ({ id: source, title: '', url: '', when: { all: [] } }));
    const [corrected] = having(undefined).editions;
    if (!corrected) throw new Error('there is no edition');
    expect(levelsOf(holding({ ...corrected, references }))).toContain(`breaking ${id}`);
  });

  it.each<[string, Requirement]>([
    ['a destination is new', { ...requirement, facts: [...requirement.facts, somewhere] }],
    [
      'a range of ports is wider',
      { ...requirement, facts: requirement.facts.map((one) => ({ ...one, ports: ['udp/*'] })) },
    ],
    ['it is always asked for', { ...requirement, facts: requirement.facts.map(({ when: _, ...one }) => one) }],
    ['it stands in another group of rules', { ...requirement, collection: 'identity' }],
  ])('adds something when %s', (_, changed) => {
    expect(levelsOf(having(changed))).toEqual([`addition ${id}`]);
  });

  it.each<[string, Requirement]>([
    ['it is said in other words', { ...requirement, purpose: 'In other words' }],
    [
      'it is printed elsewhere',
      {
        ...requirement,
        facts: requirement.facts.map((one) => ({ ...one, at: [...one.at, { source: 'article', section: 'x' }] })),
      },
    ],
  ])('is of words only when %s', (_, changed) => {
    expect(levelsOf(having(changed))).toEqual([`editorial ${id}`]);
  });

  it('breaks a promise when a route is gone', () => {
    const [route] = loadEdition('2023-04-14').routes;
    if (!route) throw new Error('there is no route');
    const changes = compareCatalogs(holding({ ...edition, routes: [route] }), holding({ ...edition, routes: [] }));
    expect(changes.map(({ level, subject }) => `${level} ${subject}`)).toEqual([`breaking ${route.id}`]);
  });
});

describe('an edition', () => {
  it('that is gone breaks a promise', () => {
    expect(levelsOf(holding())).toEqual(['breaking 2026-03-19']);
  });

  it('that is new adds something, and tells what it drops', () => {
    const requirements = later.requirements.filter((one) => one.id !== id);
    const changes = compareCatalogs(released, holding(edition, { ...later, requirements }));
    expect(changes.map(({ level, edition: of, subject }) => `${level} ${of} ${subject}`)).toEqual([
      'addition 2027-01-01 2027-01-01',
      `addition 2027-01-01 ${id}`,
    ]);
  });

  it('of the past that is new drops nothing', () => {
    const past = { ...edition, edition: '2020-01-01', requirements: [] };
    expect(levelsOf(holding(past, edition))).toEqual(['addition 2020-01-01']);
  });

  it('of the first release is only named', () => {
    const first = compareCatalogs(emptyCatalog, holding(edition, { ...later, requirements: [] }));
    expect(first.map(({ subject }) => subject)).toEqual(['2026-03-19', '2027-01-01']);
  });
});

describe('schemas and regions', () => {
  const after = (schema: unknown, regions = ['eastus2']): CatalogData => ({
    ...released,
    schemas: { 'profile.schema.json': schema },
    regions,
  });

  it.each<[string, unknown]>([
    ['breaking profile.schema.json', { properties: {} }],
    ['breaking profile.schema.json', { properties: { cloud: {} }, required: ['cloud'] }],
    ['breaking profile.schema.json', { properties: { cloud: { enum: ['public'] } } }],
    ['addition profile.schema.json', { properties: { cloud: {}, region: {} } }],
    ['editorial profile.schema.json', { properties: { cloud: { description: 'The cloud' } } }],
  ])('%s', (level, schema) => {
    expect(levelsOf(after(schema))).toEqual([level]);
  });

  it('a region that is gone breaks a promise, one that is new does not', () => {
    const same = released.schemas['profile.schema.json'];
    expect(levelsOf(after(same, []))).toEqual(['breaking eastus2']);
    expect(levelsOf(after(same, ['eastus2', 'marsnorth']))).toEqual(['addition marsnorth']);
  });
});

describe('the notes of the next version', () => {
  const removal = compareCatalogs(released, having(undefined));

  it('are not needed where nothing changed', () => {
    expect(noteFaults(compareCatalogs(released, released), [], '1.0.0')).toEqual([]);
  });

  it('have to name a requirement that is gone, whatever version they ask for', () => {
    expect(noteFaults(removal, [{ bump: 'major', text: 'Corrects an edition.' }], '1.0.0')).toEqual([
      expect.stringContaining(`no note names ${id} (2026-03-19), which is gone`),
    ]);
    expect(noteFaults(removal, [{ bump: 'major', text: `Drops \`${id}\`.` }], '1.0.0')).toEqual([]);
  });

  it('do not name a requirement by one whose name only begins alike', () => {
    expect(noteFaults(removal, [{ bump: 'major', text: `Drops ${id}-2.` }], '1.0.0')).toHaveLength(1);
  });

  it.each([
    ['1.0.0', 'minor', 'a major version, the notes for minor'],
    ['0.4.0', 'patch', 'a minor version, the notes for patch'],
  ] as const)('have to ask for enough: at %s %s is not', (version, bump, fault) => {
    expect(noteFaults(removal, [{ bump, text: id }], version)).toEqual([expect.stringContaining(fault)]);
  });

  it('have to be there', () => {
    expect(noteFaults(removal, [], '0.4.0')[0]).toContain('the notes for none');
  });

  it('ask for a patch where only words differ, and need not name them', () => {
    const changes = compareCatalogs(released, having({ ...requirement, purpose: 'In other words' }));
    expect(bumpForAll(changes, '1.0.0')).toBe('patch');
    expect(noteFaults(changes, [{ bump: 'patch', text: 'Words.' }], '1.0.0')).toEqual([]);
  });

  it('can be made of the changes, and then lack nothing', () => {
    const after = having({ ...requirement, facts: [...requirement.facts.slice(1), somewhere] });
    const changes = compareCatalogs(released, {
      ...after,
      editions: [...after.editions, { ...later, requirements: [] }],
    });
    const text = releaseNotes(changes);
    expect(noteFaults(changes, [{ bump: 'major', text }], '1.0.0')).toEqual([]);
    expect(text).toContain('Edition 2027-01-01 is new, and holds where no edition is named.');
    expect(text).toContain('Edition 2026-03-19 is corrected:');
    expect(text).toContain(`- \`${id}\` asks for less: no longer`);
    expect(text).toContain('now somewhere.example.com (');
  });
});
