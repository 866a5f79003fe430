import type { Decision } from '../../model/decision.js';
import type { Entry } from '../../model/entry.js';
import { sourceText } from '../../model/source.js';
import { settle } from '../compile/settle.js';
import { excluded, possible } from '../compile/source-table.js';
import { allowingEntry, isCarried, isFromHere, type Look } from './context.js';
import type { EntryFacts } from './entry-facts.js';
import type { Witness } from './witness.js';

/** An entry that the index has found for the host or address of a flow. */
interface Found {
  readonly entry: Entry;
  readonly facts: EntryFacts;
  readonly look: Look;
}

function wrongService({ entry, facts, look: { flow } }: Found): Witness {
  const { protocol, ports } = entry.service;
  const samePort = ports.some(({ from, to }) => from <= flow.port && flow.port <= to);
  if (samePort && protocol !== flow.protocol)
    return { code: 'explain/wrong-protocol', data: { ...facts, protocol: flow.protocol }, entry };
  return { code: 'explain/wrong-port', data: { ...facts, port: flow.port }, entry };
}

function wrongPath({ entry, facts, look: { flow } }: Found): Witness | undefined {
  if (entry.destination.kind !== 'url') return undefined;
  return { code: 'explain/wrong-path', data: { ...facts, path: flow.path ?? '' }, entry };
}

function otherSource({ entry, facts }: Found): Witness {
  return { code: 'explain/other-source', data: { ...facts, sources: entry.rule.sources.map(sourceText) }, entry };
}

function deniedFirst({ entry, facts }: Found, { rule }: Decision): Witness | undefined {
  if (rule?.action !== 'deny') return undefined;
  return { code: 'explain/denied-first', data: { ...facts, by: rule.id }, entry };
}

/** What kept an entry from allowing a flow whose host or address it reaches. More than one thing is too far away. */
export function nearEntry(look: Look, number: number, decision: Decision): Witness | undefined {
  const entry = allowingEntry(look.context, number);
  const facts = look.context.facts[number];
  if (!entry || !facts) return undefined;
  const found: Found = { entry, facts, look };
  const [carried, fromHere] = [isCarried(look, number), isFromHere(look, number)];
  const there = settle(look.context.index.columns.reaches[number], look.flow);
  // What may match is told as undecided, where it matters.
  if (there === possible) return undefined;
  if (there === excluded) return carried && fromHere ? wrongPath(found) : undefined;
  if (!fromHere) return carried ? otherSource(found) : undefined;
  return carried ? deniedFirst(found, decision) : wrongService(found);
}
