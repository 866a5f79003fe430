import type { Terminal } from '../host.js';
import type { Draft } from './draft.js';
import { answerAny, answerOne, type FaultOf, type Question } from './question.js';

/** More options than these are searched by typing. */
const most = 10;

type Clack = typeof import('@clack/prompts');

/** What every prompt is given: where it is put, and when to give up waiting. */
interface Place extends Terminal {
  readonly signal: AbortSignal;
}

async function answer(
  question: Question,
  draft: Draft,
  place: Place,
  faultOf: FaultOf,
  clack: Clack,
): Promise<Draft | undefined> {
  const { message } = question;
  switch (question.kind) {
    case 'one-of': {
      const options = question.options(draft).map(({ name: value, label }) => ({ value, label }));
      const given = { ...place, message, options, maxItems: most, initialValue: question.chosen(draft) };
      const value = await (options.length > most ? clack.autocomplete(given) : clack.select(given));
      return clack.isCancel(value) ? undefined : answerOne(question, draft, value);
    }
    case 'any-of': {
      const options = question.options.map(({ name: value, label }) => ({ value, label }));
      const initialValues = question.options.filter(({ isOn }) => isOn(draft)).map(({ name }) => name);
      const values = await clack.multiselect({ ...place, message, options, initialValues, required: false });
      return clack.isCancel(values) ? undefined : answerAny(question, draft, values);
    }
    case 'words': {
      const validate = (text = ''): string | undefined => faultOf(question.apply(draft, text));
      const text = await clack.text({ ...place, message, placeholder: question.placeholder, validate });
      return clack.isCancel(text) ? undefined : question.apply(draft, text);
    }
  }
}

/** Whether a key is the one that ends the input. Not told by the prompts, which would wait for ever. */
function isEndOfInput(key: unknown): boolean {
  return (
    typeof key === 'object' && key !== null && 'ctrl' in key && key.ctrl === true && 'name' in key && key.name === 'd'
  );
}

/** Runs something until the input ends: by a key, or since the terminal is gone. */
async function untilEnd<Result>({ input }: Terminal, act: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  const press = (_: unknown, key: unknown): void => {
    if (isEndOfInput(key)) end();
  };
  // What has ended already does not say so again.
  if (input.destroyed || input.readableEnded) end();
  input.on('end', end).on('close', end).on('keypress', press);
  try {
    return await act(ending.signal);
  } finally {
    input.off('end', end).off('close', end).off('keypress', press);
  }
}

/** Puts questions to the person at a terminal. Returns what became of the draft, or nothing if that person broke off. */
export async function ask(
  questions: readonly Question[],
  start: Draft,
  terminal: Terminal,
  faultOf: FaultOf,
): Promise<Draft | undefined> {
  // Loaded only here: no other verb asks.
  const clack = await import('@clack/prompts');
  let draft = start;
  for (const question of questions) {
    if (question.asks?.(draft) === false) continue;
    const so = draft;
    // A signal of its own for each: the prompts leave their listeners on it.
    const answered = await untilEnd(terminal, (signal) =>
      answer(question, so, { ...terminal, signal }, faultOf, clack),
    );
    if (!answered) return undefined;
    draft = answered;
  }
  return draft;
}
