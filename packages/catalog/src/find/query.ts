import { regions } from '../region.js';

/** What a text may mean: it is looked up as each of these. */
export interface Query {
  /** `tcp/8787`, or `8787` for any protocol. */
  readonly port?: string;
  /** The name of a service tag in lower case, without a region. */
  readonly tag: string;
  /** A host, wildcard or domain in lower case, without scheme and path. */
  readonly host: string;
}

function tagSuffixes(): ReadonlySet<string> {
  const all = regions.flatMap(({ name, tagSuffix, azureCloudSuffix = name }) => [tagSuffix, azureCloudSuffix]);
  return new Set(all.map((one) => one.toLowerCase()));
}

const suffixes: ReadonlySet<string> = /* @__PURE__ */ tagSuffixes();

const placeholders = new Set(['<region>', '<paired-region>', 'region']);

/** `Storage.EastUS2` and `Storage.<region>` are both the tag `storage`; other dots belong to the name. */
export function withoutRegion(tag: string): string {
  const lower = tag.toLowerCase();
  const dot = lower.lastIndexOf('.');
  const suffix = lower.slice(dot + 1);
  return dot > 0 && (placeholders.has(suffix) || suffixes.has(suffix)) ? lower.slice(0, dot) : lower;
}

/** Reads what somebody looks for. */
export function parseQuery(text: string): Query {
  const trimmed = text.trim();
  const host = trimmed
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[:/].*$/, '')
    .replace(/\.$/, '');
  const port = /^((tcp|udp|any)\/)?\d+(-\d+)?$/.test(trimmed) ? trimmed.toLowerCase() : undefined;
  return { tag: withoutRegion(trimmed), host, ...(port !== undefined && { port }) };
}
