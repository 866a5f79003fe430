import type { Cloud, Direction, Necessity } from '@azureml-firewall/rule-model';
import type { Predicate } from '../predicate.js';
import type { Role } from '../profile/profile.js';

/** What requirements belong to, so that they can be selected. */
export const scopes = [
  'workspace',
  'automl',
  'monitoring',
  'python',
  'pytorch',
  'tensorflow',
  'r',
  'rstudio',
  'vscode',
  'kubernetes',
  'aks',
  'arc',
] as const;

/** One of the {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** A page that facts come from. */
export interface SourcePage {
  /** Short name that {@link Place} uses: `article`. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** The date that the page itself carries. */
  readonly date: string;
  /** What its date does not tell: whether it said the same at the date of the edition. */
  readonly note?: string;
}

/** Where a fact is printed: a section of a page, and the row of its table or list, counted from 1. */
export interface Place {
  readonly source: string;
  readonly section: string;
  readonly row?: number;
}

/** What of a fact is not printed but follows from something else on the page. */
export type Inferred = 'ports' | 'protocol' | 'cloud' | 'direction';

/**
 * One destination (or, inbound, one source) by its services in some clouds, as printed at its places. A fact with neither
 * host nor tag is one whose pages name ports without saying what they lead to.
 */
export interface Fact {
  /**
   * A host pattern, an address or a service tag by its real name, with placeholders: `<storage>.blob.core.windows.net`,
   * `<api-server>`, `Storage.<region>`. `<dns>` stands for each DNS server of the profile.
   */
  readonly host?: string;
  readonly tag?: string;
  /** The spelling of the source, where it is not the real name. */
  readonly printed?: string;
  /** Other destinations that the page offers for the same need, as printed: `*:1194`, `RegionCIDRs:1194`. One is enough. */
  readonly alternatives?: readonly string[];
  readonly clouds: readonly Cloud[];
  /** `tcp/443`, `udp/5831`, `any/443`. */
  readonly ports: readonly string[];
  readonly inferred?: readonly Inferred[];
  /** Who opens it, where that is not everybody of its requirement. */
  readonly roles?: readonly Role[];
  readonly when?: Predicate;
  readonly at: readonly Place[];
}

/** How data could leave through what a requirement opens, and what can be done about it. */
export interface Exfiltration {
  /** In one line, as it is printed beside the rule. */
  readonly risk: string;
  readonly why: string;
  readonly mitigation: string;
  /** Address of the page that says so. */
  readonly source: string;
}

/** Where the sources leave a choice of how wide to open. */
export interface Width {
  /** Requirements that stand in for this one where only the workspace's own accounts may be reached. */
  readonly strict?: readonly string[];
  /**
   * Beginnings of the hosts that they stand in for, all where none are given: the pages name the workspace's own account
   * for blobs, Data Lake files and file shares, and never for tables and queues, whose hosts stay as wide as published.
   */
  readonly within?: readonly string[];
  /** The tag that is used in place of a regional one where the region may not be relied on. */
  readonly broad?: string;
  /** The risk that the wider tag brings, in one line. */
  readonly broadRisk?: string;
}

/** One need with a stable id, the same in every edition. */
export interface Requirement {
  readonly id: string;
  /** Group of rules: `identity`, `storage`. */
  readonly collection: string;
  /** What it belongs to, for selecting: `workspace`, `python`, `vscode`, `kubernetes`, `aks`, `arc`. */
  readonly scope: Scope;
  readonly direction: Direction;
  /** What it is for, in one line; `purposes/ja.json` of this package says it in Japanese, by id. */
  readonly purpose: string;
  readonly necessity: Necessity;
  /** Who opens the connection; for inbound needs, who receives it. All of its facts together: some are for fewer. */
  readonly roles: readonly Role[];
  /** Of hosts: the service tags whose addresses carry the same need, by their names with `<region>` where they have one. */
  readonly coveredBy?: readonly string[];
  /** Of a service tag: the requirements of this edition that ask for the same by hosts. */
  readonly standsFor?: readonly string[];
  readonly exfiltration?: Exfiltration;
  readonly width?: Width;
  readonly facts: readonly Fact[];
}

/** A user-defined route: by service tag, and by the prefixes of regional tags where a tag can't be named. */
export interface RouteFact {
  readonly id: string;
  readonly purpose: string;
  /** `AzureMachineLearning`, `BatchNodeManagement.<region>`. */
  readonly tag: string;
  /** `AzureMachineLearning.<region>`, `AzureMachineLearning.<paired-region>`. */
  readonly byAddress: readonly string[];
  readonly when?: Predicate;
  readonly at: readonly Place[];
}

/** Another page whose requirements come on top under a condition. */
export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly when: Predicate;
}

/** What must hold beside rules and routes, or what is allowed is of no use. */
export interface Prerequisite {
  readonly id: string;
  /** What to see to, in one line. */
  readonly text: string;
  readonly when: Predicate;
  readonly at: readonly Place[];
}

/** Official pages that contradict each other, and what this catalog does about it. */
export interface Dispute {
  readonly id: string;
  /** Requirements that use the disputed fact. */
  readonly requirements: readonly string[];
  readonly clouds: readonly Cloud[];
  /** What each page says. */
  readonly statements: readonly { readonly says: string; readonly source: string }[];
  /** What is done here, and what a reader can do, in one line. */
  readonly resolution: string;
  /** When a plan has to point it out. */
  readonly when?: Predicate;
}

/** Traffic inside a Kubernetes cluster that network policies must let pass: no matter for a firewall around it. */
export interface InClusterTraffic {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Absent where the page names none. */
  readonly ports?: readonly string[];
  readonly when: Predicate;
  readonly at: readonly Place[];
}

/** A group of requirements, in the order in which their rules stand. */
export interface Collection {
  readonly id: string;
  readonly title: string;
}

/** All that one edition of the requirements says. */
export interface Edition {
  /** The date that the article carries: `2021-09-14`. */
  readonly edition: string;
  readonly title: string;
  readonly sources: readonly SourcePage[];
  readonly collections: readonly Collection[];
  readonly requirements: readonly Requirement[];
  readonly routes: readonly RouteFact[];
  readonly references: readonly Reference[];
  readonly prerequisites: readonly Prerequisite[];
  readonly disputes: readonly Dispute[];
  readonly inCluster: readonly InClusterTraffic[];
}
