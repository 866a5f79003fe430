/** The lines of a text that carry an entry, counted from 1, both included. */
export interface Span {
  /** Id of the entry. */
  readonly entry: string;
  readonly from: number;
  readonly to: number;
}

/** A file to be handed to the vendor's tools. */
export interface Artifact {
  /** Relative, with forward slashes: `rule-collection-group.json`. */
  readonly path: string;
  /** Ends with a line feed. */
  readonly text: string;
  readonly spans: readonly Span[];
}
