import { describe, expect, it } from 'vitest';
import { entriesOf } from '@azureml-firewall/rule-model';
import { exact, modelOf, render, renderUndo, RenderError, type Renderer } from '../src/index.js';
import { policy, rule, toy } from './support/toy.js';

const host = { kind: 'fqdn', host: 'example.com' } as const;
const below = { kind: 'wildcard', parent: 'example.com' } as const;
const net = { kind: 'cidr', prefix: '192.0.2.0/24' } as const;
const given = policy(rule('net', [net]), rule('names', [host, below], { necessity: 'optional' }));

function thrownBy(run: () => unknown): RenderError {
  try {
    run();
  } catch (error) {
    if (error instanceof RenderError) return error;
  }
  throw new Error('no RenderError was thrown');
}

function withPart(part: Partial<typeof toy>): () => unknown {
  const renderer: typeof toy = { ...toy, ...part };
  return () => render(renderer, given);
}

describe('render', () => {
  it('gives each entry one outcome, with the file and lines that carry it', () => {
    const { target, artifacts, outcomes } = render(toy, given);
    expect(target).toBe('toy');
    expect(artifacts[0]?.text).toBe('permit 192.0.2.0/24 tcp/443\npermit example.com tcp/443\n');
    expect(outcomes).toEqual([
      {
        target: 'toy',
        entry: 'net|192.0.2.0/24|tcp/443',
        rule: 'net',
        destination: '192.0.2.0/24',
        service: 'tcp/443',
        outcome: 'exact',
        artifact: 'rules.txt',
        lines: [1, 1],
      },
      {
        target: 'toy',
        entry: 'names|example.com|tcp/443',
        rule: 'names',
        destination: 'example.com',
        service: 'tcp/443',
        outcome: 'approximated',
        finding: { code: 'toy/host-by-addresses', data: { host: 'example.com' } },
        artifact: 'rules.txt',
        lines: [2, 2],
      },
      {
        target: 'toy',
        entry: 'names|*.example.com|tcp/443',
        rule: 'names',
        destination: '*.example.com',
        service: 'tcp/443',
        outcome: 'omitted',
        finding: { code: 'toy/no-wildcards', data: {} },
      },
    ]);
  });

  it('makes a diagnostic of each finding, graver the more the rule is needed', () => {
    const { diagnostics } = render(toy, given);
    expect(diagnostics).toEqual([
      {
        code: 'toy/host-by-addresses',
        severity: 'warning',
        data: { host: 'example.com', outcome: 'approximated', entry: 'names|example.com|tcp/443' },
      },
      {
        code: 'toy/no-wildcards',
        severity: 'info',
        data: { outcome: 'omitted', entry: 'names|*.example.com|tcp/443' },
      },
    ]);
    const needed = render(toy, policy(rule('names', [below]))).diagnostics;
    expect(needed.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('takes what only the whole shows: findings as warnings, revisions in place of verdicts', () => {
    const renderer: typeof toy = {
      ...toy,
      assemble: (placed, context) => ({
        ...toy.assemble(placed, context),
        findings: [{ code: 'toy/told', data: { rules: 2 } }],
        revisions: [
          { entry: 'net|192.0.2.0/24|tcp/443', outcome: 'narrowed', finding: { code: 'toy/told', data: {} } },
        ],
      }),
    };
    const { outcomes, diagnostics } = render(renderer, given);
    expect(outcomes[0]).toMatchObject({ outcome: 'narrowed', finding: { code: 'toy/told' } });
    expect(diagnostics.at(-1)).toEqual({ code: 'toy/told', severity: 'warning', data: { rules: 2 } });
  });

  it('reads options over the defaults', () => {
    expect(render(toy, given, { prefix: 'allow' }).artifacts[0]?.text).toMatch(/^allow /);
  });

  it('prints nothing for a policy of which nothing can be said', () => {
    expect(render(toy, policy(rule('below', [below]))).artifacts).toEqual([]);
  });

  it('is the same each time and leaves its input alone', () => {
    const before = JSON.stringify(given);
    expect(render(toy, given)).toEqual(render(toy, given));
    expect(JSON.stringify(given)).toBe(before);
  });
});

describe('render refuses', () => {
  it('a policy with values that no parser has seen, and names them all', () => {
    const { name, faults } = thrownBy(() =>
      render(toy, policy(rule('a', [{ kind: 'fqdn', host: 'x.com\npermit any' }]), rule('B', [net]))),
    );
    expect(name).toBe('RenderError');
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('collections[0].rules[0].destinations[0]');
  });

  it('options that the renderer does not take', () => {
    const error = thrownBy(() => render(toy, given, { prefix: 'permit any\n' }));
    expect(error.message).toContain('options of toy');
    expect(error.faults[0]).toContain('prefix');
  });
});

describe('an option', () => {
  const renderer: typeof toy = { ...toy, optionsWithoutDefault: ['comment'] };

  it('whose name is misspelt is refused with the names that are known, not lost in silence', () => {
    const options: object = { prefx: 'allow', prefix: 'permit' };
    expect(thrownBy(() => render(renderer, given, options)).faults).toEqual([
      'prefx: found an unknown option, expected one of prefix, comment',
    ]);
    expect(thrownBy(() => renderUndo({ ...renderer, undo: () => [] }, given, options)).name).toBe('RenderError');
    expect(thrownBy(() => modelOf(renderer, given, options)).name).toBe('RenderError');
  });

  it.each([
    [null, 'null'],
    [4, 'a number'],
    [['permit'], 'a list'],
    [{}, 'an object'],
  ])('that is %j in place of a text is refused by its kind, before anybody reads it as one', (value, found) => {
    const options: object = { prefix: value };
    expect(thrownBy(() => render(renderer, given, options)).faults).toEqual([
      `prefix: found ${found}, expected a string`,
    ]);
  });

  it('without a default is taken', () => {
    expect(render(renderer, given, { comment: 'ours' }).outcomes).toHaveLength(3);
  });

  it('that is present but undefined says nothing', () => {
    const options: object = { prefix: undefined };
    expect(render(renderer, given, options).artifacts[0]?.text).toMatch(/^permit /);
  });

  it.each([
    [null, 'null'],
    ['prefix', 'a string'],
    [[], 'a list'],
  ])('list that is %j is refused', (value, found) => {
    const options: unknown = value;
    expect(thrownBy(() => render(renderer, given, options as object)).faults).toEqual([
      `options: found ${found}, expected an object with options by name`,
    ]);
  });
});

describe('the account', () => {
  it('does not settle when a placed entry is not printed', () => {
    const { faults } = thrownBy(withPart({ print: () => [] }));
    expect(faults).toEqual(['net|192.0.2.0/24|tcp/443', 'names|example.com|tcp/443']);
  });

  it('does not settle when an omitted entry is printed', () => {
    const print: (typeof toy)['print'] = () => [
      { path: 'rules.txt', text: '\n', spans: entriesOf(given).map(({ id }) => ({ entry: id, from: 1, to: 1 })) },
    ];
    expect(thrownBy(withPart({ print })).faults).toEqual(['names|*.example.com|tcp/443']);
  });

  it('does not settle when an entry is revised away and printed all the same', () => {
    const assemble: (typeof toy)['assemble'] = (placed, context) => ({
      ...toy.assemble(placed, context),
      revisions: [{ entry: 'net|192.0.2.0/24|tcp/443', outcome: 'omitted', finding: { code: 'toy/told', data: {} } }],
    });
    expect(thrownBy(withPart({ assemble })).faults).toEqual(['net|192.0.2.0/24|tcp/443']);
  });

  it('does not settle when an entry is revised that the policy does not have', () => {
    const assemble: (typeof toy)['assemble'] = (placed, context) => ({
      ...toy.assemble(placed, context),
      revisions: [{ entry: 'stray', outcome: 'widened', finding: { code: 'toy/told', data: {} } }],
    });
    expect(thrownBy(withPart({ assemble })).faults).toEqual(['stray']);
  });
});

describe('the types', () => {
  it('ask a renderer for an answer to each kind of destination', () => {
    const lower = { fqdn: () => exact('x') };
    // @ts-expect-error five kinds are not answered
    const table: Renderer<string, string, object>['lower'] = lower;
    expect(table).toBe(lower);
  });
});
