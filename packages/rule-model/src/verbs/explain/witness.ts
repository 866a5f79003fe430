import type { Decision } from '../../model/decision.js';
import type { DiagnosticData } from '../../model/diagnostic.js';
import type { Entry } from '../../model/entry.js';

/** An entry in words. */
interface Named {
  readonly rule: string;
  readonly destination: string;
  readonly service: string;
}

/** A requirement that is not in the policy. */
interface NotPlanned {
  readonly requirement: string;
  readonly destination: string;
  readonly ports: readonly string[];
  readonly because: string;
}

/** The facts of each witness, by code, the closest first. */
export interface WitnessData {
  /** The name is only let through because it ends like one that is meant: anybody can have such a name. */
  readonly 'explain/allowed-as-look-alike': Named;
  /** An entry that may match: what would have to be known. */
  readonly 'explain/undecided': Named & { readonly action: string; readonly needs: readonly string[] };
  /** A requirement that covers the flow, and why it is not in the policy. */
  readonly 'explain/excluded': NotPlanned;
  /** An entry that would allow the flow if no rule before it denied it. */
  readonly 'explain/denied-first': Named & { readonly by: string };
  /** All but the source fits. */
  readonly 'explain/other-source': Named & { readonly sources: readonly string[] };
  /** All but the port fits. */
  readonly 'explain/wrong-port': Named & { readonly port: number };
  /** The same port of the other protocol. */
  readonly 'explain/wrong-protocol': Named & { readonly protocol: string };
  /** The host by another path. */
  readonly 'explain/wrong-path': Named & { readonly path: string };
  /** A requirement for the same destination by other ports, and why it is not in the policy. */
  readonly 'explain/excluded-by-other-ports': NotPlanned;
  /** The domain itself, of which only the hosts below are allowed. */
  readonly 'explain/only-below': Named & { readonly host: string };
  /** A host right below one that is allowed alone. */
  readonly 'explain/only-apex': Named & { readonly host: string };
  /** A host further below one that is allowed alone. */
  readonly 'explain/parent-domain': Named & { readonly host: string };
  /** A name that ends like one that is allowed, and lies elsewhere. */
  readonly 'explain/look-alike': Named & { readonly host: string };
  /** Entries by address that an address could meet. */
  readonly 'explain/needs-address': { readonly host: string; readonly destinations: readonly string[] };
  /** Entries by name that a name could meet. */
  readonly 'explain/needs-host': { readonly address: string; readonly entries: number };
}

/** A code of a witness. */
export type WitnessCode = keyof WitnessData;

/** A witness of one code. */
interface WitnessOf<Code extends WitnessCode> {
  readonly code: Code;
  readonly data: WitnessData[Code] & DiagnosticData;
  /** The entry that it is about. */
  readonly entry?: Entry;
}

/** Something that came close to answering otherwise. */
export type Witness = { readonly [Code in WitnessCode]: WitnessOf<Code> }[WitnessCode];

/** The answer on a flow, with what came close to another one. */
export interface Explanation extends Decision {
  /** The closest first; empty for a flow that is allowed by what it was meant for. */
  readonly near: readonly Witness[];
}

/** A need that is not in the policy: what the caller has left out, and why. */
export interface ExcludedNeed {
  readonly requirement: string;
  /** A host, wildcard, suffix, URL or prefix. A first label in angle brackets stands for any: `<storage>.example.net`. */
  readonly destination: string;
  /** Protocols and ports: `tcp/443`, `udp/8704-8710`, `any/53`, `tcp/*`. */
  readonly ports: readonly string[];
  /** Why it was left out, for a reader. */
  readonly because: string;
}

/** What to explain with. */
export interface ExplainOptions {
  readonly excluded?: readonly ExcludedNeed[];
}
