import type { Draft } from './draft.js';

interface Asked {
  readonly message: string;
  /** Whether it has to be asked at all. */
  readonly asks?: (draft: Draft) => boolean;
}

/** One of some answers, each with what it does to the draft. */
export interface OneOf extends Asked {
  readonly kind: 'one-of';
  readonly options: (draft: Draft) => readonly {
    readonly name: string;
    readonly label: string;
    readonly apply: (draft: Draft) => Draft;
  }[];
  /** The answer that the draft stands for already. */
  readonly chosen: (draft: Draft) => string;
}

/** Any of some answers, each of which is on or off. */
export interface AnyOf extends Asked {
  readonly kind: 'any-of';
  readonly options: readonly {
    readonly name: string;
    readonly label: string;
    readonly isOn: (draft: Draft) => boolean;
    readonly apply: (draft: Draft, on: boolean) => Draft;
  }[];
}

/** A text, such as a name. */
export interface Words extends Asked {
  readonly kind: 'words';
  readonly placeholder: string;
  readonly apply: (draft: Draft, text: string) => Draft;
}

/** A question as data: how it is put to a person is another matter. */
export type Question = OneOf | AnyOf | Words;

/** What is wrong with a draft in words, or nothing. */
export type FaultOf = (draft: Draft) => string | undefined;

/** The draft after an answer to a question with one answer. */
export function answerOne({ options }: OneOf, draft: Draft, name: string): Draft {
  return (
    options(draft)
      .find((option) => option.name === name)
      ?.apply(draft) ?? draft
  );
}

/** The draft after an answer to a question with any answers: those that are not named are off. */
export function answerAny({ options }: AnyOf, draft: Draft, names: readonly string[]): Draft {
  return options.reduce((so, option) => option.apply(so, names.includes(option.name)), draft);
}
