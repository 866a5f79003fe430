import { diagnosticFaults } from './account.js';
import { check, type Check, type Faults } from '../check.js';
import { pageOf } from '../diagnostics-page.js';
import { firstDifference } from '../first-difference.js';
import type { Suite } from '../suite.js';

/** What stands before the slash of every code: the package that says it, which may have several renderers. */
function speakerOf(codes: readonly string[]): string {
  return codes[0]?.split('/')[0] ?? '';
}

function formFaults(codes: readonly string[]): Faults {
  const speaker = speakerOf(codes);
  return codes.flatMap((code) => [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code)
      ? []
      : [`${code} is not of the form package/what-it-says`]),
    ...(code.startsWith(`${speaker}/`) ? [] : [`${code} starts otherwise than ${codes[0] ?? ''}`]),
  ]);
}

/** Codes of this renderer's package as some text names them. */
function mentioned(speaker: string, text: string): ReadonlySet<string> {
  const found = text.matchAll(
    new RegExp(`(?<![A-Za-z0-9@/-])${speaker}/[a-z0-9]+(?:-[a-z0-9]+)*(?![A-Za-z0-9./])`, 'g'),
  );
  return new Set([...found].map(([code]) => code));
}

function saidFaults<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>, code: Code): Faults {
  const trial = Object.hasOwn(suite.adapter.messages, code) ? suite.adapter.messages[code] : undefined;
  if (!trial) return ['the adapter has no trial for it'];
  const said = suite.render(trial).diagnostics.filter((one) => one.code === code);
  if (said.length === 0) return ['its trial does not bring it up'];
  return said.flatMap((diagnostic) => diagnosticFaults(suite.messages, diagnostic));
}

function codesOf<Model, Options, Code extends string>({ messages }: Suite<Model, Options, Code>): readonly Code[] {
  return (Object.keys(messages) as Code[]).toSorted();
}

function documentationFaults<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): Faults {
  const { documents = [], page } = suite.adapter;
  // A page that is to be written now explains what it will explain.
  const written = page?.write ? pageOf(suite) : page?.read();
  const text = [...documents, written ?? ''].join('\n');
  const codes = codesOf(suite);
  const named = mentioned(speakerOf(codes), text);
  const stale = [...named].filter((code) => !(codes as readonly string[]).includes(code));
  return [
    ...codes.filter((code) => !named.has(code)).map((code) => `${code} is explained nowhere`),
    ...stale.map((code) => `${code} is explained and never said`),
  ];
}

function pageFaults<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): Faults {
  const { page } = suite.adapter;
  if (!page) return [];
  const text = pageOf(suite);
  page.write?.(text);
  return firstDifference('the page of codes', page.read() ?? '', text);
}

/** Codes and texts by themselves. */
export function messageChecks<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
): readonly Check[] {
  const { adapter } = suite;
  return [
    check('messages: codes have the form package/what-it-says, and texts are not empty', () => [
      ...formFaults(codesOf(suite)),
      ...codesOf(suite).flatMap((code) => (suite.messages[code].trim() === '' ? [`${code} has no text`] : [])),
    ]),
    check('messages: the adapter has trials for codes that there are', () => {
      const given = Object.keys(adapter.messages);
      return given.filter((code) => !Object.hasOwn(suite.messages, code)).map((code) => `${code} has no text`);
    }),
    check('messages: each code is explained to users', () => documentationFaults(suite)),
  ];
}

/** Everything that can be said is said by some trial, with all its facts. */
export function saidChecks<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): readonly Check[] {
  return [
    ...codesOf(suite).map((code) => check(`messages: ${code}`, () => saidFaults(suite, code))),
    ...(suite.adapter.page ? [check('messages: the page of all codes is up to date', () => pageFaults(suite))] : []),
  ];
}
