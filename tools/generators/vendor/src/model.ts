import type { Action, Direction, PortRange, Protocol } from '@azureml-firewall/rule-model';

/** One destination by one service, in the vendor's words: what an entry becomes before rules are made. */
export interface Match {
  readonly destination: string;
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
}

/** A rule as New Vendor has it: each of the sources to each of the destinations. No list is empty. */
export interface NewVendorRule {
  readonly name: string;
  readonly action: Action;
  readonly direction: Direction;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly protocol: Protocol;
  readonly ports: readonly PortRange[];
  readonly description: string;
  /** Ids of the policy's entries that it carries. */
  readonly entries: readonly string[];
}

/** All that is printed, in the order of match. */
export interface NewVendorModel {
  readonly rules: readonly NewVendorRule[];
}
