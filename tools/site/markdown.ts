import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { relativeLink } from './page.js';

/** A page in Markdown, by its path in the repository. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Where the pages of the repository stand in the site, by their paths in the repository. */
export type Places = ReadonlyMap<string, string>;

const repository = 'https://github.com/azureml-firewall/azureml-firewall/blob/main/';

/** A link as the site has it: to the page where there is one, else to the repository. */
function linkFrom({ file }: Source, page: string, places: Places, target: string): string {
  if (/^([a-z]+:|#)/.test(target)) return target;
  const [path = '', anchor] = target.split('#');
  const found = posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, '');
  const place = places.get(found) ?? places.get(`${found}/README.md`);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  return place === undefined ? `${repository}${found}` : `${relativeLink(page, place)}${hash}`;
}

/** The anchor of a heading, as the sites that show repositories make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** The HTML of a page in Markdown. HTML inside it is shown as text. */
export function rendered(source: Source, page: string, places: Places): string {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const tokens = markdown.parse(source.text.replace(/<!--[\s\S]*?-->\n?/g, ''), {});
  tokens.forEach((token, i) => {
    if (token.type === 'heading_open') token.attrSet('id', anchorOf(tokens[i + 1]?.content ?? ''));
    for (const child of token.children ?? []) {
      const target = child.type === 'link_open' ? child.attrGet('href') : null;
      if (target !== null) child.attrSet('href', linkFrom(source, page, places, String(target)));
    }
  });
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** The first heading of a page. */
export function titleOf({ file, text }: Source): string {
  return (/^# (.+)$/m.exec(text)?.[1] ?? file).replace(/[`*\\]/g, '');
}
