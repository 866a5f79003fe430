import MiniSearch from 'minisearch';

interface Entry {
  readonly path: string;
  readonly title: string;
  readonly section: string;
}

const root = document.querySelector<HTMLScriptElement>('script[data-root]')?.dataset['root'] ?? '';
const input = document.querySelector<HTMLInputElement>('#search');
const results = document.querySelector<HTMLOListElement>('#results');

/** Hosts, codes and ports as a whole and by their parts, so that `blob.core` and `5831` are found. */
function tokens(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,()<>]+/)
    .map((word) => word.replace(/^[.*-]+|[.*-]+$/g, ''));
  return words.flatMap((word) => [word, ...word.split(/[./:*-]+/)]).filter((word) => word !== '');
}

async function load(): Promise<MiniSearch<Entry>> {
  const response = await fetch(`${root}search.json`);
  const index = new MiniSearch<Entry>({
    idField: 'path',
    fields: ['title', 'keywords'],
    storeFields: ['path', 'title', 'section'],
    tokenize: tokens,
  });
  index.addAll((await response.json()) as Entry[]);
  return index;
}

function item({ path, title, section }: Entry): HTMLLIElement {
  const [line, link, part] = [
    document.createElement('li'),
    document.createElement('a'),
    document.createElement('span'),
  ];
  link.href = `${root}${path}`;
  link.textContent = title;
  part.textContent = ` ${section}`;
  line.append(link, part);
  return line;
}

let index: Promise<MiniSearch<Entry>> | undefined;

async function show(text: string): Promise<void> {
  index ??= load();
  const found =
    text.trim() === '' ? [] : (await index).search(text, { prefix: true, combineWith: 'AND', boost: { title: 2 } });
  if (!results || input?.value !== text) return;
  results.replaceChildren(...found.slice(0, 20).map((one) => item(one as unknown as Entry)));
  results.hidden = found.length === 0;
}

input?.addEventListener('input', () => {
  void show(input.value);
});
