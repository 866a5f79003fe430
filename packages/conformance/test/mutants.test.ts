import { describe, expect, it } from 'vitest';
import { exact, omitted, type Artifact } from '@azureml-firewall/renderer-kit';
import { conformance, policy, rule, type Result, type Trial } from '../src/index.js';
import { acme, textOf, type AcmeLine, type AcmeOptions } from './support/acme.js';
import { adapter, memory, type AcmeAdapter } from './support/acme-adapter.js';

type Acme = typeof acme;

interface Mutant {
  readonly renderer?: Partial<Acme>;
  readonly adapter?: Partial<AcmeAdapter>;
  /** The check that has to fail, by how its name begins. */
  readonly fails: string;
  /** What it has to say. */
  readonly because: RegExp;
}

/** Prints each line in another way. */
function printedAs(write: (line: AcmeLine, place: number) => string): Acme['print'] {
  return (lines, context) => {
    const [first] = acme.print(lines, context);
    return first ? [{ ...first, text: lines.map((line, i) => `${write(line, i)}\n`).join('') }] : [];
  };
}

/** Changes the file that is printed. */
function changed(change: (artifact: Artifact) => Artifact): Acme['print'] {
  return (lines, context) => acme.print(lines, context).map(change);
}

function withLower(part: Partial<Acme['lower']>): Partial<Acme> {
  return { lower: { ...acme.lower, ...part } };
}

const unquoted = (text: string): string => `"${text}"`;
const reversed: Acme['assemble'] = (placed, context) => {
  const { model, findings } = acme.assemble(placed, context);
  return { model: model.toReversed(), findings };
};
const allPorts: Acme['assemble'] = (placed, context) => {
  const { model, findings } = acme.assemble(placed, context);
  const ports = (line: AcmeLine) => ({ ...line, service: { ...line.service, ports: [{ from: 1, to: 65_535 }] } });
  return { model: model.length > 1 ? model.map(ports) : model, findings };
};
let calls = 0;

