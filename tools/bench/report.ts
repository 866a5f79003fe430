import { cpus, release, totalmem } from 'node:os';
import type { Spread } from './measure.js';
import type { Result } from './result.js';

function shown(value: Spread | number | string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toFixed(value < 100 ? 1 : 0);
  const digits = value.median < 100 ? 1 : 0;
  return `${value.median.toFixed(digits)} ms (${value.min.toFixed(digits)} to ${value.max.toFixed(digits)}, ${value.runs} runs)`;
}

const verdict = ({ met }: Result): string => (met === undefined ? 'no reference' : met ? 'met' : '**missed**');

/** The report as a Markdown page. */
export function reportText(results: readonly Result[], date: string): string {
  const rows = results.map((result) => {
    const measured = Object.entries(result.measured).map(([name, value]) => `${name}: ${shown(value)}`);
    return `| ${result.row} | ${result.work} | ${measured.join('<br>')} | ${result.figure} | ${result.target} | ${verdict(result)} |`;
  });
  const notes = [
    ...new Set(results.flatMap(({ row, note }) => (note === undefined ? [] : [`- Row ${row}: ${note}.`]))),
  ];
  const profiles = results.flatMap(({ row, work, profile = [] }) =>
    profile.length === 0
      ? []
      : [`- Row ${row}, ${work}: ${profile.map(({ what, percent }) => `${what} ${percent.toFixed(0)} %`).join(', ')}.`],
  );
  const missed = results.filter(({ met }) => met === false).length;
  return `# Benchmarks

Made by \`npm run bench\` on ${date}: ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux ${release()}, Node.js ${process.version}. Times are medians with their smallest and largest; what is compared was run in turn in one process, or in processes of their own where the row says so. A target that is missed stays here as missed: ${missed} of ${results.length}.

| row | work | measured | figure | target | |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${notes.join('\n')}

## Where the time goes

Of the targets that are missed, by what the profiler of Node.js saw: the share of each function by itself.

${profiles.join('\n')}
`;
}
