const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;
const mask = (1n << 64n) - 1n;

/** FNV-1a over the UTF-16 units of a text, 64 bits as 13 characters: the same on every machine, and no secret. */
export function stableHash(text: string): string {
  let hash = offset;
  for (let i = 0; i < text.length; i++) hash = ((hash ^ BigInt(text.charCodeAt(i))) * prime) & mask;
  return hash.toString(36).padStart(13, '0');
}
