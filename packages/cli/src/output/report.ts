import { markdownCode, markdownTable, markdownText } from './markdown.js';
import { table, type Column, type TableStyle } from './table.js';

/** A column of a section; `code` where its cells are values to copy, and not sentences. */
export interface ReportColumn extends Column {
  readonly code?: boolean;
}

/** A table with a title. One without rows is not shown. */
export interface Section {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** What to do, and the requirements that it is about. */
export interface Advice {
  readonly text: string;
  readonly about: readonly string[];
}

/** What is shown as tables on a terminal or as Markdown, from one description. */
export interface Report {
  readonly title: string;
  readonly sections: readonly Section[];
  readonly advice?: readonly Advice[];
}

const adviceTitle = 'What to do';

/** A report as tables. */
export function reportText({ title, sections, advice = [] }: Report, style: TableStyle): string {
  const { bold } = style.paint;
  const tables = sections
    .filter(({ rows }) => rows.length > 0)
    .map((section) => {
      const rows = section.rows.map((row) => row.map((text) => ({ text })));
      return `${bold(section.title)}\n\n${table(section.columns, rows, style)}`;
    });
  const lines = advice.map(({ text, about }) => `${text}\n${about.length > 0 ? `  ${about.join(', ')}\n` : ''}`);
  return [`${title}\n`, ...tables, ...(lines.length > 0 ? [`${bold(adviceTitle)}\n\n${lines.join('')}`] : [])].join(
    '\n',
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A report as Markdown, for a pull request or a wiki. */
export function reportMarkdown({ title, sections, advice = [] }: Report): string {
  const parts = sections
    .filter(({ rows }) => rows.length > 0)
    .map((section) => {
      const titles = section.columns.map((column) => capitalized(column.title));
      const rows = section.rows.map((row) =>
        row.map((text, c) => (section.columns[c]?.code ? markdownCode(text) : markdownText(text))),
      );
      return `## ${markdownText(section.title)}\n\n${markdownTable(titles, rows)}`;
    });
  const items = advice.map(
    ({ text, about }) => `- ${[markdownText(text), about.map(markdownCode).join(', ')].filter(Boolean).join(' ')}\n`,
  );
  return [
    `# ${markdownText(title)}\n`,
    ...parts,
    ...(items.length > 0 ? [`## ${adviceTitle}\n\n${items.join('')}`] : []),
  ].join('\n');
}
