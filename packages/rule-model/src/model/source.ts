import type { Cidr, ServiceTag } from './destination.js';

/** Any address: said openly, since an empty list of sources is never taken to mean it. */
export interface AnySource {
  readonly kind: 'any';
}

/** Where traffic comes from. */
export type Source = AnySource | Cidr | ServiceTag;

/** Shows a source as a person writes it: `10.20.0.0/16`, `AzureMachineLearning`, `*`. */
export function sourceText(source: Source): string {
  switch (source.kind) {
    case 'any':
      return '*';
    case 'cidr':
      return source.prefix;
    case 'service-tag':
      return source.tag;
  }
}
