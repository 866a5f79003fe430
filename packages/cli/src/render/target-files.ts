import type { Artifact } from '@azureml-firewall/renderer-kit';

/** Files of one target. */
export interface TargetFiles {
  readonly target: string;
  readonly artifacts: readonly Artifact[];
}
