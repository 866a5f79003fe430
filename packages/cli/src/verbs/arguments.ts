import {
  editions,
  roles,
  type Addressing,
  type Breadth,
  type EditionId,
  type PlanEditionOptions,
  type PlanOptions,
  type Role,
} from '@azureml-firewall/catalog';
import { InvalidArgumentError, Option } from 'commander';
import { printable } from '../output/printable.js';
import { Refusal } from '../refusal.js';

/** How an edition is planned, as far as the words say. */
export interface WidthArguments {
  readonly addressing?: Addressing;
  readonly breadth?: Breadth;
  readonly roles?: readonly Role[];
}

/** How a workspace is planned, as far as the words say. */
export interface HowArguments extends WidthArguments {
  readonly edition?: EditionId;
}

/** What the verbs that plan have in common. */
export interface PlanArguments extends HowArguments {
  readonly profile: string;
}

const addressings: readonly Addressing[] = ['service-tags', 'hosts', 'both'];
const breadths: readonly Breadth[] = ['strict', 'balanced', 'broad'];
const editionIds = editions.map(({ id }) => id);

/** The newest edition: the default where none is named. */
export const newestEdition = editionIds.at(-1);

/** An option whose value is one of the dates that the catalog holds. */
export function editionOption(
  flags = '--edition <date>',
  description = 'edition of the requirements (default: the newest)',
): Option {
  return new Option(flags, description).choices(editionIds);
}

/** `a,b`, in the order of the catalog, each once. */
function parseRoles(text: string): readonly Role[] {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.find((name) => !(roles as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`Unknown role "${printable(unknown)}". Allowed are ${roles.join(', ')}.`);
  return roles.filter((role) => named.includes(role));
}

/** `--addressing`, `--breadth` and `--roles`: what of the requirements is planned, and how wide. */
export function widthOptions(): readonly Option[] {
  return [
    new Option('--addressing <form>', 'service tags, host names, or both where the edition prints both').choices(
      addressings,
    ),
    new Option(
      '--breadth <width>',
      "where the sources leave a choice: strict (the workspace's own accounts where the pages name them), balanced (as published) or broad (tags of all regions)",
    ).choices(breadths),
    new Option('--roles <names>', `only what these open connections for: ${roles.join(', ')}`).argParser(parseRoles),
  ];
}

/** The part of the arguments that says how an edition is planned. */
export function planEditionOptions({ addressing, breadth, roles: some }: WidthArguments): PlanEditionOptions {
  return { ...(addressing && { addressing }), ...(breadth && { breadth }), ...(some && { roles: some }) };
}

/** The part of the arguments that `plan` of the catalog takes. */
export function planOptions(given: HowArguments): PlanOptions {
  return { ...planEditionOptions(given), ...(given.edition && { edition: given.edition }) };
}

/** Refuses words on how to plan where there is nothing to plan. */
export function refuseHow(given: HowArguments): void {
  const [named] = Object.keys(planOptions(given));
  if (named !== undefined) throw new Refusal(`--${named}: says how a workspace is planned, expected --profile with it`);
}
