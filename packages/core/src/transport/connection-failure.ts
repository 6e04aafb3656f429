import { ConnectionError } from '../errors/connection-error.js';

/** Codes after which the request certainly never reached the server, so that even a POST may be sent again. */
const neverSent: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** The same, but only while connecting: a connection that stood can break with these too, the request long gone. */
const neverSentConnecting: ReadonlySet<string> = new Set(['EHOSTUNREACH', 'ENETUNREACH']);

/** Problems with the server's certificate, which is looked at before anything is sent. */
const beforeRequest = /CERT|SELF_SIGNED|UNABLE_TO_/;

/** Stands for a failure without a code of Node's. */
const unknown = 'UNKNOWN';

const explanations: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing accepts connections there. Check BaseUrl and the proxy settings.',
  ENOTFOUND: 'the host name is not known. Check BaseUrl and the network.',
  EAI_AGAIN: 'the name server did not answer. Check the network.',
  ECONNRESET: 'the connection was closed before the answer was complete.',
  ECONNABORTED: 'the connection was closed before the answer was complete.',
  EPIPE: 'the connection was closed while the request was being sent.',
  ETIMEDOUT: 'the connection could not be made in time.',
  EHOSTUNREACH: 'there is no route to the host.',
  ENETUNREACH: 'the network is not reachable.',
};

/** Facts of the call that the error repeats. */
export interface FailedCall {
  readonly operation: string;
  readonly url: string;
  readonly requestId: string;
  readonly attempts: number;
}

/**
 * Turns whatever a transport or a body stream threw into a {@link ConnectionError} made of nothing but Node's error
 * code: the thrown object may hold the request, and the request holds the key.
 */
export function connectionFailure(thrown: unknown, call: FailedCall): ConnectionError {
  const { systemCode, connecting } = systemFailureOf(thrown);
  const certificate = isCertificateProblem(systemCode);
  const explanation =
    explanations[systemCode] ??
    (certificate
      ? 'its certificate was not accepted. Check the clock, the proxy and NODE_EXTRA_CA_CERTS.'
      : `the connection failed (${systemCode}).`);
  return new ConnectionError(`${call.operation}: no answer from ${new URL(call.url).origin}: ${explanation}`, {
    code: 'connection_failed',
    requestId: call.requestId,
    attempts: call.attempts,
    // Without a code it is no failure of the network, but of the transport itself: it would fail again.
    retryable: !certificate && systemCode !== unknown,
    details: {
      systemCode,
      neverSent:
        neverSent.has(systemCode) ||
        beforeRequest.test(systemCode) ||
        (connecting && neverSentConnecting.has(systemCode)),
    },
    cause: new Error(systemCode),
  });
}

interface SystemFailure {
  readonly systemCode: string;
  /** Whether it certainly happened while the connection was made. */
  readonly connecting: boolean;
}

/** Node's code, looked for along the chain of causes; the text of messages is never used. */
function systemFailureOf(thrown: unknown): SystemFailure {
  let current: unknown = thrown;
  let systemCode: string | undefined;
  let connecting = false;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const { code, cause, errors, syscall } = current as Readonly<Record<string, unknown>>;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) && !code.startsWith('ERR_BAD')) systemCode ??= code;
    // Several addresses were tried: Node puts the failures of all of them together.
    connecting ||= syscall === 'connect' || (Array.isArray(errors) && errors.every(isConnect));
    current = cause;
  }
  return { systemCode: systemCode ?? unknown, connecting };
}

function isConnect(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && (thrown as { syscall?: unknown }).syscall === 'connect';
}

function isCertificateProblem(systemCode: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(systemCode);
}
