import { expect, it } from 'vitest';
import { undocumentedExports } from '../undocumented.js';

it('an export without a comment is found, and a member without one is none', () => {
  const report = [
    '// @public',
    'export interface Told {',
    '    // (undocumented)',
    '    readonly member: string;',
    '}',
    '',
    '// @public (undocumented)',
    'export function untold(): void;',
    '',
    '// @public (undocumented)',
    'export type Untold = string;',
    '',
  ].join('\n');
  expect(undocumentedExports(report)).toEqual(['untold', 'Untold']);
});
