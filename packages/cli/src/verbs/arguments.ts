import { editions, type EditionId, type PlanOptions } from '@azureml-firewall/catalog';
import { Option } from 'commander';

/** What the verbs that plan have in common. */
export interface PlanArguments {
  readonly profile: string;
  readonly edition?: EditionId;
  readonly addressing?: NonNullable<PlanOptions['addressing']>;
}

const addressings: readonly NonNullable<PlanOptions['addressing']>[] = ['service-tags', 'hosts', 'both'];

/** `--edition`: one of the dates that the catalog holds. */
export function editionOption(): Option {
  return new Option('--edition <date>', 'edition of the requirements (default: the newest)').choices(
    editions.map(({ id }) => id),
  );
}

/** `--addressing`: one of the forms that a requirement can take. */
export function addressingOption(): Option {
  return new Option('--addressing <form>', 'service tags, host names, or both where the edition prints both').choices(
    addressings,
  );
}

/** The part of the arguments that `plan` of the catalog takes. */
export function planOptions({ edition, addressing }: PlanArguments): PlanOptions {
  return { ...(edition && { edition }), ...(addressing && { addressing }) };
}
