import { newScan, parseCidr, scanCidr, sortCidrs, type Scan, type Scanned } from '@azureml-firewall/rule-model';
import { refuse, type Checked } from './refusal.js';

/** Prefixes in their one spelling and order, and how many of the document's were said before. */
export interface CheckedPrefixes {
  readonly prefixes: readonly string[];
  readonly repeated: number;
}

function isBefore(a: Scan, b: Scan, width: number): boolean {
  for (let word = 0; word < width; word++) {
    const difference = (a.words[word] ?? 0) - (b.words[word] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return a.length < b.length;
}

/** Two scans that take turns, so that each prefix can be compared with the one before without copying. */
export interface Scans {
  readonly even: Scan;
  readonly odd: Scan;
}

/** Room for the prefixes of a document. */
export function newScans(): Scans {
  return { even: newScan(), odd: newScan() };
}

/**
 * Documents are sorted and canonical so far, so that their lists are taken as they are. Another spelling, another order
 * or a repetition is put right in a second pass. A text that is no prefix refuses the document.
 */
export function checkPrefixes(list: unknown, { even, odd }: Scans): Checked<CheckedPrefixes> {
  if (!Array.isArray(list)) return refuse('', 'service-tags/shape', list, 'a list of prefixes');
  const prefixes = list as readonly unknown[];
  let tidy = true;
  let before: Scanned = 0;
  for (let i = 0; i < prefixes.length; i++) {
    const text = prefixes[i];
    if (typeof text !== 'string') return refuse(`[${i}]`, 'service-tags/shape', text, 'a prefix as text');
    const current = (i & 1) === 0 ? even : odd;
    const family = scanCidr(text, current);
    if (family === 0 && !parseCidr(text).ok) return refusePrefix(`[${i}]`, text);
    tidy &&=
      family > before || (family === before && isBefore(current === even ? odd : even, current, family === 4 ? 1 : 4));
    before = family;
  }
  return { ok: true, value: tidied(prefixes as readonly string[], tidy) };
}

function tidied(list: readonly string[], tidy: boolean): CheckedPrefixes {
  const prefixes = tidy ? list : sortCidrs(list);
  return { prefixes, repeated: list.length - prefixes.length };
}

function refusePrefix(path: string, text: string): ReturnType<typeof refuse> {
  const parsed = parseCidr(text);
  return refuse(path, 'service-tags/prefix', text, parsed.ok ? '' : parsed.refusal.expected);
}
