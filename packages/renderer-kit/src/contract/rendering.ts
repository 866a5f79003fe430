import type { Diagnostic } from '@azureml-firewall/rule-model';
import type { Artifact } from './artifact.js';
import type { Finding, Outcome } from './verdict.js';

/** The verdict on one entry, as it is written to `outcomes.json`. */
export interface OutcomeRecord<Code extends string = string> {
  readonly target: string;
  readonly entry: string;
  readonly rule: string;
  readonly destination: string;
  readonly service: string;
  readonly outcome: Outcome;
  readonly finding?: Finding<Code>;
  /** The file and the lines in it that carry the entry. */
  readonly artifact?: string;
  readonly lines?: readonly [from: number, to: number];
}

/** All that a renderer makes of a policy: one outcome for each entry, neither more nor less. */
export interface Rendering<Model, Code extends string = string> {
  readonly target: string;
  readonly artifacts: readonly Artifact[];
  readonly outcomes: readonly OutcomeRecord<Code>[];
  readonly diagnostics: readonly Diagnostic<Code>[];
  readonly model: Model;
}
