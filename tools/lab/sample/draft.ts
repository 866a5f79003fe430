import type { AddressFamily } from '@azureml-firewall/rule-model';
import type { Probe } from '../probe.js';

/** Where a draft goes: to the address that the lab gives a name, or to an address, which the lab may give a name, too. */
export type Place = { readonly name: string } | { readonly address: string; readonly named?: string };

/** A probe before the names have addresses. */
export interface Draft extends Omit<Probe, 'id' | 'address' | 'genuine'> {
  readonly to: Place;
  /** Family of the source, and so of the address. */
  readonly family: AddressFamily;
}
