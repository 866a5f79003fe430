import type { Diagnostic, DiagnosticData, Messages, Severity } from '@azureml-firewall/rule-model';

/** The facts of each diagnostic of a plan, by code. */
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
  readonly 'catalog/narrowed': { readonly requirement: string; readonly insteadOf: readonly string[] };
  readonly 'catalog/not-narrowed': { readonly requirement: string; readonly standIns: readonly string[] };
  readonly 'catalog/broadened': { readonly requirement: string; readonly tag: string };
  readonly 'catalog/in-cluster-traffic': { readonly count: number };
  readonly 'catalog/any-source': { readonly field: string };
  readonly 'catalog/page-not-included': { readonly title: string; readonly url: string };
  readonly 'catalog/no-paired-region': { readonly route: string; readonly region: string };
  readonly 'catalog/region-suffix-unverified': { readonly region: string; readonly suffix: string };
  readonly 'catalog/region-not-ordinary': { readonly region: string; readonly status: string };
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
  'catalog/not-narrowed': 'warning',
  'catalog/broadened': 'warning',
  'catalog/in-cluster-traffic': 'info',
  'catalog/any-source': 'warning',
  'catalog/page-not-included': 'warning',
  'catalog/no-paired-region': 'warning',
  'catalog/region-suffix-unverified': 'warning',
  'catalog/region-not-ordinary': 'warning',
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
