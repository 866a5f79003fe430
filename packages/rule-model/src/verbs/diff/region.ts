import type { Destination } from '../../model/destination.js';
import type { Direction } from '../../model/rule.js';
import type { Service } from '../../model/service.js';
import type { Source } from '../../model/source.js';

/** Where flows come from: from one of `of`, but not from `except`. */
export interface RegionSources {
  readonly of: readonly Source[];
  readonly except: readonly Source[];
  /** Tags without addresses that hold the source as well. */
  readonly also: readonly Source[];
}

/** Where flows go: to what `of` holds and `except` does not. */
export interface RegionDestination {
  readonly of: Destination;
  readonly except: readonly Destination[];
  /** Only these of the addresses, as prefixes. */
  readonly only?: readonly string[];
  /**
   * What else holds the address, where it takes both: for a host one of these, unless they are tags without addresses,
   * which hold it all.
   */
  readonly also: readonly Destination[];
}

/** Flows on which two policies answer differently for one reason. */
export interface FlowRegion {
  readonly direction: Direction;
  readonly sources: RegionSources;
  readonly destination: RegionDestination;
  readonly service: Service;
  /** Id of the rule that answers in the first policy; absent where none matches. */
  readonly viaRuleInA?: string;
  /** Id of the rule that answers in the second policy; absent where none matches. */
  readonly viaRuleInB?: string;
}

/** A rule by its collection and id. */
export interface RulePlace {
  readonly collection: string;
  readonly rule: string;
}

/** The rule that answers flows in the first policy, and the other that answers the same flows alike in the second. */
export interface RuleMove {
  readonly from: RulePlace;
  readonly to: RulePlace;
}

/** What two policies answer differently, and what they only say differently. */
export interface PolicyDiff {
  /** What the second policy allows and the first does not. */
  readonly gained: readonly FlowRegion[];
  /** What the first policy allows and the second does not. */
  readonly lost: readonly FlowRegion[];
  /** One rule became one other, with nothing gained or lost by them. */
  readonly renamed: readonly RuleMove[];
  /** Flows that are answered alike by rules of other ids or collections, split or joined on the way. */
  readonly regrouped: readonly RuleMove[];
  /** The dated documents by which tags were compared with addresses. */
  readonly documents: readonly string[];
  /** Tags that were compared by their names alone, since one of the policies does not hold their addresses. */
  readonly byName: readonly string[];
}
