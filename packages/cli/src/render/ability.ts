import { Refusal } from '../refusal.js';
import { loadTarget, targetNames, type Ability, type TargetName } from '../targets.js';

/** Refuses what a target of the words is not able to do, and says which targets are. */
export async function refuseUnable(ability: Ability, named: readonly TargetName[]): Promise<void> {
  const all = await Promise.all(targetNames.map(async (name) => ({ name, target: await loadTarget(name) })));
  const able = all.filter(({ target }) => target.abilities.includes(ability)).map(({ name }) => name);
  const unable = named.filter((name) => !able.includes(name));
  if (unable.length === 0) return;
  const words = { undo: '--undo', update: 'an update', feeds: '--feeds' } as const;
  throw new Refusal(
    `--target: found ${unable.join(', ')}, for which there is no ${ability}; expected with ${words[ability]} only ${able.join(', ')}`,
  );
}
