import type { Requirement } from '@azureml-firewall/catalog';
import type { Level } from './data-change.js';
import { reachChange } from './reach.js';

const necessities: readonly Requirement['necessity'][] = ['optional', 'recommended', 'required'];

function list(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(one));
  return value === undefined ? [] : [JSON.stringify(value)];
}

/** What has gone from, and what has come to, the parts that a plan is made of beside the facts. */
function settings({ coveredBy, width }: Requirement): readonly string[] {
  const widths = Object.entries(width ?? {}).flatMap(([name, value]) => list(value).map((one) => `${name} ${one}`));
  return [...list(coveredBy), ...widths];
}

/** What a change of one requirement within an edition asks of the next version. */
export function requirementLevel(before: Requirement | undefined, after: Requirement | undefined): Level {
  if (!after) return 'breaking';
  if (!before) return 'addition';
  const reach = reachChange(before, after);
  const [old, now] = [settings(before), settings(after)];
  const [was, is] = [before, after].map(({ necessity }) => necessities.indexOf(necessity));
  const moved = before.scope !== after.scope || before.direction !== after.direction;
  if (reach.less || moved || (is ?? 0) < (was ?? 0) || old.some((one) => !now.includes(one))) return 'breaking';
  const regrouped = before.collection !== after.collection;
  return reach.more || regrouped || is !== was || now.some((one) => !old.includes(one)) ? 'addition' : 'editorial';
}
