/** Waits before an otherwise healthy answer. */
export interface LatencyFault {
  readonly kind: 'latency';
  readonly ms: number;
}

/** Resets the connection before the host is asked: what was asked for has not happened. */
export interface ResetFault {
  readonly kind: 'reset';
}

/**
 * Lets the request be answered, and resets the connection instead of sending any byte of the answer: what was asked for
 * has happened, and the client cannot know.
 */
export interface ResetAfterFault {
  readonly kind: 'resetAfter';
}

/** Sends the headers and part of the body (half of it unless told), then resets the connection. */
export interface ResetMidBodyFault {
  readonly kind: 'resetMidBody';
  readonly afterBytes?: number;
}

/** Any status, with a small JSON error or without a body. */
export interface StatusFault {
  readonly kind: 'status';
  readonly status: number;
  /** Seconds. */
  readonly retryAfter?: number;
  /** How the seconds are written; `seconds` unless told. */
  readonly retryAfterAs?: 'seconds' | 'date';
  readonly body?: 'json' | 'empty';
}

/** An HTML page: maintenance (status 200 unless told, as has been seen) or one of Cloudflare's. */
export interface HtmlFault {
  readonly kind: 'html';
  readonly status?: number;
  readonly page?: 'maintenance' | 'cloudflare';
}

/** Promises more bytes than are sent, then closes the connection in good order. */
export interface TruncatedBodyFault {
  readonly kind: 'truncatedBody';
  readonly missingBytes?: number;
}

/** Drips the body. */
export interface SlowBodyFault {
  readonly kind: 'slowBody';
  readonly chunkBytes?: number;
  readonly pauseMs?: number;
}

/** Accepts the request and never answers. */
export interface StalledHeadersFault {
  readonly kind: 'stalledHeaders';
}

/** Sends the headers and part of the body (half of it unless told), and then nothing. */
export interface StalledBodyFault {
  readonly kind: 'stalledBody';
  readonly afterBytes?: number;
}

/** The real answer cut in the middle of its JSON, with a length that fits. */
export interface BrokenJsonFault {
  readonly kind: 'brokenJson';
}

/** A status with JSON headers and no body at all. */
export interface EmptyBodyFault {
  readonly kind: 'emptyBody';
  readonly status?: number;
}

/** The real body under another content type. */
export interface WrongContentTypeFault {
  readonly kind: 'wrongContentType';
  readonly contentType?: string;
}

/** An error object under status 200. */
export interface ErrorBodyWith200Fault {
  readonly kind: 'errorBodyWith200';
  readonly message?: string;
}

/** Sends the client elsewhere. */
export interface RedirectFault {
  readonly kind: 'redirect';
  readonly location: string;
  readonly status?: number;
}

/** 429 as the edge gives it. */
export interface RateLimitFault {
  readonly kind: 'rateLimit';
  /** Seconds; without it the header is absent. */
  readonly retryAfter?: number;
  readonly retryAfterAs?: 'seconds' | 'date';
}

/** Sends the whole file although a range of it was asked for. */
export interface IgnoreRangeFault {
  readonly kind: 'ignoreRange';
}

/** Answers a range with other bytes than those asked for, without saying which they are, or in several parts. */
export interface WrongRangeFault {
  readonly kind: 'wrongRange';
  /** `shifted` unless told. */
  readonly how?: 'shifted' | 'unnamed' | 'multipart' | 'otherTotal';
}

/** As if the file had been replaced: another `ETag` and date, and with a condition the whole file. */
export interface ChangedFileFault {
  readonly kind: 'changedFile';
}

/** Changes one byte of the body. */
export interface FlippedByteFault {
  readonly kind: 'flippedByte';
  /** Counted from the beginning of the body; 0 unless told. */
  readonly at?: number;
}

/** Promises fewer bytes than it sends. */
export interface ShortLengthFault {
  readonly kind: 'shortLength';
  readonly extraBytes?: number;
}

/** Compresses the body, which nobody has asked for. */
export interface CompressedBodyFault {
  readonly kind: 'compressedBody';
}

/** An error as object storage writes it. */
export interface StorageErrorFault {
  readonly kind: 'storageError';
  /** Such as `SlowDown`. */
  readonly code: string;
  /** 503 unless told. */
  readonly status?: number;
}

/** Something that goes wrong on purpose. */
export type Fault =
  | LatencyFault
  | ResetFault
  | ResetAfterFault
  | ResetMidBodyFault
  | StatusFault
  | HtmlFault
  | TruncatedBodyFault
  | SlowBodyFault
  | StalledHeadersFault
  | StalledBodyFault
  | BrokenJsonFault
  | EmptyBodyFault
  | WrongContentTypeFault
  | ErrorBodyWith200Fault
  | RedirectFault
  | RateLimitFault
  | IgnoreRangeFault
  | WrongRangeFault
  | ChangedFileFault
  | FlippedByteFault
  | ShortLengthFault
  | CompressedBodyFault
  | StorageErrorFault;

/** The requests a rule is for; without conditions, all of them. */
export interface FaultMatch {
  /** Any case. */
  readonly method?: string;
  /** How the path (without query) begins, or a pattern for it. */
  readonly path?: string | RegExp;
}

/** A fault and when it strikes. */
export interface FaultRule {
  readonly match?: FaultMatch;
  /** How many requests it spoils before it is spent; unlimited unless told. */
  readonly times?: number;
  readonly fault: Fault;
}
