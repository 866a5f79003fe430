import type { Diagnostic, DiagnosticData, Messages, Severity } from '@azureml-firewall/rule-model';

/** What every diagnostic about a name says. `usedBy` are the rules and routes that name it, where a policy was given. */
interface About {
  readonly tag: string;
  readonly document: string;
  readonly usedBy?: readonly string[];
}

interface Renamed extends About {
  readonly printed: string;
}

/** The facts of each diagnostic of this package, by code. */
export interface ServiceTagDiagnosticData {
  readonly 'service-tags/unknown-fields': { readonly document: string; readonly fields: readonly string[] };
  readonly 'service-tags/repeated-prefixes': { readonly tag: string; readonly repeated: number };
  readonly 'service-tags/tag-spelling': Renamed;
  readonly 'service-tags/tag-renamed': Renamed;
  readonly 'service-tags/region-spelling': Renamed;
  readonly 'service-tags/unknown-tag': About;
  readonly 'service-tags/not-in-region': About & { readonly base: string };
  readonly 'service-tags/absent-in-cloud': About;
  readonly 'service-tags/virtual-tag': About;
  readonly 'service-tags/empty-tag': About;
  readonly 'service-tags/other-cloud': { readonly cloud: string; readonly document: string };
  readonly 'service-tags/virtual-prefix': { readonly tag: string; readonly prefix: string; readonly expected: string };
  readonly 'service-tags/not-virtual': { readonly tag: string; readonly virtual: readonly string[] };
  readonly 'service-tags/feature-missing': About & { readonly feature: string; readonly features: readonly string[] };
  readonly 'service-tags/features-unstated': About & { readonly feature: string };
  readonly 'service-tags/needed-missing': About;
  readonly 'service-tags/needed-empty': About;
  readonly 'service-tags/shrunk': About & {
    readonly previous: string;
    readonly family: string;
    readonly percent: number;
  };
  readonly 'service-tags/not-comparable': { readonly document: string; readonly previous: string };
}

/** A code of this package. */
export type ServiceTagCode = keyof ServiceTagDiagnosticData;

/** The one table of severities. */
const severities: Readonly<Record<ServiceTagCode, Severity>> = {
  'service-tags/unknown-fields': 'info',
  'service-tags/repeated-prefixes': 'info',
  'service-tags/tag-spelling': 'info',
  'service-tags/tag-renamed': 'info',
  'service-tags/region-spelling': 'info',
  'service-tags/unknown-tag': 'warning',
  'service-tags/not-in-region': 'warning',
  'service-tags/absent-in-cloud': 'warning',
  'service-tags/virtual-tag': 'warning',
  'service-tags/empty-tag': 'warning',
  'service-tags/other-cloud': 'error',
  'service-tags/virtual-prefix': 'error',
  'service-tags/not-virtual': 'error',
  'service-tags/feature-missing': 'warning',
  'service-tags/features-unstated': 'warning',
  'service-tags/needed-missing': 'error',
  'service-tags/needed-empty': 'error',
  'service-tags/shrunk': 'error',
  'service-tags/not-comparable': 'error',
};

/** A diagnostic of this package: its severity comes from the table, its facts are those of its code. */
export function diagnose<Code extends ServiceTagCode>(
  code: Code,
  data: ServiceTagDiagnosticData[Code] & DiagnosticData,
): Diagnostic<ServiceTagCode> {
  return { code, severity: severities[code], data };
}

/** The texts of this package's diagnostics. */
export type ServiceTagMessages = Messages<ServiceTagCode>;
