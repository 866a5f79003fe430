import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineWriter } from '../src/index.js';

describe('lineWriter', () => {
  it('gives back its lines in their order, each with an end', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }).map((line) => line.replaceAll('\n', ' '))), (lines) => {
        const writer = lineWriter();
        for (const line of lines) writer.put(line);
        expect(writer.text()).toBe(lines.map((line) => `${line}\n`).join(''));
        expect(writer.count()).toBe(lines.length);
      }),
      { seed: 20_260_319 },
    );
  });

  it('counts lines through all joining', () => {
    const writer = lineWriter();
    const numbers = Array.from({ length: 10_000 }, (_, i) => writer.put(String(i)));
    expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
    expect(writer.text().split('\n')[9_999]).toBe('9999');
    writer.put('later');
    expect(writer.text().endsWith('9999\nlater\n')).toBe(true);
  });
});
