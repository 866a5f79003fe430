import type { Answer } from '../model.js';

/** Whether an answer is about a name; `*.x` asks for any name below x. */
function isAbout({ domain, names }: Answer, name: string): boolean {
  return name.endsWith(`.${domain}`) || (names === 'all' && name === domain);
}

/** Whether the resolver asks for a name: the longest domain decides, and `below` before `all`. */
export function resolves(answers: readonly Answer[], name: string): boolean {
  const about = answers.filter((answer) => isAbout(answer, name));
  const [best] = about.toSorted(
    (a, b) => b.domain.length - a.domain.length || (a.names === b.names ? 0 : a.names === 'below' ? -1 : 1),
  );
  return best?.asks ?? false;
}
