import {
  destinationText,
  messageOf,
  serviceText,
  sourceText,
  type DiagnosticData,
  type Policy,
} from '@azureml-firewall/rule-model';
import type { Renderer } from '@azureml-firewall/renderer-kit';
import type { Adapter } from './adapter.js';
import { suiteOf, type Suite } from './suite.js';

/** Rules of an example that are shown; some examples of limits have thousands. */
const shownRules = 3;
const shownItems = 4;

function few(items: readonly string[]): string {
  const more = items.length > shownItems ? [`… (${String(items.length)} in all)`] : [];
  return [...items.slice(0, shownItems), ...more].join(', ');
}

/** Facts with long lists cut: an example shows their form. */
function shortened(data: DiagnosticData): DiagnosticData {
  const cut = (value: DiagnosticData[string]): DiagnosticData[string] =>
    typeof value === 'object' ? few(value) : value;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cut(value)]));
}

function rulesText({ collections, routes }: Policy): readonly string[] {
  const rules = collections.flatMap((collection) => collection.rules);
  const lines = rules.slice(0, shownRules).map(({ id, action, direction, sources, destinations, services }) => {
    const words = [
      few(sources.map(sourceText)),
      few(destinations.map(destinationText)),
      few(services.map(serviceText)),
    ];
    return `${id}: ${action} ${direction} from ${words.join(' | ')}`;
  });
  return [
    ...lines,
    ...(rules.length > shownRules ? [`… (${String(rules.length)} rules in all)`] : []),
    ...routes.slice(0, 1).map(({ id, tag }) => `${id}: route to ${tag}`),
  ];
}

function optionsText(options: unknown): string {
  const text = JSON.stringify(options ?? {});
  return text === '{}' ? '' : ` with the options \`${text.length > 300 ? `${text.slice(0, 300)}…` : text}\``;
}

function section<Model, Options, Code extends string>(
  suite: Suite<Model, Options, Code>,
  code: Code,
): readonly string[] {
  const trial = suite.adapter.messages[code];
  const said = suite.render(trial).diagnostics.find((one) => one.code === code);
  const example = rulesText(trial.policy);
  return [
    `## ${code}`,
    '',
    `> ${suite.messages[code].replace(/[*<]/g, '\\$&')}`,
    '',
    ...(said
      ? [
          `A policy that brings it up${optionsText(trial.options)}:`,
          '',
          '```text',
          ...(example.length > 0 ? example : ['(no rules)']),
          '```',
          '',
          `It says (${said.severity}${typeof said.data['outcome'] === 'string' ? `, ${said.data['outcome']}` : ''}):`,
          '',
          '```text',
          messageOf(suite.messages[code], shortened(said.data)),
          '```',
        ]
      : ['Nothing brings it up.']),
    '',
  ];
}

/** A page in Markdown with a section for each code: its text, a policy that brings it up, and what is said then. */
export function pageOf<Model, Options, Code extends string>(suite: Suite<Model, Options, Code>): string {
  const codes = (Object.keys(suite.messages) as Code[]).toSorted();
  return [
    `# What ${suite.id} says`,
    '',
    'One section for each code, as it stands in `outcomes.json` and in diagnostics. This page is written by the test kit',
    'from the trials of the package: it is never changed by hand.',
    '',
    ...codes.flatMap((code) => section(suite, code)),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

/** The page of all codes of a renderer, for a site that keeps it elsewhere than the adapter's `page`. */
export function diagnosticsPage<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  adapter: Adapter<Model, Options, Code>,
): string {
  return pageOf(suiteOf(renderer, adapter));
}
