/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import type { Policy } from '@azureml-firewall/rule-model';
import type { Extra, OwnCase, OwnCases } from '../adapter.js';
import { folder } from './folder.js';

/** How files of a case become values; they throw for what is none. */
export interface CaseParsers<Options> {
  readonly policy: (value: unknown) => Policy;
  readonly options: (value: unknown) => Partial<Options>;
  /** Whether expected files are replaced by what is printed now. */
  readonly update?: boolean;
}

const given = ['policy.json', 'options.json', 'previous.json', 'also.json'];
const extras: readonly Extra[] = ['undo', 'feeds'];

function isExtra(value: unknown): value is Extra {
  return extras.some((extra) => extra === value);
}

function readJson(file: URL): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function alsoIn(file: URL): readonly Extra[] {
  const listed = readJson(file) ?? [];
  if (!Array.isArray(listed) || !listed.every(isExtra))
    throw new Error(`${file.pathname}: expected a list of ${extras.join(', ')}`);
  return listed;
}

/**
 * Cases of the vendor's own, a folder each in `root`, which has to end with a slash: `policy.json`, and where they are
 * needed `options.json`, `previous.json` (the policy before an update) and `also.json` (`["undo", "feeds"]`).
 * All other files are what is expected.
 */
export function ownCases<Options>(
  root: URL,
  { policy, options, update = false }: CaseParsers<Options>,
): OwnCases<Options> {
  const expected = folder(root, { update, given });
  const cases = expected.names().map((name): OwnCase<Options> => {
    const at = (file: string): URL => new URL(`${name}/${file}`, root);
    const previous = readJson(at('previous.json'));
    return {
      name,
      policy: policy(readJson(at('policy.json'))),
      options: options(readJson(at('options.json')) ?? {}),
      ...(previous !== undefined && { previous: policy(previous) }),
      also: alsoIn(at('also.json')),
    };
  });
  return { cases, expected };
}
