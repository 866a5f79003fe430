/** A page of the site, before it gets its frame. */
export interface Page {
  /** Where it is written, with forward slashes: `catalog/storage-hosts.html`. */
  readonly path: string;
  readonly title: string;
  /** The part of the site that it belongs to, as in the navigation. */
  readonly section: Section;
  /** What stands between the navigation and the foot: HTML that is safe already. */
  readonly body: string;
  /** What is searched beside the title: hosts, tags, ports, codes. Absent for pages that are not searched for. */
  readonly keywords?: string;
}

/** The parts of the site, in the order of the navigation. */
export const sections = ['Guides', 'Packages', 'Catalog', 'Findings', 'Support', 'API'] as const;

/** One of the {@link sections}. */
export type Section = (typeof sections)[number];

/** The first page of each part. */
export const entrances: Readonly<Record<Section, string>> = {
  Guides: 'guides/index.html',
  Packages: 'packages/index.html',
  Catalog: 'catalog/index.html',
  Findings: 'findings/index.html',
  Support: 'support.html',
  API: 'api/index.html',
};

/** From one page of the site to another, as the first writes it. */
export function relativeLink(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}
