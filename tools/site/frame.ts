import { html, type Html } from './html.js';
import { entrances, relativeLink, sections, type Page } from './page.js';

function navigation({ path, section }: Page): Html {
  const links = sections.map((one) => {
    const current = one === section ? html` aria-current="page"` : undefined;
    return html`<a href="${relativeLink(path, entrances[one])}" ${current}>${one}</a>`;
  });
  return html`<nav aria-label="Parts of the site">${links}</nav>`;
}

/** A whole page: the navigation, the search, what the page says. */
export function framed(page: Page): string {
  const at = (to: string): string => relativeLink(page.path, to);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · azureml-firewall</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${at('site.css')}" />
        <script type="module" src="${at('search.js')}" data-root="${at('')}"></script>
      </head>
      <body>
        <header>
          <a class="home" href="${at('index.html')}">azureml-firewall</a>
          ${navigation(page)}
          <search>
            <label for="search">Search hosts, tags, ports, codes</label>
            <input id="search" type="search" autocomplete="off" placeholder="blob.core, udp/5831, Storage" />
            <ol id="results" hidden></ol>
          </search>
        </header>
        <main>${{ html: page.body }}</main>
      </body>
    </html> `.html;
}
