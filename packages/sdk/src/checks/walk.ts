import type { CheckOptions } from './check-options.js';
import type { Finding, FindingCode, FindingSeverity } from './finding.js';
import type { Scope } from './scope.js';

/** Levels below the workflow itself; the server's own reader stops there too. */
const deepest = 64;
/** Values that are looked at; hostile ones branch without end. */
const mostValues = 200_000;
/** More findings than anyone reads. */
const mostFindings = 500;

/** One step of the workflow waits for another. */
export interface Dependency {
  readonly from: number;
  readonly to: number;
  /** Whether it is a reference without doubt. */
  readonly isCertain: boolean;
  /** Where the reference stands, and its place in the order of what was visited. */
  readonly path: string;
  readonly order: number;
}

/** A finding, and when it was made: how many values had been visited. */
interface Placed extends Finding {
  readonly order: number;
}

/** Where a check is in a template, and what it has found. One for each check. */
export class Walk {
  readonly scope: Scope;
  readonly options: CheckOptions;
  /** References between steps, for cycles. */
  readonly dependencies: Dependency[] = [];
  /** Variables of the loops around. */
  readonly loopVariables: string[] = [];
  /** How many inputs of steps lie around: only inside one a reference may stand for a value. */
  inputs = 0;
  readonly #findings: Placed[] = [];
  readonly #keys: (string | number)[] = [];
  readonly #objects: object[] = [];
  #visited = 0;
  #stopped = false;

  constructor(scope: Scope, options: CheckOptions = {}) {
    this.scope = scope;
    this.options = options;
  }

  /** Everything found, by position. */
  get findings(): readonly Finding[] {
    return this.#findings
      .toSorted((a, b) => a.order - b.order)
      .map(({ path, severity, code, message }) => ({ path, severity, code, message }));
  }

  /** How many values were visited: the position of what is found now. */
  get order(): number {
    return this.#visited;
  }

  /** Where the check is; with a member, where that is or would be. */
  path(...below: readonly (string | number)[]): string {
    return [...this.#keys, ...below].map(escapeKey).join('');
  }

  /** The member or index that is looked at. */
  get key(): string | number | undefined {
    return this.#keys.at(-1);
  }

  /** The position of the workflow's step that is looked at. */
  get step(): number | undefined {
    const [first, second] = this.#keys;
    return first === 'steps' && typeof second === 'number' ? second : undefined;
  }

  /** Goes to a member or an item. */
  enter(key: string | number): void {
    this.#keys.push(key);
  }

  leave(): void {
    this.#keys.pop();
  }

  /** Whether the next value may be looked at; says so once when there are too many. */
  visit(): boolean {
    if (this.#stopped) return false;
    this.#visited += 1;
    if (this.#visited <= mostValues) return true;
    this.#stop(`There are more than ${mostValues} values; the rest was not checked.`);
    return false;
  }

  /** Goes into an object or a list, unless that would not end. */
  open(object: object): boolean {
    if (this.#objects.includes(object)) {
      this.error('cyclic_value', 'This value contains itself, so it cannot be sent. Send a copy without the cycle.');
      return false;
    }
    if (this.#objects.length >= deepest) {
      this.warn(
        'not_checked',
        `This lies more than ${deepest} levels deep: it was not checked, and the server may refuse it.`,
      );
      return false;
    }
    this.#objects.push(object);
    return true;
  }

  close(): void {
    this.#objects.pop();
  }

  error(code: FindingCode, message: string, ...below: readonly (string | number)[]): void {
    this.report('error', code, message, this.path(...below));
  }

  warn(code: FindingCode, message: string, ...below: readonly (string | number)[]): void {
    this.report('warning', code, message, this.path(...below));
  }

  /** Adds a finding, once for each place and code. */
  report(
    severity: FindingSeverity,
    code: FindingCode,
    message: string,
    path: string,
    order: number = this.#visited,
  ): void {
    if (this.#stopped) return;
    if (this.#findings.some((finding) => finding.path === path && finding.code === code)) return;
    if (this.#findings.length < mostFindings) this.#findings.push({ path, severity, code, message, order });
    else this.#stop(`There are more than ${mostFindings} findings; the rest was not checked.`);
  }

  #stop(message: string): void {
    if (this.#stopped) return;
    this.#stopped = true;
    const order = Number.POSITIVE_INFINITY;
    this.#findings.push({ path: '', severity: 'warning', code: 'not_checked', message, order });
  }
}

/** A step of a JSON Pointer. */
function escapeKey(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
