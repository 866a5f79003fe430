import { messageOf, type Diagnostic, type Messages, type Severity } from '@azureml-firewall/rule-model';
import type { Paint } from './paint.js';

const order: readonly Severity[] = ['error', 'warning', 'info'];

function toneOf(paint: Paint): Readonly<Record<Severity, (text: string) => string>> {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan };
}

function group(
  diagnostics: readonly Diagnostic[],
  messages: Messages,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const groups = new Map<string, Map<string, number>>();
  for (const { code, data } of diagnostics) {
    const texts = groups.get(code) ?? new Map<string, number>();
    const text = messageOf(messages[code] ?? code, data);
    groups.set(code, texts.set(text, (texts.get(text) ?? 0) + 1));
  }
  return groups;
}

/**
 * Diagnostics as a person reads them: the worst first, those of one code together, a text that holds for several
 * entries once with their number.
 */
export function findingsText(diagnostics: readonly Diagnostic[], messages: Messages, paint: Paint): string {
  const lines = order.flatMap((severity) => {
    const mine = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    return [...group(mine, messages)].flatMap(([code, texts]) => [
      `${toneOf(paint)[severity](severity)} ${paint.bold(code)}`,
      ...[...texts].map(([text, count]) => `  ${text}${count > 1 ? paint.dim(` (${count} entries)`) : ''}`),
    ]);
  });
  return lines.map((line) => `${line}\n`).join('');
}
