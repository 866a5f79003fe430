import {
  editions,
  history,
  loadEdition,
  predicateText,
  requirementIds,
  type Fact,
  type Place,
  type RequirementHistory,
} from '@azureml-firewall/catalog';
import { html, type Html } from '../html.js';
import type { Page } from '../page.js';

function placeText({ source, section, row }: Place): string {
  return `${source}, ${section}${row === undefined ? '' : `, row ${row}`}`;
}

function factRow({ host, tag, ports, clouds, when, at }: Fact): Html {
  return html`<tr>
    <td><code>${host ?? tag ?? '?'}</code></td>
    <td>${ports.join(', ')}</td>
    <td>${clouds.join(', ')}</td>
    <td>${when ? predicateText(when) : 'always'}</td>
    <td>${at.map(placeText).join('; ')}</td>
  </tr>`;
}

function editionPart(edition: string, facts: readonly Fact[]): Html {
  const { sources } = loadEdition(edition as (typeof editions)[number]['id']);
  const used = sources.filter(({ id }) => facts.some(({ at }) => at.some(({ source }) => source === id)));
  return html`<h2>${edition}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>destination</th>
            <th>ports</th>
            <th>clouds</th>
            <th>when</th>
            <th>printed at</th>
          </tr>
        </thead>
        <tbody>
          ${facts.map(factRow)}
        </tbody>
      </table>
    </div>
    <p>Sources: ${used.map(({ id, title, url, date }) => html`<a href="${url}">${id}: ${title} (${date})</a> `)}</p>`;
}

function requirementPage(id: string, past: RequirementHistory): Page {
  const newest = past.versions.at(-1)?.requirement;
  const { exfiltration, necessity, direction, coveredBy } = newest ?? {};
  const parts = past.versions.toReversed().map(({ edition, requirement }) => editionPart(edition, requirement.facts));
  const changes = past.changes.map(({ from, to, kind, advice }) => html`<li>${from} → ${to}: ${kind}. ${advice}</li>`);
  const body = html`<h1><code>${id}</code></h1>
    <p>${past.purpose}</p>
    <p>
      ${direction}, ${necessity}, scope
      ${past.scope}${coveredBy ? html`, the same need by tag: ${coveredBy.join(', ')}` : undefined}
    </p>
    ${past.retired ? html`<p><strong>No longer asked for since ${past.retired.date}.</strong> ${past.retired.note}</p>` : undefined}
    ${exfiltration ? html`<p><strong>${exfiltration.risk}</strong> ${exfiltration.why} ${exfiltration.mitigation} (<a href="${exfiltration.source}">source</a>)</p>` : undefined}
    ${parts}
    ${
      changes.length > 0
        ? html`<h2>What became of it</h2>
            <ul>
              ${changes}
            </ul>`
        : undefined
    }`;
  const facts = past.versions.flatMap(({ requirement }) => requirement.facts);
  const keywords = [...new Set(facts.flatMap(({ host, tag, ports }) => [host ?? '', tag ?? '', ...ports]))].join(' ');
  return {
    path: `catalog/${id}.html`,
    title: id,
    section: 'Catalog',
    body: body.html,
    keywords: `${past.purpose} ${keywords}`,
  };
}

/** A page for each requirement of any edition. */
export function catalogPages(): readonly Page[] {
  return requirementIds.toSorted().flatMap((id) => {
    const past = history(id);
    return past ? [requirementPage(id, past)] : [];
  });
}
