import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText, sizeLimit } from '../src/input/read-text.js';
import { Refusal } from '../src/refusal.js';
import { scratch } from './scratch.js';

async function refusalOf(file: string, cwd: string): Promise<string> {
  const outcome = await readText(file, cwd).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(Refusal);
  return (outcome as Refusal).message;
}

describe('readText', () => {
  it('reads UTF-8, with a byte order mark or without', async () => {
    const at = await scratch({ a: 'é\r\n', b: Buffer.from([0xef, 0xbb, 0xbf, 0x61]) });
    expect(await readText('a', at)).toBe('é\r\n');
    expect(await readText(join(at, 'b'), '/')).toBe('a');
  });

  it('reads up to the limit and not a byte more', async () => {
    const at = await scratch({ full: 'x'.repeat(sizeLimit), over: 'x'.repeat(sizeLimit + 1) });
    expect(await readText('full', at)).toHaveLength(sizeLimit);
    expect(await refusalOf('over', at)).toBe('over: found more than 1 MiB, expected a smaller file');
  });

  it.skipIf(process.platform === 'win32')('refuses a device without end', async () => {
    expect(await refusalOf('/dev/zero', '/')).toBe('/dev/zero: found more than 1 MiB, expected a smaller file');
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['null characters', 'cloud: \0'],
    ['UTF-16', Buffer.from('cloud: public', 'utf16le')],
  ])('refuses %s', async (_what, content) => {
    const at = await scratch({ f: content });
    expect(await refusalOf('f', at)).toBe('f: found bytes that are no text, expected YAML or JSON in UTF-8');
  });

  it('says what is in the way', async () => {
    const at = await scratch({ file: '' });
    await mkdir(join(at, 'directory'));
    expect(await refusalOf('directory', at)).toBe('directory: found a directory, expected a file');
    expect(await refusalOf('none', at)).toBe('none: no such file, expected a file that can be read');
    expect(await refusalOf('file/below', at)).toMatch(/^file\/below: a part of the path is no directory/);
    expect(await refusalOf('n\0', at)).toMatch(/^n\\u\{0\}: the name holds a null character/);
  });
});
