import type { Diagnostic, Policy } from '@azureml-firewall/rule-model';
import type { Artifact, OutcomeRecord } from '@azureml-firewall/renderer-kit';
import type { Way, World } from '../net/world.js';

/** What a renderer made of a policy, as far as the lab looks at it. */
export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A gateway that runs what was rendered. */
export interface Running {
  /** Takes it down; says what it left behind. */
  readonly stop: () => Promise<readonly string[]>;
  /** What did not hold while it came up. */
  readonly faults: readonly string[];
}

/** A policy, ready to be run. */
export interface Prepared {
  readonly rendered: Rendered;
  /** Loads files, the rendered ones or those with a change, into the gateway. Throws when they don't load. */
  readonly start: (world: World, artifacts: readonly Artifact[]) => Promise<Running>;
}

/** One way to run a policy: a renderer with options, and the programs that read what it prints. */
export interface BackEnd {
  readonly id: string;
  readonly title: string;
  /** How clients go through it. */
  readonly way: Way;
  readonly prepare: (policy: Policy) => Prepared;
  /** The workspaces that it differs on; all where nothing is said. */
  readonly only?: readonly string[];
}
