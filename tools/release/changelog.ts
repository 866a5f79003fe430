/** What one version of a package says in its changelog. */
export interface ChangelogSection {
  readonly version: string;
  readonly text: string;
}

/** The sections of a changelog as `changeset version` writes it, the newest first. */
export function changelogSections(markdown: string): readonly ChangelogSection[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { version: part.slice(0, end).trim(), text: part.slice(end + 1).trim() };
    });
}
