import { refuse, type Checked } from './refusal.js';

/** The platform's own decoder, found in Node.js and in browsers alike. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

const mark = 0xfeff;

/** Windows PowerShell's `>` writes UTF-16, little end first. */
function encodingOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
}

/** The text of bytes, without the byte order mark that some downloads carry. */
export function decode(bytes: Uint8Array): Checked<string> {
  const encoding = encodingOf(bytes);
  try {
    return { ok: true, value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return refuse('', 'service-tags/not-text', `${bytes.length} bytes`, `text in ${encoding.toUpperCase()}`);
  }
}

/** A text without its byte order mark. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === mark ? text.slice(1) : text;
}
