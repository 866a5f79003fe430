import type { Edition } from '@azureml-firewall/catalog';

/** All data of a catalog that has a meaning for versions. */
export interface CatalogData {
  /** Oldest first. */
  readonly editions: readonly Edition[];
  /** JSON Schemas by the names of their files. */
  readonly schemas: Readonly<Record<string, unknown>>;
  /** Names of regions. */
  readonly regions: readonly string[];
}

/** A catalog that holds nothing: what the first release is compared with. */
export const emptyCatalog: CatalogData = { editions: [], schemas: {}, regions: [] };
