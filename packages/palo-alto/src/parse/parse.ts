import { accepted, type Parsed } from '@azureml-firewall/rule-model';
import type { Location } from '../location.js';
import type { PanosConfig } from '../model.js';
import { defaults } from '../options.js';
import { applyLine, headsOf } from './apply.js';
import { entriesOfCandidate, newCandidate, type Candidate } from './candidate.js';
import { configOf } from './config.js';

/** What a device holds after the commands of some files, one after the other. The first command that is refused ends it. */
export function candidateOf(texts: readonly string[], location: Partial<Location> = {}): Parsed<Candidate> {
  const heads = headsOf({ ...defaults, ...location });
  const candidate = newCandidate();
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const applied = line.trim() === '' ? accepted(candidate) : applyLine(candidate, heads, line);
    if (!applied.ok) return applied;
  }
  return accepted(candidate);
}

/**
 * Reads back what this package prints: `config.set`, and after it any `update.set` and `undo.set`. It is no reader of
 * all of PAN-OS: a command that is never printed is refused by its line.
 */
export function parseSet(texts: readonly string[], location: Partial<Location> = {}): Parsed<PanosConfig> {
  const candidate = candidateOf(texts, location);
  return candidate.ok ? configOf(entriesOfCandidate(candidate.value)) : candidate;
}
