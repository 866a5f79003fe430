import type { DataChange } from './data-change.js';

/** What changes of one edition, or of no edition, are told under. */
function headingOf(edition: string | undefined, changes: readonly DataChange[]): string {
  if (edition === undefined) return 'Schemas and regions:';
  const whole = changes.find(({ subject }) => subject === edition);
  return whole ? `Edition ${edition} ${whole.text}` : `Edition ${edition} is corrected:`;
}

function sectionOf(changes: readonly DataChange[]): string {
  const edition = changes[0]?.edition;
  const items = changes.filter(({ subject }) => subject !== edition);
  const said = items.filter(({ level }) => level !== 'editorial');
  const words = items.length - said.length;
  const lines = said.map(({ subject, text }) => `- \`${subject}\` ${text}`);
  const rest =
    words > 0 ? [`- In ${words === 1 ? 'one more' : `${words} more`} only words, places or sources differ.`] : [];
  return [headingOf(edition, changes), ...(lines.length + rest.length > 0 ? [''] : []), ...lines, ...rest].join('\n');
}

/**
 * The changes as Markdown for a changelog: by edition, the newest first, each with the id that it is found by. Where
 * only words have changed they are counted.
 */
export function releaseNotes(changes: readonly DataChange[]): string {
  const editions = [...new Set(changes.map(({ edition }) => edition))];
  const newestFirst = editions.toSorted((one = '', other = '') => (one < other ? 1 : -1));
  return newestFirst.map((edition) => sectionOf(changes.filter((change) => change.edition === edition))).join('\n\n');
}
