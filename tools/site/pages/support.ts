import { supportOf, type Supported } from '@azureml-firewall/conformance';
import { html, type Html } from '../html.js';
import type { Page } from '../page.js';
import type { Spoken } from '../workspace.js';
import { findingPath } from './findings.js';

function cell(supported: Supported | undefined): Html {
  if (!supported) return html`<td>no entry</td>`;
  const { outcome, code } = supported;
  const text = code === undefined ? html`${outcome}` : html`<a href="${findingPath(code)}">${outcome}</a>`;
  return html`<td class="${outcome}">${text}</td>`;
}

/** What each renderer makes of each entry of the test kit's fixtures, computed from its verdicts with default options. */
export function supportPage(spoken: readonly Spoken[]): Page {
  const columns = spoken.flatMap(({ renderers }) =>
    renderers.map((renderer) => ({
      id: renderer.id,
      cells: new Map(supportOf(renderer).map((one) => [`${one.fixture} ${one.entry}`, one])),
    })),
  );
  const rows = new Map(
    columns.flatMap(({ cells }) => [...cells].map(([key, { fixture, entry }]) => [key, { fixture, entry }])),
  );
  const lines = [...rows].map(
    ([key, { fixture, entry }]) =>
      html`<tr>
        <th scope="row">${fixture}</th>
        <td><code>${entry}</code></td>
        ${columns.map(({ cells }) => cell(cells.get(key)))}
      </tr>`,
  );
  const heads = columns.map(({ id }) => html`<th scope="col">${id}</th>`);
  const body = html`<h1>What each renderer can say</h1>
    <p>
      Computed from the verdicts of the renderers, with their default options, on the fixtures of the test kit: it says
      what the code does. A verdict that is not exact leads to its reason.
    </p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">fixture</th>
            <th scope="col">entry</th>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
    </div>`;
  return {
    path: 'support.html',
    title: 'Support',
    section: 'Support',
    body: body.html,
    keywords: columns.map(({ id }) => id).join(' '),
  };
}
