import type { Policy } from '@azureml-firewall/rule-model';
import type { Ready } from '../input/read-options.js';
import type { TargetFiles } from './target-files.js';

/** The commands that take away what each target renders of a policy. */
export function undoFiles(ready: readonly Ready[], policy: Policy): readonly TargetFiles[] {
  return ready.map(({ name, undo }) => ({ target: name, artifacts: undo(policy) }));
}

/** The commands from one policy to another, by target; no file where nothing changes. */
export function updateFiles(ready: readonly Ready[], previous: Policy, next: Policy): readonly TargetFiles[] {
  return ready.map(({ name, update }) => ({ target: name, artifacts: update(previous, next) }));
}

/** The way back from an update, in a folder of its own. */
export function backOutFiles(ready: readonly Ready[], previous: Policy, next: Policy): readonly TargetFiles[] {
  return updateFiles(ready, next, previous).map(({ target, artifacts }) => ({
    target,
    artifacts: artifacts.map((artifact) => ({ ...artifact, path: `back-out/${artifact.path}` })),
  }));
}
