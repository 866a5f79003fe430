import { describe, expect, it } from 'vitest';
import { markdownCode, markdownTable, markdownText } from '../src/output/markdown.js';
import { paintFor } from '../src/output/paint.js';
import { reportMarkdown, reportText, type Report } from '../src/output/report.js';

const style = { paint: paintFor({ write: () => undefined }, {}) };

const report: Report = {
  title: 'From <a> to b',
  sections: [
    { title: 'Empty', columns: [{ title: 'x' }], rows: [] },
    { title: 'Full', columns: [{ title: 'name', code: true }, { title: 'why' }], rows: [['*.x', 'a|b']] },
  ],
  advice: [
    { text: 'Do *it*.', about: ['one', 'two'] },
    { text: 'Wait.', about: [] },
  ],
};

describe('a report', () => {
  it('is tables on a terminal', () => {
    expect(reportText(report, style)).toBe(
      'From <a> to b\n\nFull\n\nname  why\n────  ───\n*.x   a|b\n\nWhat to do\n\nDo *it*.\n  one, two\nWait.\n',
    );
  });

  it('is Markdown in which nothing else is markup', () => {
    expect(reportMarkdown(report)).toBe(
      '# From \\<a\\> to b\n\n## Full\n\n| Name | Why |\n| --- | --- |\n| `*.x` | a\\|b |\n\n## What to do\n\n- Do \\*it\\*. `one`, `two`\n- Wait.\n',
    );
  });

  it('has a title only where there is nothing to say', () => {
    const nothing = { title: 'Nothing', sections: [] };
    expect(reportText(nothing, style)).toBe('Nothing\n');
    expect(reportMarkdown(nothing)).toBe('# Nothing\n');
  });
});

describe('Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['`x`', '\\`x\\`'],
    ['*x* _y_ ~z~', '\\*x\\* \\_y\\_ \\~z\\~'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['[a](b) ![c](d)', '\\[a\\](b) \\!\\[c\\](d)'],
    ['&lt; # \\', '\\&lt; \\# \\\\'],
    ['one\r\ntwo\n\nthree\n', 'one<br>two<br>three'],
  ])('takes %j for text', (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  it.each([
    ['Storage.<region>', '`Storage.<region>`'],
    ['', ''],
    [' ', ''],
    ['a`b', 'a\\`b'],
    ['a|b', 'a\\|b'],
    ['a\\', 'a\\\\'],
    ['a\nb', 'a<br>b'],
  ])('takes %j for a value', (text, written) => {
    expect(markdownCode(text)).toBe(written);
  });

  it('keeps a table in its columns', () => {
    const rows = [
      ['a|b', '`'],
      ['c\nd', '|'],
    ].map((row) => row.map(markdownCode));
    for (const line of markdownTable(['x', 'y'], rows).trimEnd().split('\n'))
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
  });
});