/** What a renderer can get wrong, and the check that tells. */
const mutants: Readonly<Record<string, Mutant>> = {
  'no answer for a kind': {
    renderer: withLower({
      suffix: () => {
        throw new Error('not answered yet');
      },
    }),
    fails: 'answers: suffix',
    because: /not answered yet/,
  },
  'a finding without a text': {
    renderer: withLower({ suffix: () => omitted('acme/unheard-of' as 'acme/no-addresses') }),
    fails: 'answers: suffix',
    because: /acme\/unheard-of has no text/,
  },
  'a widened path that is said to be exact': {
    renderer: withLower({ url: (entry) => exact({ entry, to: entry.destination.host }) }),
    fails: 'verdicts: what is printed for an entry',
    because: /is said to be exact: not asked and matched/,
  },
  'a domain that is taken for all below it': {
    renderer: withLower({ wildcard: (entry) => exact({ entry, to: entry.destination.parent }) }),
    fails: 'verdicts: what is printed for an entry',
    because: /is said to be exact: asked and not matched/,
  },
  'an entry that is lost in print': {
    renderer: { print: changed((artifact) => ({ ...artifact, spans: artifact.spans.slice(1) })) },
    fails: 'account:',
    because: /printed other entries than it claims/,
  },
  'rules in another order': {
    renderer: { assemble: reversed },
    fails: 'verdicts: a policy does what its entries do',
    because: /deny-before-allow: allow in place of deny/,
  },
  'ports that open when there are several rules': {
    renderer: { assemble: allPorts },
    fails: 'verdicts: a policy does what its entries do',
    because: /hosts: allow in place of no match/,
  },
  'a count that goes on': {
    renderer: { print: printedAs((line) => textOf({ ...line, text: `${line.text} ${String(calls++)}` })) },
    fails: 'the same bytes: rendered again',
    because: /a second rendering/,
  },
  'a date': {
    renderer: { print: printedAs((line) => textOf({ ...line, text: new Date(0).toISOString() })) },
    fails: 'the same bytes: at every time and place',
    because: /touches Date/,
  },
  'an order that depends on the locale': {
    renderer: {
      assemble: (placed, context) =>
        acme.assemble(
          placed.toSorted((a, b) => a.entry.id.localeCompare(b.entry.id)),
          context,
        ),
    },
    fails: 'the same bytes: at every time and place',
    because: /touches String\.prototype\.localeCompare/,
  },
  'input that is sorted in place': {
    renderer: {
      assemble: (placed, context) => {
        for (const { entry } of placed) (entry.rule.destinations as object[]).reverse();
        return acme.assemble(placed, context);
      },
    },
    fails: 'pure:',
    because: /read only|the input/,
  },
  'quotes that are printed as they are': {
    renderer: { print: printedAs((line) => textOf({ ...line, text: 'x' }).replace('"x"', () => unquoted(line.text))) },
    fails: 'hostile texts: nothing around a text',
    because: /stands as it is on the line/,
  },
  'a text that ends its line': {
    renderer: {
      print: printedAs((line) => textOf({ ...line, text: line.text.replaceAll('\\n', '\n') })),
    },
    fails: 'hostile texts: nothing around a text',
    because: /lines, with harmless words/,
  },
  'options that nobody looks at': {
    renderer: { checkOptions: () => [] },
    fails: 'options: a text that breaks a line',
    because: /prefix, a line feed: is not refused/,
  },
  'options that are taken for texts unseen': {
    renderer: {
      optionsWithoutDefault: ['comment'],
      checkOptions: (options) => (options.comment?.startsWith('#') === true ? [] : acme.checkOptions(options)),
    },
    fails: 'options: a value of another kind',
    because: /comment: 5 is not refused, but ends in: .*startsWith/,
  },
  'a variant that is refused': {
    adapter: { variants: { odd: { prefix: 'NO' } } },
    fails: 'options: the defaults and all variants',
    because: /odd: prefix: expected a word with a hyphen/,
  },
  'a heading where there is nothing': {
    renderer: {
      print: (lines, context) =>
        lines.length > 0 ? acme.print(lines, context) : [{ path: 'acme.conf', text: '# nothing\n', spans: [] }],
    },
    fails: 'nothing empty:',
    because: /although nothing of the policy is/,
  },
  'lines that are not there': {
    renderer: {
      print: changed((artifact) => ({
        ...artifact,
        spans: artifact.spans.map((span) => ({ ...span, to: span.to + 1 })),
      })),
    },
    fails: 'lines: files are plain text',
    because: /is said to stand on/,
  },
  'lines of another entry': {
    renderer: {
      print: changed((artifact) => ({
        ...artifact,
        spans: artifact.spans.map(({ entry }) => ({ entry, from: 1, to: 1 })),
      })),
    },
    fails: 'lines: what carries an entry',
    because: /names neither its rule nor its requirement/,
  },
  'a path out of the folder': {
    renderer: { print: changed((artifact) => ({ ...artifact, path: '../acme.conf' })) },
    fails: 'lines: files are plain text',
    because: /is not relative and plain/,
  },
  'numbers of lines': {
    renderer: { print: printedAs((line, i) => `${String(i)} ${textOf(line)}`) },
    fails: 'stable:',
    because: /this line is another/,
  },
  'names that are cut over their limit': {
    adapter: {
      limits: [
        { name: 'names', limit: { value: 59, page: 'p', date: '2026' }, trial: trialOf, past: { keeps: longest } },
      ],
    },
    fails: 'limits: names',
    because: /comes to 60/,
  },
  'a limit that nothing tells of': {
    adapter: {
      limits: [
        {
          name: 'names',
          limit: { value: 9, page: 'p', date: '2026' },
          trial: trialOf,
          past: { says: 'acme/no-addresses' },
        },
      ],
    },
    fails: 'limits: names',
    because: /is not said at 10/,
  },
  'a limit without its page': {
    adapter: {
      limits: [{ name: 'names', limit: { value: 9, page: '', date: '' }, trial: trialOf, past: { keeps: longest } }],
    },
    fails: 'limits: names',
    because: /the page that prints it is not named/,
  },
  'no limit at all': {
    adapter: { limits: [] },
    fails: 'limits:',
    because: /none is declared/,
  },
  'a text that lacks a fact': {
    renderer: { messages: { ...acme.messages, 'acme/no-addresses': '{tag} has none.' } },
    fails: 'messages: acme/no-addresses',
    because: /says: \{tag\} has none/,
  },
  'a code of another package': {
    renderer: { messages: { ...acme.messages, 'other/no-addresses': 'None.' } as Acme['messages'] },
    fails: 'messages: codes have the form',
    because: /other\/no-addresses starts otherwise than acme/,
  },
  'a trial for a code that is gone': {
    adapter: {
      messages: {
        ...adapter.messages,
        'acme/long-gone': adapter.messages['acme/path-widened'],
      } as AcmeAdapter['messages'],
    },
    fails: 'messages: the adapter has trials',
    because: /acme\/long-gone has no text/,
  },
  'a checker that breaks': {
    adapter: {
      syntax: [
        {
          name: 'acme --check',
          accepts: () => {
            throw new Error('out of memory');
          },
        },
      ],
    },
    fails: 'syntax: acme --check',
    because: /host: out of memory/,
  },
  'a checker that nothing is for': {
    adapter: { syntax: [{ name: 'acme --check', accepts: () => ({ status: 'skip', reason: 'no file for it' }) }] },
    fails: 'syntax: acme --check',
    because: /it was asked about nothing/,
  },
  'a code that is never said': {
    adapter: { messages: { ...adapter.messages, 'acme/no-addresses': adapter.messages['acme/path-widened'] } },
    fails: 'messages: acme/no-addresses',
    because: /does not bring it up/,
  },
  'a code that nobody explains': {
    adapter: { documents: ['acme/no-addresses'] },
    fails: 'messages: each code is explained',
    because: /acme\/path-widened is explained nowhere/,
  },
  'an explanation of a code that is gone': {
    adapter: { documents: [...(adapter.documents ?? []), 'acme/long-gone'] },
    fails: 'messages: each code is explained',
    because: /acme\/long-gone is explained and never said/,
  },
  'an undo that leaves a line': {
    renderer: { undo: (lines, context) => acme.undo?.(lines.slice(1), context) ?? [] },
    fails: 'undo:',
    because: /after the undo/,
  },
  'an update that changes nothing': {
    renderer: { update: () => [] },
    fails: 'update: makes of the previous',
    because: /after the update/,
  },
  'an update without a reason': {
    renderer: { update: (_, next, context) => acme.print(next, context) },
    fails: 'update: nothing is printed',
    because: /acme\.conf is printed/,
  },
  'files that are not those that are expected': {
    adapter: { expected: { names: () => [], read: () => ({ 'acme.conf': 'allow all\n' }) } },
    fails: 'expected files: host',
    because: /acme\.conf:1: expected "allow all", found "allow aml-host/,
  },
  'a folder of a fixture that is gone': {
    adapter: { expected: { ...memory(), names: () => ['long-gone'] } },
    fails: 'expected files: no folder',
    because: /there is no fixture long-gone/,
  },
  'a checker that refuses': {
    adapter: {
      syntax: [
        {
          name: 'acme --check',
          accepts: () => Promise.resolve<Result>({ status: 'fail', reason: 'line 1: what?' }),
        },
      ],
    },
    fails: 'syntax: acme --check',
    because: /host: line 1: what\?/,
  },
};

/** A name of so many characters, from 40 on. */
function trialOf(count: number): Trial<AcmeOptions> {
  const rest = 'aml--example.com-tcp-443'.length;
  return { policy: policy([rule('x'.repeat(Math.max(1, count + 1 - rest)), ['example.com'], ['tcp/443'])]) };
}

function longest({ model }: { readonly model: readonly AcmeLine[] }): number {
  return Math.max(...model.map(({ name }) => name.length));
}

describe('a renderer with', { timeout: 120_000 }, () => {
  it.each(Object.entries(mutants))('%s fails', async (_, { fails, because, ...parts }) => {
    const checks = conformance({ ...acme, ...parts.renderer }, { ...adapter, expected: memory(), ...parts.adapter });
    const asked = checks.filter(({ name }) => name.startsWith(fails));
    expect(asked.length).toBeGreaterThan(0);
    const reasons = await Promise.all(asked.map(async ({ run }) => (await run()).reason));
    expect(reasons.join('\n')).toMatch(because);
  });
});
