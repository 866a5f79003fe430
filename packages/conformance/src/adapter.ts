import type { Action, AddressFamily, Policy } from '@azureml-firewall/rule-model';
import type { Artifact, Rendering } from '@azureml-firewall/renderer-kit';
import type { Result } from './check.js';
import type { Probe } from './probes/probes.js';
import type { World } from './probes/world.js';

/** A policy, with the options to render it with. */
export interface Trial<Options> {
  readonly policy: Policy;
  /** Over the renderer's defaults and the adapter's own. */
  readonly options?: Partial<Options>;
}

/** Texts by their paths, with forward slashes. */
export type Files = Readonly<Record<string, string>>;

/** Where expected files stand, one folder for each case. `folder` of the `./node` entry is one on a disk. */
export interface ExpectedFiles {
  /** Names of the folders that are there. */
  readonly names: () => readonly string[];
  /** The expected files of a case; none where it has no folder. */
  readonly read: (name: string) => Files;
  /** Takes the files as they are printed now. Present only when they are to be replaced. */
  readonly write?: (name: string, files: Files) => void;
}

/** What is printed beside the configuration, for a case that shows it. */
export type Extra = 'undo' | 'feeds';

/** A case of the vendor's own, with its expected files. */
export interface OwnCase<Options> extends Trial<Options> {
  readonly name: string;
  /** The policy before an update, which is then printed as well. */
  readonly previous?: Policy;
  readonly also?: readonly Extra[];
}

/** Cases of the vendor's own and where their expected files stand. */
export interface OwnCases<Options> {
  readonly cases: readonly OwnCase<Options>[];
  readonly expected: ExpectedFiles;
}

/** A number that the vendor sets, and where it was read. */
export interface DeclaredLimit {
  readonly value: number;
  readonly page: string;
  readonly date: string;
}

/** A limit, and how the renderer behaves at it and one past it. */
export interface LimitCase<Model, Options, Code extends string> {
  /** What is counted: `characters of the name of a policy`. */
  readonly name: string;
  readonly limit: DeclaredLimit;
  /** A trial of which the output has so many. */
  readonly trial: (count: number) => Trial<Options>;
  /** Either a finding says that the limit is passed, or what is measured stays within it and no entry is lost. */
  readonly past: { readonly says: Code } | { readonly keeps: (rendering: Rendering<Model, Code>) => number };
}

/** All that a reader may look at: what is printed, how, and the world around the device. The policy is not part of it. */
export interface Printed<Options> {
  readonly artifacts: readonly Artifact[];
  readonly feeds: readonly Artifact[];
  readonly options: Options;
  readonly world: World;
}

/**
 * The device as its manual describes it: reads what is printed and decides connections. The answer is the action of the
 * first rule that matches, and undefined where none of the printed rules does.
 */
export type Reader<Options> = (printed: Printed<Options>) => (probe: Probe) => Action | undefined;

/** A device that takes commands one text after the other, for renderers that print updates or undo. */
export interface Device<Options> {
  /**
   * What the device holds after some texts, as plain data in which only that counts that has a meaning: two states that
   * are the same are equal as JSON. Throws for what the device would refuse.
   */
  readonly apply: (texts: readonly string[], options: Options) => unknown;
  /** Configuration of somebody else, which no command of ours may touch. */
  readonly foreign?: (options: Options) => string;
}

/** The vendor's own checker of what is printed. */
export interface SyntaxChecker<Options> {
  /** `nft -c`. */
  readonly name: string;
  /** Why it can't be asked here: shown as a skip. */
  readonly missing?: string;
  /** Passes, fails with what the checker says (or throws it), or skips a rendering that has nothing for it. */
  readonly accepts: (artifacts: readonly Artifact[], options: Options) => Result | Promise<Result>;
}

/** One text that is kept on a disk or elsewhere. */
export interface TextFile {
  readonly read: () => string | undefined;
  readonly write?: (text: string) => void;
}

/** What the kit has to know of a vendor beside the renderer. */
export interface Adapter<Model, Options, Code extends string> {
  /** Expected files of the kit's fixtures. */
  readonly expected: ExpectedFiles;
  readonly own?: OwnCases<Options>;
  /** A trial for each thing that the renderer says. */
  readonly messages: Readonly<Record<Code, Trial<Options>>>;
  /** Texts for users in which each code is explained: the README. */
  readonly documents?: readonly string[];
  /** A page of all codes that the kit writes, in place of `documents` or beside them. */
  readonly page?: TextFile;
  /** The limits that the renderer knows, or why there are none. */
  readonly limits: readonly LimitCase<Model, Options, Code>[] | { readonly none: string };
  /** Options without a default that every trial needs. */
  readonly options?: Partial<Options>;
  /** Other options by name: all but the expected files is held against each of them as well. */
  readonly variants?: Readonly<Record<string, Partial<Options>>>;
  /** Without a reader verdicts are unproven: their checks are skipped and say so. */
  readonly read?: Reader<Options>;
  /** The families of traffic that can reach the device at all; both where it is not said. */
  readonly families?: readonly AddressFamily[];
  /** The vendor's rules name no sources and hold for the whole network behind them: sources are not probed. */
  readonly ignoresSources?: boolean;
  readonly device?: Device<Options>;
  readonly syntax?: readonly SyntaxChecker<Options>[];
  /** What may not stand in a text of the policy once it is printed: `/["?]/`. */
  readonly unsafe?: RegExp;
  /**
   * Lines that change although the rules that they carry do not: counts, places among neighbours. Held against the path and
   * the line, `config.set: move rules a before b`.
   */
  readonly volatile?: RegExp;
  /** Repeats the random trials of a run that failed. */
  readonly seed?: number;
}
