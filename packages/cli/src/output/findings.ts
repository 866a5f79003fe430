import { messageOf, type Diagnostic, type Messages, type Severity } from '@azureml-firewall/rule-model';
import type { Paint } from './paint.js';

const order: readonly Severity[] = ['error', 'warning', 'info'];

function toneOf(paint: Paint): Readonly<Record<Severity, (text: string) => string>> {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan };
}

/** What is said with one code. */
interface Group {
  /** How many entries each text holds for. */
  readonly texts: Map<string, number>;
  /** Whether all of it stands in the account as well, which is kept by entry. */
  ofEntries: boolean;
}

function group(diagnostics: readonly Diagnostic[], messages: Messages): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { code, data } of diagnostics) {
    const mine = groups.get(code) ?? { texts: new Map<string, number>(), ofEntries: true };
    groups.set(code, mine);
    const text = messageOf(messages[code] ?? code, data);
    mine.texts.set(text, (mine.texts.get(text) ?? 0) + 1);
    mine.ofEntries &&= data['entry'] !== undefined;
  }
  return groups;
}

/** Texts of one code on a terminal, before the rest is left to the account. */
const most = 5;

function linesOf({ texts, ofEntries }: Group, paint: Paint, account: string | undefined): readonly string[] {
  const lines = [...texts].map(([text, count]) => `  ${text}${count > 1 ? paint.dim(` (${count} entries)`) : ''}`);
  if (account === undefined || !ofEntries || lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), paint.dim(`  and ${lines.length - most} more like these, in ${account}`)];
}

/**
 * Diagnostics as a person reads them: the worst first, those of one code together, a text that holds for several
 * entries once with their number. Of many on entries the first are shown, where a file holds them all.
 */
export function findingsText(
  diagnostics: readonly Diagnostic[],
  messages: Messages,
  paint: Paint,
  account?: string,
): string {
  const lines = order.flatMap((severity) => {
    const mine = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    return [...group(mine, messages)].flatMap(([code, one]) => [
      `${toneOf(paint)[severity](severity)} ${paint.bold(code)}`,
      ...linesOf(one, paint, account),
    ]);
  });
  return lines.map((line) => `${line}\n`).join('');
}
