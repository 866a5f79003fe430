import { html, type Html } from '../html.js';
import type { Source } from '../markdown.js';
import { rendered, type Places } from '../markdown.js';
import type { Meanings } from '../meanings.js';
import type { Page } from '../page.js';
import type { Spoken } from '../workspace.js';

/** Where the page of a code stands. */
export function findingPath(code: string): string {
  return `findings/${code.replace('/', '.')}.html`;
}

/** The sections of the pages that the test kit writes, by code: an example of each, and what is said then. */
export function trialsIn(pages: readonly Source[]): ReadonlyMap<string, string> {
  const found = pages.flatMap(({ text }) =>
    text
      .split(/^## /m)
      .slice(1)
      .map((section): readonly [string, string] => {
        const [code = '', ...rest] = section.split('\n');
        return [code.trim(), rest.join('\n')];
      }),
  );
  return new Map(found);
}

function example(code: string, trials: ReadonlyMap<string, string>, places: Places): Html | undefined {
  const text = trials.get(code)?.replace(/^\s*>.*$/m, '');
  if (text === undefined) return undefined;
  const body = { html: rendered({ file: `docs/diagnostics/${code}.md`, text }, findingPath(code), places) };
  return html`<h2>An example</h2>
    ${body}`;
}

function factsOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{([A-Za-z]+)\}/g)].flatMap(([, name]) => name ?? []))];
}

/** A page for each code that a package can say. */
export function findingPages(
  spoken: readonly Spoken[],
  known: Meanings,
  trials: ReadonlyMap<string, string>,
  places: Places,
): readonly Page[] {
  return spoken.flatMap(({ name, messages }) =>
    Object.entries(messages).map(([code, template]): Page => {
      const meaning = known.get(code);
      const facts = factsOf(template).map((fact) => html`<li><code>${fact}</code></li>`);
      const body = html`<h1><code>${code}</code></h1>
        <p>Said by <a href="../packages/${name}.html">${name}</a>.</p>
        <blockquote><p>${template}</p></blockquote>
        ${meaning === undefined ? undefined : html`<p>${meaning}</p>`}
        ${
          facts.length === 0
            ? undefined
            : html`<h2>Its facts</h2>
                <ul>
                  ${facts}
                </ul>`
        }
        ${example(code, trials, places)}`;
      return { path: findingPath(code), title: code, section: 'Findings', body: body.html, keywords: template };
    }),
  );
}
