import { describe, expect, it } from 'vitest';
import { conformance, diagnosticsPage, supportOf, type TextFile } from '../src/index.js';
import { acme } from './support/acme.js';
import { adapter, memory } from './support/acme-adapter.js';

describe('the page of codes', () => {
  const page = diagnosticsPage(acme, adapter);

  it('has a section for each code, with its text and an example of it', () => {
    const headings = page.split('\n').filter((line) => line.startsWith('## '));
    expect(headings).toEqual(Object.keys(acme.messages).map((code) => `## ${code}`));
    expect(page).toContain('a: allow outbound from 10.20.0.0/16 | Storage');
    expect(page).toContain('Storage has no addresses here.');
    expect(page).not.toMatch(/undefined/);
  });

  it('is held against the file that has it, and explains each code', async () => {
    const statuses = async (file: TextFile): Promise<readonly string[]> => {
      const { documents: _, ...rest } = adapter;
      const checks = conformance(acme, { ...rest, expected: memory(), page: file });
      const asked = checks.filter(({ name }) => /^messages: (the page|each code)/.test(name));
      return Promise.all(asked.map(async ({ run }) => (await run()).status));
    };
    expect(await statuses({ read: () => page })).toEqual(['pass', 'pass']);
    expect(await statuses({ read: () => 'old' })).toEqual(['fail', 'fail']);
    expect(await statuses({ read: () => undefined })).toEqual(['fail', 'fail']);
  });
});

describe('the table of support', () => {
  it('has the verdict on each entry of each fixture', () => {
    const rows = supportOf(acme);
    expect(rows).toContainEqual({ fixture: 'host', entry: 'host|example.com|tcp/443', outcome: 'exact' });
    expect(rows).toContainEqual({
      fixture: 'url-of-a-file',
      entry: 'file|example.com/owner/file|tcp/443',
      outcome: 'widened',
      code: 'acme/path-widened',
    });
  });
});
