import type { Cloud, DestinationKind, Destinations, Entry, Policy, Refusal } from '@azureml-firewall/rule-model';
import type { Artifact } from './artifact.js';
import type { Finding, Lowered, NonEmpty, Outcome } from './verdict.js';

/** What a renderer may know beside the entry at hand. */
export interface Context<Options> {
  readonly cloud: Cloud;
  readonly region: string;
  readonly edition: string;
  readonly policy: Policy;
  readonly options: Options;
}

/** An entry with the nodes that were made for it. Omitted entries are not placed. */
export interface Placed<Node> {
  readonly entry: Entry;
  readonly outcome: Exclude<Outcome, 'omitted'>;
  readonly nodes: NonEmpty<Node>;
}

/** A verdict that only the whole shows: an entry that a limit or the vendor's order of processing changes. */
export interface Revision<Code extends string> {
  /** Id of the entry. */
  readonly entry: string;
  readonly outcome: Exclude<Outcome, 'exact'>;
  readonly finding: Finding<Code>;
}

/** The vendor's own model of all that was placed. */
export interface Assembled<Model, Code extends string> {
  readonly model: Model;
  /** What a reader should know of the whole: each becomes a warning. */
  readonly findings: readonly Finding<Code>[];
  readonly revisions?: readonly Revision<Code>[];
}

/** The answers of a renderer, one for each kind of destination. */
export type Lowering<Node, Options, Code extends string> = {
  readonly [Kind in DestinationKind]: (
    entry: Entry<Destinations[Kind]>,
    context: Context<Options>,
  ) => Lowered<Node, Code>;
};

/**
 * A back end: `lower` answers per entry and stays tiny, `assemble` decides grouping, names and limits, `print` decides
 * nothing and does all quoting. Pure functions on plain data.
 */
export interface Renderer<Node, Model, Options, Code extends string = string> {
  /** The target's name: `azure-firewall`. */
  readonly id: string;
  /** Texts of the findings, with names of data in braces. */
  readonly messages: Readonly<Record<Code, string>>;
  readonly defaults: Options;
  /**
   * Names of the options that have no default. A name that stands neither here nor in `defaults` is refused, and so is a
   * value of another kind than its default (text, number, list, …): `checkOptions` sees neither.
   */
  readonly optionsWithoutDefault?: readonly (keyof Options)[];
  /** Why options may not be used; their names end up in the vendor's text. Empty when all is well. */
  readonly checkOptions: (options: Options) => readonly OptionFault[];
  readonly lower: Lowering<Node, Options, Code>;
  readonly assemble: (placed: readonly Placed<Node>[], context: Context<Options>) => Assembled<Model, Code>;
  readonly print: (model: Model, context: Context<Options>) => readonly Artifact[];
  /** Commands that remove what `print` made, and nothing else. Their spans may be empty. */
  readonly undo?: (model: Model, context: Context<Options>) => readonly Artifact[];
  /** The fewest commands from one model to another; none when they are the same. Their spans may be empty. */
  readonly update?: (previous: Model, next: Model, context: Context<Options>) => readonly Artifact[];
  /** Plain lists that an existing object of the vendor follows: one address, host or URL on each line. */
  readonly feeds?: (model: Model, context: Context<Options>) => readonly Artifact[];
}

/** An option that is refused, by its path: `policyName`. */
export interface OptionFault {
  readonly path: string;
  readonly refusal: Refusal;
}

/** Any destination's answer, for code that handles all kinds alike. */
export type LowerAny<Node, Options, Code extends string> = (
  entry: Entry,
  context: Context<Options>,
) => Lowered<Node, Code>;
