/**
 * Stands for a value that no setting can hold, such as a `Date` in the application's own configuration. It is only
 * a problem when a setting asks for it.
 */
export interface UnusableValue {
  readonly kind: 'unusable';
  /** With its article, such as `a Date`. */
  readonly description: string;
}
