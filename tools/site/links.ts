import { posix } from 'node:path';

/** A link inside the site that leads nowhere. */
export interface BrokenLink {
  readonly from: string;
  readonly to: string;
}

/** The links of written pages that lead to no page or anchor of the site. Pages by path; other files by path alone. */
export function brokenLinks(pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): readonly BrokenLink[] {
  const anchors = new Map(
    [...pages].map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  return [...pages].flatMap(([from, text]) =>
    [...text.matchAll(/ (?:href|src)="([^"]+)"/g)].flatMap(([, to = '']) => {
      if (/^[a-z]+:/.test(to)) return [];
      const [path = '', anchor] = to.split('#');
      const target = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), path));
      if (!pages.has(target)) return files.has(target) ? [] : [{ from, to }];
      return anchor === undefined || anchors.get(target)?.has(anchor) === true ? [] : [{ from, to }];
    }),
  );
}
