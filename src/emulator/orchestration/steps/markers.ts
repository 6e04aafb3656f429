/** What a marker in a step's input makes happen; real prompts hold none. */
export interface Markers {
  /** `[emulator:work=500]`: how long the work takes, in milliseconds. */
  readonly workMs?: number;
  /** `[emulator:fail]`, `[emulator:fail=reason]`, `[emulator:fail-once]`, `[emulator:block=blockedReason]`: jobs fail. */
  readonly failure?: { readonly reason: string; readonly blockedReason?: string; readonly once: boolean };
  /** `[emulator:expire]`: the step expires instead of ending well. */
  readonly expires: boolean;
  /** `[emulator:mature]`, `[emulator:mature=r]`: how mature what comes out is; `x` unless told. */
  readonly nsfwLevel?: string;
  /** `[emulator:withhold=siteRestricted]`: the step succeeds, and its blobs are not available. */
  readonly withheld?: string;
  /** `[emulator:errors=text]`: the step succeeds without images, and says why. */
  readonly errors?: string;
}

const MARKER = /\[emulator:([a-z-]+)(?:=([^\]"\\]*))?\]/g;

/** Looks for markers in every text of an input. */
export function readMarkers(input: unknown): Markers {
  const text = JSON.stringify(input) ?? '';
  const found = new Map(Array.from(text.matchAll(MARKER), ([, name = '', value]) => [name, value]));
  const once = found.has('fail-once');
  const reason = found.get('fail') ?? found.get('fail-once') ?? 'The emulator was asked to fail';
  const blockedReason = found.get('block');
  const work = found.get('work');
  const withheld = found.get('withhold');
  const errors = found.get('errors');
  return {
    ...(work === undefined || !/^\d+$/.test(work) ? {} : { workMs: Number(work) }),
    ...(once || found.has('fail') ? { failure: { reason, once } } : {}),
    ...(found.has('block')
      ? { failure: { reason: 'blocked', blockedReason: blockedReason ?? 'MatureContent', once } }
      : {}),
    expires: found.has('expire'),
    ...(found.has('mature') ? { nsfwLevel: found.get('mature') ?? 'x' } : {}),
    ...(withheld === undefined ? {} : { withheld }),
    ...(errors === undefined ? {} : { errors }),
  };
}
