import type { Cloud } from '@azureml-firewall/rule-model';

/** A service tag as a document holds it. */
export interface TagRecord {
  /** The real name, in the document's own spelling: `Storage.EastUS2`. */
  readonly name: string;
  /** Azure's short name of the region (`germanywc`), not always the ARM name; empty for a tag that has none. */
  readonly region: string;
  readonly systemService: string;
  /** Counts the changes of this tag. */
  readonly changeNumber?: number;
  /** What can name the tag: `NSG`, `UDR`, `FW`. Absent where the document says nothing. */
  readonly networkFeatures?: readonly string[];
  /** Canonical prefixes, each once: IPv4 before IPv6, each by address. Empty where the document has none. */
  readonly prefixes: readonly string[];
}

/** Where a document comes from: the weekly download, or the network API and the CLI on top of it. */
export type DocumentKind = 'download' | 'api';

/** A checked service-tag document. Plain data. */
export interface ServiceTagDocument {
  readonly kind: DocumentKind;
  readonly cloud: Cloud;
  /** Counts the weeks of one cloud and one kind: numbers of different kinds or clouds can't be compared. */
  readonly changeNumber: number;
  /** How results name the document: `Public download 375`. */
  readonly label: string;
  /** In the document's order. */
  readonly tags: readonly TagRecord[];
}

/** The clouds as the documents spell them. */
const published: Readonly<Record<Cloud, string>> = { public: 'Public', usgov: 'AzureGovernment', china: 'China' };

/** Spellings of clouds in documents and in the environments of the CLI, in lower case. */
const spellings: Readonly<Record<string, Cloud>> = {
  public: 'public',
  azurepublic: 'public',
  azurecloud: 'public',
  azuregovernment: 'usgov',
  azureusgovernment: 'usgov',
  usgov: 'usgov',
  china: 'china',
  azurechina: 'china',
  azurechinacloud: 'china',
};

/** The cloud that a document means, or undefined. */
export function cloudNamed(text: string): Cloud | undefined {
  const name = text.toLowerCase();
  return Object.hasOwn(spellings, name) ? spellings[name] : undefined;
}

/** How results name a document. */
export function labelFor(cloud: Cloud, kind: DocumentKind, changeNumber: number): string {
  return `${published[cloud]} ${kind === 'api' ? 'API' : kind} ${changeNumber}`;
}
