import type { Diagnostic, DiagnosticData, Severity } from '../../model/diagnostic.js';

/** The rules by which one is covered. */
interface Covered {
  readonly rule: string;
  readonly by: readonly string[];
}

/** Destinations of a rule. */
interface Destinations {
  readonly rule: string;
  readonly destinations: readonly string[];
}

/** The facts of each finding, by code. */
export interface ReviewData {
  /** A rule that decides nothing, since rules of the same action before it do. */
  readonly 'review/redundant-rule': Covered;
  /** A rule that decides nothing, since rules before it decide all of its flows, some of them the other way. */
  readonly 'review/unreachable-rule': Covered;
  /** Entries of a rule that decide nothing, since others of the same action before them do. */
  readonly 'review/redundant-entry': Covered & { readonly entries: readonly string[] };
  /** Entries of a rule that decide nothing, since others before them do, some of them the other way. */
  readonly 'review/unreachable-entry': Covered & { readonly entries: readonly string[] };
  /** A suffix that also admits names which only end alike. */
  readonly 'review/look-alike-suffix': Destinations;
  /** Stars that reach accounts of other customers. */
  readonly 'review/shared-domain': Destinations & { readonly domains: readonly string[] };
  /** Plain HTTP. */
  readonly 'review/plain-http': Destinations;
  /** A service tag by every port of a protocol. */
  readonly 'review/any-port-tag': { readonly rule: string; readonly tags: readonly string[] };
}

/** A code of a finding. */
export type ReviewCode = keyof ReviewData;

/** The one table of severities. */
const severities: Readonly<Record<ReviewCode, Severity>> = {
  'review/redundant-rule': 'info',
  'review/unreachable-rule': 'warning',
  'review/redundant-entry': 'info',
  'review/unreachable-entry': 'warning',
  'review/look-alike-suffix': 'warning',
  'review/shared-domain': 'warning',
  'review/plain-http': 'info',
  'review/any-port-tag': 'warning',
};

/** A finding: its severity comes from the table, its facts are those of its code. */
export function finding<Code extends ReviewCode>(
  code: Code,
  data: ReviewData[Code] & DiagnosticData,
): Diagnostic<ReviewCode> {
  return { code, severity: severities[code], data };
}
