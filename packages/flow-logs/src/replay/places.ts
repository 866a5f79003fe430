import type { Flow } from '@azureml-firewall/rule-model';

/** Things by where flows go: by destination, by port, and by what else can decide between two rules of one host. */
export interface Places<T> {
  readonly get: (flow: Flow) => T | undefined;
  readonly set: (flow: Flow, value: T) => void;
  /** In the order in which they were set. */
  readonly values: () => readonly T[];
}

/** A text of its own: what is cut out of a chunk of the log would keep the whole chunk in memory. */
export function owned(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Host where it is known, else the address. */
export function destinationOf({ host, address }: Flow): string {
  return host ?? address ?? '?';
}

function portKey({ protocol, port }: Flow): number {
  return protocol === 'tcp' ? port : -port;
}

/** The path can decide between two rules of one host, and so can the address that a name came with. */
function detailOf({ host, address, path }: Flow): string {
  const beside = host == null ? undefined : address;
  return path == null && beside == null ? '' : `${path ?? ''} ${beside ?? ''}`;
}

/** The first place of a destination, which is mostly the only one, and the others by port and detail. */
interface AtDestination<T> {
  readonly port: number;
  readonly detail: string;
  readonly value: T;
  readonly others: Map<number, Map<string, T>>;
}

/** An empty store. One look-up by the destination is mostly enough: to put a key together would cost more. */
export function newPlaces<T>(): Places<T> {
  const places = new Map<string, AtDestination<T>>();
  const values: T[] = [];
  return {
    get: (flow) => {
      const there = places.get(destinationOf(flow));
      if (!there) return undefined;
      const [port, detail] = [portKey(flow), detailOf(flow)];
      return there.port === port && there.detail === detail ? there.value : there.others.get(port)?.get(detail);
    },
    set: (flow, value) => {
      values.push(value);
      const [destination, port, detail] = [owned(destinationOf(flow)), portKey(flow), owned(detailOf(flow))];
      const there = places.get(destination);
      if (!there) places.set(destination, { port, detail, value, others: new Map<number, Map<string, T>>() });
      else there.others.set(port, (there.others.get(port) ?? new Map<string, T>()).set(detail, value));
    },
    values: () => values,
  };
}
