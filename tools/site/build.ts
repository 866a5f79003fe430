import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { framed } from './frame.js';
import { brokenLinks } from './links.js';
import { meanings } from './meanings.js';
import { entrances, type Page } from './page.js';
import { catalogPages } from './pages/catalog.js';
import { findingPages, trialsIn } from './pages/findings.js';
import { markdownPages, placesOf } from './pages/guides.js';
import { listPage } from './pages/lists.js';
import { supportPage } from './pages/support.js';
import { sources, trialPages } from './repository.js';
import { workspace } from './workspace.js';

/** All pages but those of the API reference. */
export async function allPages(): Promise<readonly Page[]> {
  const { guides, readmes } = sources();
  const places = placesOf([...guides, ...readmes]);
  const spoken = await workspace();
  const guidePages = markdownPages(guides, 'Guides', places);
  const packagePages = markdownPages(readmes, 'Packages', places);
  const catalog = catalogPages();
  const findings = findingPages(spoken, meanings(), trialsIn(trialPages()), places);
  return [
    ...guidePages,
    listPage('guides/index.html', 'Guides', 'How the project works, and how to work on it.', guidePages),
    listPage(entrances.Packages, 'Packages', 'Each can be installed and used by itself.', packagePages),
    ...packagePages,
    listPage(entrances.Catalog, 'Catalog', 'Every requirement of every edition, by its id.', catalog),
    ...catalog,
    listPage(entrances.Findings, 'Findings', 'Every code that a package can say, and what it means.', findings),
    ...findings,
    supportPage(spoken),
  ];
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function searchScript(): string {
  const entry = join(import.meta.dirname, 'assets/search.ts');
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, format: 'esm', minify: true, write: false });
  return outputFiles[0]?.text ?? '';
}

/** Writes the site, without the API reference. Refuses a site with links that lead nowhere. */
export async function writeSite(folder: string): Promise<readonly Page[]> {
  const pages = await allPages();
  const texts = new Map(pages.map((page) => [page.path, framed(page)]));
  const files = new Set(['site.css', 'search.js', entrances.API]);
  const broken = brokenLinks(texts, files);
  if (broken.length > 0)
    throw new Error(`links that lead nowhere:\n${broken.map(({ from, to }) => `${from}: ${to}`).join('\n')}`);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of texts) write(folder, path, text);
  write(folder, 'site.css', readFileSync(join(import.meta.dirname, 'assets/site.css'), 'utf8'));
  write(folder, 'search.js', searchScript());
  const searched = pages.flatMap(({ path, title, section, keywords }) =>
    keywords === undefined ? [] : [{ path, title, section, keywords }],
  );
  write(folder, 'search.json', JSON.stringify(searched));
  return pages;
}
