import { rendered, titleOf, type Places, type Source } from '../markdown.js';
import type { Page, Section } from '../page.js';

/** Where a page of the repository stands in the site: `docs/lab.md` at `guides/lab.html`. */
function placeOf(file: string): string {
  if (file === 'README.md') return 'index.html';
  const [, name] = /^packages\/([^/]+)\/README\.md$/.exec(file) ?? [];
  if (name !== undefined) return `packages/${name}.html`;
  const plain = file
    .replace(/^docs\//, '')
    .replace(/\.md$/, '')
    .replaceAll('/', '-')
    .toLowerCase();
  return `guides/${plain}.html`;
}

/** The places of all pages, so that links between them hold. */
export function placesOf(all: readonly Source[]): Places {
  return new Map(all.map(({ file }) => [file, placeOf(file)]));
}

/** Pages in Markdown as pages of the site. */
export function markdownPages(list: readonly Source[], section: Section, places: Places): readonly Page[] {
  return list.map((source) => {
    const path = places.get(source.file) ?? placeOf(source.file);
    return { path, title: titleOf(source), section, body: rendered(source, path, places), keywords: '' };
  });
}
