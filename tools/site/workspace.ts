import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '@azureml-firewall/rule-model';
import type { Renderer } from '@azureml-firewall/renderer-kit';
import { packages, root } from './repository.js';

/** What a package says and renders, found by looking at what it exports. */
export interface Spoken {
  readonly name: string;
  readonly messages: Messages;
  readonly renderers: readonly Renderer<unknown, unknown, object>[];
}

function isRenderer(value: unknown): value is Renderer<unknown, unknown, object> {
  return (
    typeof value === 'object' && value !== null && ['id', 'lower', 'assemble', 'print'].every((key) => key in value)
  );
}

function isMessages(name: string, value: unknown): value is Messages {
  return name.endsWith('Messages') && typeof value === 'object' && value !== null;
}

async function spokenBy(folder: string): Promise<Spoken> {
  const { name, exports } = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports?: Readonly<Record<string, unknown>>;
  };
  const exported = exports?.['.'] === undefined ? {} : ((await import(name)) as Readonly<Record<string, unknown>>);
  const entries = Object.entries(exported);
  const renderers = entries.flatMap(([, value]) => (isRenderer(value) ? [value] : []));
  const tables = [
    ...entries.flatMap(([key, value]) => (isMessages(key, value) ? [value] : [])),
    ...renderers.map(({ messages }) => messages),
  ];
  return { name: folder, renderers, messages: Object.assign({}, ...tables) as Messages };
}

/** What the packages say, in the order of their names. */
export async function workspace(): Promise<readonly Spoken[]> {
  return Promise.all(packages.map(spokenBy));
}
