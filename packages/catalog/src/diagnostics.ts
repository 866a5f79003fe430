import type { Diagnostic, DiagnosticData, Messages, Severity } from '@azureml-firewall/rule-model';

/** The facts of each diagnostic of this package, by code. */
export interface CatalogDiagnosticData {
  readonly 'catalog/tag-renamed': { readonly requirement: string; readonly printed: string; readonly tag: string };
  readonly 'catalog/missing-name': {
    readonly requirement: string;
    readonly destination: string;
    readonly fields: readonly string[];
  };
  readonly 'catalog/no-source': { readonly requirement: string; readonly roles: readonly string[] };
  readonly 'catalog/unknown-tag': { readonly tag: string };
  readonly 'catalog/no-destination': { readonly requirement: string; readonly ports: readonly string[] };
  readonly 'catalog/exfiltration-path': {
    readonly requirement: string;
    readonly risk: string;
    readonly mitigation: string;
    readonly source: string;
  };
  readonly 'catalog/disputed': {
    readonly dispute: string;
    readonly requirements: readonly string[];
    readonly statements: readonly string[];
    readonly resolution: string;
  };
  readonly 'catalog/narrowed': {
    readonly requirement: string;
    readonly destinations: readonly string[];
    readonly insteadOf: readonly string[];
  };
  readonly 'catalog/kept-wide': { readonly requirement: string; readonly destinations: readonly string[] };
  readonly 'catalog/not-narrowed': { readonly requirement: string; readonly standIns: readonly string[] };
  readonly 'catalog/broadened': { readonly requirement: string; readonly tag: string };
  readonly 'catalog/prerequisite': { readonly prerequisite: string; readonly text: string; readonly source: string };
  readonly 'catalog/in-cluster-traffic': { readonly count: number; readonly traffic: readonly string[] };
  readonly 'catalog/cluster-not-attached': { readonly field: string };
  readonly 'catalog/any-source': { readonly field: string };
  readonly 'catalog/page-not-included': { readonly title: string; readonly url: string };
  readonly 'catalog/no-paired-region': { readonly route: string; readonly region: string };
  readonly 'catalog/region-suffix-unverified': { readonly region: string; readonly suffix: string };
  readonly 'catalog/region-not-ordinary': { readonly region: string; readonly status: string };
  readonly 'catalog/live-incomplete': { readonly hosts: number };
  readonly 'catalog/live-protocol-assumed': { readonly hosts: number; readonly protocol: string };
  readonly 'catalog/live-foreign-cloud': { readonly host: string; readonly home: string; readonly cloud: string };
  readonly 'catalog/live-several-categories': { readonly host: string; readonly categories: readonly string[] };
  readonly 'catalog/live-other-place': { readonly planned: string; readonly live: string };
  readonly 'catalog/live-only': { readonly destination: string; readonly service: string };
  readonly 'catalog/live-other-service': {
    readonly destination: string;
    readonly service: string;
    readonly requirements: readonly string[];
    readonly planned: readonly string[];
  };
  readonly 'catalog/live-narrowed': {
    readonly requirement: string;
    readonly destination: string;
    readonly service: string;
    readonly narrowedBy: readonly string[];
  };
  readonly 'catalog/live-unsaid': { readonly count: number };
  readonly 'catalog/live-not-comparable': { readonly destinations: readonly string[] };
}

/** A code of this package. */
export type CatalogCode = keyof CatalogDiagnosticData;

/** The one table of severities. */
const severities: Readonly<Record<CatalogCode, Severity>> = {
  'catalog/tag-renamed': 'info',
  'catalog/missing-name': 'warning',
  'catalog/no-source': 'warning',
  'catalog/unknown-tag': 'warning',
  'catalog/no-destination': 'warning',
  'catalog/exfiltration-path': 'warning',
  'catalog/disputed': 'warning',
  'catalog/narrowed': 'warning',
  'catalog/kept-wide': 'warning',
  'catalog/not-narrowed': 'warning',
  'catalog/broadened': 'warning',
  'catalog/prerequisite': 'info',
  'catalog/in-cluster-traffic': 'info',
  'catalog/cluster-not-attached': 'warning',
  'catalog/any-source': 'warning',
  'catalog/page-not-included': 'warning',
  'catalog/no-paired-region': 'warning',
  'catalog/region-suffix-unverified': 'warning',
  'catalog/region-not-ordinary': 'warning',
  'catalog/live-incomplete': 'warning',
  'catalog/live-protocol-assumed': 'info',
  'catalog/live-foreign-cloud': 'warning',
  'catalog/live-several-categories': 'info',
  'catalog/live-other-place': 'warning',
  'catalog/live-only': 'warning',
  'catalog/live-other-service': 'warning',
  'catalog/live-narrowed': 'info',
  'catalog/live-unsaid': 'info',
  'catalog/live-not-comparable': 'info',
};

/** A diagnostic of this package: its severity comes from the table, its facts are those of its code. */
export function diagnose<Code extends CatalogCode>(
  code: Code,
  data: CatalogDiagnosticData[Code] & DiagnosticData,
): Diagnostic<CatalogCode> {
  return { code, severity: severities[code], data };
}

/** The texts of this package's diagnostics. */
export type CatalogMessages = Messages<CatalogCode>;
