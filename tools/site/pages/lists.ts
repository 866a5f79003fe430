import { html } from '../html.js';
import { relativeLink, type Page, type Section } from '../page.js';

/** The first page of a part: links to all of its others. */
export function listPage(path: string, section: Section, about: string, pages: readonly Page[]): Page {
  const items = pages.map((page) => html`<li><a href="${relativeLink(path, page.path)}">${page.title}</a></li>`);
  return {
    path,
    title: section,
    section,
    body: html`<h1>${section}</h1>
      <p>${about}</p>
      <ul>
        ${items}
      </ul>`.html,
  };
}
