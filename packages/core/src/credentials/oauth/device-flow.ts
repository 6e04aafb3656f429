import { AuthenticationError } from '../../errors/authentication-error.js';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { Secret } from '../../secrets/secret.js';
import type { ParseContext } from '../../transport/api-request.js';
import type { Clock } from '../../transport/clock.js';
import { isJsonObject } from '../../transport/parse-object.js';
import { pause } from './pause.js';
import { readSecret, readText } from './read-answer.js';
import type { OAuthTokens } from './tokens.js';

/** A sign-in on another device that was begun. */
export interface DeviceAuthorization {
  readonly deviceCode: Secret;
  /** Show it: the user types it in at `verificationUri`. */
  readonly userCode: string;
  readonly verificationUri: string;
  /** The same with the code in it, for a link or a QR code. */
  readonly verificationUriComplete: string | null;
  /** When it is over, in milliseconds since 1970. */
  readonly expiresAtMs: number;
  /** How long to wait before each question. */
  readonly intervalMs: number;
}

/** The user has not answered yet. */
export interface DevicePending {
  /** How often was asked so far. */
  readonly polls: number;
  /** When it will be asked again. */
  readonly nextPollMs: number;
  /** When it is over, in milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** How to wait for a device. */
export interface DeviceWaitOptions {
  /** Ends the waiting at once; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
  /** Called after each question without an answer. */
  readonly onPending?: (pending: DevicePending) => void;
}

/** What polling works with. */
export interface DevicePolling {
  readonly ask: () => Promise<OAuthTokens>;
  readonly clock: Clock;
  /** Aborted when the client closes. */
  readonly closing: AbortSignal;
}

const usualIntervalSeconds = 5;
const usualLifetimeSeconds = 900;
const slowDownMs = 5000;
const longestIntervalMs = 60_000;

/** Reads the answer to the request for a device code. */
export function parseDeviceAuthorization(json: unknown, context: ParseContext, sentAtMs: number): DeviceAuthorization {
  if (!isJsonObject(json)) throw context.wrongShape('an object with "device_code"');
  const deviceCode = readSecret(json, 'device_code');
  const userCode = readText(json, 'user_code');
  const verificationUri = readText(json, 'verification_uri');
  if (deviceCode === undefined || userCode === undefined || verificationUri === undefined) {
    throw context.wrongShape('an object with "device_code", "user_code" and "verification_uri"');
  }
  return {
    deviceCode,
    userCode,
    verificationUri,
    verificationUriComplete: readText(json, 'verification_uri_complete') ?? null,
    expiresAtMs: sentAtMs + secondsOf(json['expires_in'], usualLifetimeSeconds) * 1000,
    intervalMs: secondsOf(json['interval'], usualIntervalSeconds) * 1000,
  };
}

/** Asks until the user has answered, the time is over, or nobody wants to know any more. */
export async function pollForDevice(
  { ask, clock, closing }: DevicePolling,
  device: DeviceAuthorization,
  { signal, onPending }: DeviceWaitOptions,
): Promise<OAuthTokens> {
  const { expiresAtMs } = device;
  let nextPollMs = device.intervalMs;
  for (let polls = 1; ; polls += 1) {
    await pause(clock, nextPollMs, signal, closing);
    if (clock.now() >= expiresAtMs) throw tooLate();
    try {
      return await ask();
    } catch (error) {
      const next = isCivitaiError(error) ? nextInterval(error, nextPollMs) : undefined;
      if (next === undefined) throw error;
      nextPollMs = next;
    }
    onPending?.({ polls, nextPollMs, expiresAtMs });
  }
}

/** `undefined` when there is no point in asking again. */
function nextInterval(error: CivitaiError, intervalMs: number): number | undefined {
  if (error.code === 'authorization_pending') return intervalMs;
  if (error.code === 'slow_down') return intervalMs + slowDownMs;
  // All users of an application share one limit, so that others must be given way; and a server in trouble too.
  if (!error.retryable) return undefined;
  return Math.max(error.retryAfterMs ?? 0, Math.min(Math.max(intervalMs, 1000) * 2, longestIntervalMs));
}

function tooLate(): AuthenticationError {
  return new AuthenticationError('oauth.deviceToken: nobody answered in time. Start again with requestDeviceCode().', {
    code: 'expired_token',
  });
}

function secondsOf(value: unknown, usual: number): number {
  const seconds = Number(value ?? usual);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : usual;
}
