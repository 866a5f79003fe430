import type { Policy } from '@azureml-firewall/rule-model';
import { mebibyte, readBytes } from '../input/read-bytes.js';
import { refuseIssues } from '../input/issue.js';
import { issuesOf } from '../input/zod-issues.js';
import type { Ready } from '../input/read-options.js';
import { json } from '../output/json.js';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';
import { version } from '../version.js';

/** The name of the file. */
export const renderingFile = 'rendering.json';

/** What a run rendered: all that an update or undo of it needs to know later. */
export interface SavedRendering {
  /** Of this program: another may give objects other names. */
  readonly version: string;
  /** With the addresses of its service tags. */
  readonly policy: Policy;
  /** All options, by target. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The text of the file of this run. */
export function renderingText(policy: Policy, ready: readonly Ready[]): string {
  const options = Object.fromEntries(ready.map(({ name, options: chosen }) => [name, chosen]));
  return json({ version, policy, options });
}

/** All tags of the public cloud, once for each rule that names them, would still fit. */
const sizeLimit = 64 * mebibyte;

function parse(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal(`${name}: found no JSON, expected the ${renderingFile} of an earlier run`);
  }
}

/** Reads the file of an earlier run. */
export async function readRendering(file: string, cwd: string): Promise<SavedRendering> {
  const name = printable(file);
  const value = parse(await readBytes(file, cwd, sizeLimit), name);
  const z = await import('zod');
  const { policySchema } = await import('@azureml-firewall/rule-model/schema');
  const options = z.record(z.string(), z.record(z.string(), z.unknown()));
  const parsed = z.strictObject({ version: z.string(), policy: policySchema, options }).safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuseIssues({ file: name, value, placeOf: () => name }, issuesOf(parsed.error, value, [], []));
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/**
 * Refuses options that are not those of the earlier run: commands for other names or another place on the device would
 * find nothing there, or touch something else.
 */
export function refuseOtherOptions(saved: SavedRendering, ready: readonly Ready[], file: string): void {
  const lines = ready.flatMap(({ name, options }) => {
    const then = saved.options[name];
    if (!then) return [`${printable(file)}: found no ${name}, expected a run that rendered it`];
    const now = new Map<string, unknown>(Object.entries(options));
    return Object.entries(then)
      .filter(([option, value]) => text(value) !== text(now.get(option)))
      .map(
        ([option, value]) =>
          `options of ${name}: ${printable(option)}: found ${printable(text(now.get(option)))}, expected ${printable(text(value))} as in ${printable(file)}`,
      );
  });
  if (lines.length > 0) throw new Refusal(...lines);
}
