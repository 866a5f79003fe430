import type { Policy } from '@azureml-firewall/rule-model';
import type { Artifact } from './contract/artifact.js';
import type { Context, Renderer } from './contract/renderer.js';
import { modelOf } from './render.js';
import { RenderError } from './render-error.js';
import { settleOptions } from './settle-options.js';

/** What a renderer knows beside its model. */
export function contextOf<Options>(policy: Policy, options: Options): Context<Options> {
  const { cloud, region, edition } = policy;
  return { cloud, region, edition, policy, options };
}

/**
 * The commands that remove what `render` would have made of a policy, and nothing else.
 * @throws RenderError as `render` does, and for a renderer that can't.
 */
export function renderUndo<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  policy: Policy,
  options: Partial<Options> = {},
): readonly Artifact[] {
  if (!renderer.undo) throw new RenderError(`${renderer.id} prints no undo`, ['expected a renderer that has "undo"']);
  const all = settleOptions(renderer, options);
  return renderer.undo(modelOf(renderer, policy, options), contextOf(policy, all));
}

/**
 * The fewest commands from what `render` made of the previous policy to what it makes of the next one, with the same
 * options. No artifacts when nothing changes.
 * @throws RenderError as `render` does, and for a renderer that can't.
 */
export function renderUpdate<Node, Model, Options, Code extends string>(
  renderer: Renderer<Node, Model, Options, Code>,
  previous: Policy,
  next: Policy,
  options: Partial<Options> = {},
): readonly Artifact[] {
  if (!renderer.update)
    throw new RenderError(`${renderer.id} prints no updates`, ['expected a renderer that has "update"']);
  const all = settleOptions(renderer, options);
  const [before, after] = [modelOf(renderer, previous, options), modelOf(renderer, next, options)];
  return renderer.update(before, after, contextOf(next, all));
}
