import { isCarried, isFromHere, type Look } from './context.js';
import type { Witness } from './witness.js';

/** What a flow that names no host could meet by one, or a flow without address by an address. */
export function otherPart(look: Look): readonly Witness[] {
  const { context, flow } = look;
  const fits = (number: number): boolean => isCarried(look, number) && isFromHere(look, number);
  if (flow.address === undefined && typeof flow.host === 'string') {
    const found = context.byAddress.filter(fits).flatMap((number) => context.facts[number]?.destination ?? []);
    const destinations = [...new Set(found)];
    return found.length > 0 ? [{ code: 'explain/needs-address', data: { host: flow.host, destinations } }] : [];
  }
  if (flow.host === undefined && typeof flow.address === 'string') {
    const entries = context.byName.filter(fits).length;
    return entries > 0 ? [{ code: 'explain/needs-host', data: { address: flow.address, entries } }] : [];
  }
  return [];
}
