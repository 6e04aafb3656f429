/** A stretch of a file: `next` is the first byte that is missing, `end` the one behind the last. */
export interface SavedRange {
  readonly start: number;
  readonly next: number;
  /** Absent while nobody knows how long the file is. */
  readonly end?: number;
}

/** A stretch that is being fetched; `end` shrinks when somebody takes over its tail. */
export interface ActiveRange {
  readonly start: number;
  next: number;
  end: number | undefined;
  busy: boolean;
}

/** Less than this is not worth a request of its own. */
const smallestShare = 4_194_304;
/** Shares of several connections are about so long at least, where the file allows it. */
const usualShare = 8_388_608;
/** And there are no more of them for each connection. */
const mostRounds = 64;

/** Which bytes of a file are there, and who fetches which of the rest. */
export class Ranges {
  #ranges: ActiveRange[];
  #totalBytes: number | undefined;

  constructor(saved: readonly SavedRange[] = [], totalBytes?: number) {
    this.#ranges = saved.map(({ start, next, end }) => ({ start, next, end, busy: false }));
    if (this.#ranges.length === 0) this.#ranges = [{ start: 0, next: 0, end: totalBytes, busy: false }];
    this.#totalBytes = totalBytes;
  }

  /** `undefined` until a server has told it. */
  get totalBytes(): number | undefined {
    return this.#totalBytes;
  }

  /** How many bytes there are from the beginning without a gap. */
  get front(): number {
    let front = 0;
    for (const { end, next } of this.#ranges) {
      front = next;
      if (next !== end) return front;
    }
    return front;
  }

  get doneBytes(): number {
    return this.#ranges.reduce((sum, { next, start }) => sum + next - start, 0);
  }

  get isComplete(): boolean {
    return this.#ranges.every(({ end, next }) => next === end);
  }

  /** Whether the whole file comes in one piece. */
  get isSingle(): boolean {
    return this.#ranges.length === 1;
  }

  get busyCount(): number {
    return this.#ranges.filter(({ busy }) => busy).length;
  }

  /** The length of the file has become known; the stretch that had no end gets one. */
  setTotal(totalBytes: number): void {
    this.#totalBytes = totalBytes;
    const last = this.#ranges.at(-1);
    if (last !== undefined) last.end = totalBytes;
  }

  /**
   * The next stretch to fetch, marked as taken: one that nobody is at, or else the second half of the longest, so that
   * all end at about the same time. `undefined` when there is nothing to do.
   */
  claim(): ActiveRange | undefined {
    this.#joinFinished();
    const free = this.#ranges.find(({ busy, end, next }) => !busy && next !== end);
    const range = free ?? this.#halve();
    if (range !== undefined) range.busy = true;
    return range;
  }

  /**
   * Cuts what is missing of the only stretch into equal shares, for so many connections. They get several each, one after
   * the other: so the connections are never far apart, and the hash, which goes from the beginning to the end, not far
   * behind them.
   */
  split(connections: number): void {
    const only = this.#ranges[0];
    if (only?.end === undefined || this.#ranges.length > 1 || connections < 2) return;
    const { end, next } = only;
    // The same number for each, so that all end at the same time.
    const rounds = Math.min(Math.max(Math.floor((end - next) / (connections * usualShare)), 1), mostRounds);
    const share = Math.max(Math.ceil((end - next) / (connections * rounds)), 1);
    only.end = Math.min(next + share, end);
    for (let start = only.end; start < end; start += share) {
      this.#ranges.push({ start, next: start, end: Math.min(start + share, end), busy: false });
    }
  }

  /** Forgets everything, for a file that is fetched anew. */
  reset(): void {
    this.#ranges = [{ start: 0, next: 0, end: undefined, busy: false }];
    this.#totalBytes = undefined;
  }

  /** Only what is there from the beginning without a gap counts from now on. */
  keepFront(front: number): void {
    this.#ranges = [{ start: 0, next: front, end: this.#totalBytes, busy: false }];
  }

  save(): SavedRange[] {
    return this.#ranges.map(({ start, next, end }) => ({ start, next, ...(end === undefined ? {} : { end }) }));
  }

  /** What is complete at the beginning is one stretch from now on. */
  #joinFinished(): void {
    while (isDone(this.#ranges[0]) && isDone(this.#ranges[1])) {
      const [, second] = this.#ranges.splice(0, 2);
      const end = second?.end ?? 0;
      this.#ranges.unshift({ start: 0, next: end, end, busy: false });
    }
  }

  #halve(): ActiveRange | undefined {
    let longest: ActiveRange | undefined;
    for (const range of this.#ranges) if (missing(range) > missing(longest)) longest = range;
    if (longest?.end === undefined || missing(longest) < 2 * smallestShare) return undefined;
    const middle = longest.next + Math.ceil(missing(longest) / 2);
    const half: ActiveRange = { start: middle, next: middle, end: longest.end, busy: false };
    longest.end = middle;
    this.#ranges.splice(this.#ranges.indexOf(longest) + 1, 0, half);
    return half;
  }
}

function missing(range: ActiveRange | undefined): number {
  return range?.end === undefined ? 0 : range.end - range.next;
}

function isDone(range: ActiveRange | undefined): boolean {
  return range?.busy === false && range.next === range.end;
}
