import { outcomes, type OutcomeRecord } from '@azureml-firewall/renderer-kit';
import { table, type TableStyle } from './table.js';
import { toneOf } from './tone.js';

const columns = ['target', ...outcomes, 'entries'].map((title) => ({ title }));

/** How often each verdict was given, by target. */
export function summaryTable(records: readonly OutcomeRecord[], style: TableStyle): string {
  const targets = [...new Set(records.map(({ target }) => target))];
  const rows = targets.map((target) => {
    const mine = records.filter((record) => record.target === target);
    const counts = outcomes.map((outcome) => {
      const count = mine.filter((record) => record.outcome === outcome).length;
      return { text: String(count), paint: count > 0 ? toneOf(outcome, style.paint) : style.paint.dim };
    });
    return [{ text: target }, ...counts, { text: String(mine.length) }];
  });
  return table(columns, rows, style);
}
