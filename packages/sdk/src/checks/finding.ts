/** How bad it is: the server refuses an `error`; a `warning` may be meant. */
export type FindingSeverity = 'error' | 'warning';

/** What kind of thing was found, as a stable word for programs. */
export type FindingCode =
  // what cannot be sent as it is
  /** No JSON: a function, `NaN`, a bigint, bytes, a member that throws. */
  | 'not_json'
  /** A value that contains itself. */
  | 'cyclic_value'
  /** Too many levels or values to look at all of them. */
  | 'not_checked'
  // single values
  /** A text where a number belongs, and the like. */
  | 'wrong_type'
  /** `null` where it means nothing. */
  | 'null_value'
  /** A number above or below what is allowed. */
  | 'out_of_range'
  /** An integer that JavaScript cannot hold exactly. */
  | 'unsafe_integer'
  /** A text of a length that is not allowed. */
  | 'wrong_length'
  /** A list of a length that is not allowed. */
  | 'wrong_count'
  /** A time span, date, address or name that is not written as it has to be. */
  | 'bad_format'
  /** Not the identifier of a resource. */
  | 'bad_air'
  /** A value that this release does not list. */
  | 'unknown_value'
  /** A known value that may not be sent here. */
  | 'refused_value'
  // members
  /** A member is missing. */
  | 'missing_member'
  /** A member that this release does not list. */
  | 'unknown_member'
  /** A member that the server fills in. */
  | 'read_only_member'
  /** A `$type`, `engine`, `operation`, … that this release does not list: what hangs on it was not checked. */
  | 'unknown_choice'
  /** Something that the API had once. */
  | 'retired'
  /** Two members that do not go together. */
  | 'conflicting_members'
  // references
  /** A reference to a step that is not there. */
  | 'unknown_target'
  /** A reference to an argument that the workflow does not give. */
  | 'unknown_argument'
  /** The path of a reference is missing, or cannot be read. */
  | 'bad_path'
  /** A path to something that the step does not put out. */
  | 'unknown_output'
  /** What is referred to does not fit where it would stand. */
  | 'mismatched_reference'
  /** A reference to a later step. */
  | 'forward_reference'
  /** Steps that wait for each other. */
  | 'reference_cycle'
  // the workflow
  /** Two steps of the same name. */
  | 'duplicate_name'
  /** The same item twice in a list of different ones. */
  | 'duplicate_item'
  /** A callback over plain HTTP. */
  | 'insecure_callback'
  /** A callback that the server cannot reach. */
  | 'unreachable_callback'
  /** Nobody would learn the result. */
  | 'unheard_result';

/** One thing that was found. */
export interface Finding {
  /** Where, as a JSON Pointer such as `/steps/0/input/width`; empty for the whole. A missing member is named where it belongs. */
  readonly path: string;
  readonly severity: FindingSeverity;
  readonly code: FindingCode;
  /** What is wrong, what would be right, and what to do. Holds no long text, address or key of what was checked. */
  readonly message: string;
}
