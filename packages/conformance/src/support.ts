import type { Outcome, Renderer } from '@azureml-firewall/renderer-kit';
import { render } from '@azureml-firewall/renderer-kit';
import { fixtures } from './fixtures/index.js';

/** What a renderer makes of one entry of a fixture. */
export interface Supported {
  readonly fixture: string;
  /** `outbound *.example.com tcp/443`. */
  readonly entry: string;
  readonly outcome: Outcome;
  /** Why it is not exact. */
  readonly code?: string;
}

/** The verdicts of a renderer on all fixtures: the rows of a table of support that can't say other than the code does. */
export function supportOf<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  options: Partial<Options> = {},
): readonly Supported[] {
  return fixtures.flatMap(({ id, policy }) => {
    const { outcomes } = render(renderer, policy, options);
    return outcomes.map(({ entry, outcome, finding }) => ({
      fixture: id,
      entry,
      outcome,
      ...(finding && { code: finding.code }),
    }));
  });
}
