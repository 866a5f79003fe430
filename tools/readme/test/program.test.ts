import { describe, expect, it } from 'vitest';
import { blocksOf } from '../blocks.js';
import { programOf, unmetClaims } from '../program.js';
import { commandsOf, installedBy } from '../transcript.js';

const page = `# A page

\`\`\`sh
npm install one two
\`\`\`

\`\`\`ts
import { a, type B } from 'one';

const x: B = a(1);
console.log(x); // { kind: 'b', … }
console.log(
  a(2),
);
const y = 1; // no claim
\`\`\`

\`\`\`ts
import { a } from 'one';
import { c } from 'two';
console.log(c(x));
// two
// lines
const x = a(3);
\`\`\`

\`\`\`ts shape
{ kind: string; … }
\`\`\`

\`\`\`console
$ cat file
text
$ one --two
\`\`\`
`;
const blocks = blocksOf(page);
const program = programOf(blocks);

describe('a page', () => {
  it('is read block by block', () => {
    expect(blocks.map(({ language, info, line }) => [language, info, line])).toEqual([
      ['sh', '', 3],
      ['ts', '', 7],
      ['ts', '', 18],
      ['ts', 'shape', 27],
      ['console', '', 31],
    ]);
    expect(() => blocksOf('```ts\n')).toThrow('line 1 is not closed');
  });

  it('becomes one program, in which a block sees those before it and may use a name again', () => {
    expect(program?.text).toBe(
      [
        "import { a, type B } from 'one';",
        "import { c } from 'two';",
        '',
        'const x: B = a(1);',
        "console.log(x); // { kind: 'b', … }",
        'console.log(',
        '  a(2),',
        ');',
        'const y = 1; // no claim',
        '',
        '{',
        'console.log(c(x));',
        '// two',
        '// lines',
        'const x = a(3);',
        '}',
        '',
      ].join('\n'),
    );
    expect(program?.imports).toEqual(['one', 'two']);
    expect(programOf(blocksOf('no code'))).toBeUndefined();
  });

  it('claims what stands behind or below what it prints', () => {
    expect(program?.claims).toEqual(["{ kind: 'b', … }", 'two', 'lines']);
  });

  it('names what it installs, and what is typed', () => {
    expect([...installedBy(blocks)]).toEqual(['one', 'two']);
    expect(blocks.flatMap(commandsOf)).toEqual([
      { line: 'cat file', shown: 'text' },
      { line: 'one --two', shown: '' },
    ]);
  });
});

describe('what a page claims', () => {
  const claims = { text: '', imports: [], claims: ["{ kind: 'b', … }", 'two'] };

  it('holds when it is printed in that order, whatever the white space', () => {
    expect(unmetClaims(claims, "{\n  kind: 'b',\n  more: 1\n}\ntwo\n")).toEqual([]);
  });

  it('does not hold when it is not printed, or before', () => {
    expect(unmetClaims(claims, "{ kind: 'b', more: 1 }\n")).toEqual(['two']);
    expect(unmetClaims(claims, "two\n{ kind: 'b', more: 1 }\n")).toEqual(['two']);
  });
});
