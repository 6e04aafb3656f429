import type { Members, ModelsLabRequest, ModelsLabRoute } from '../route.js';

/** What a call of the control plane comes to. */
export interface AgentOutcome {
  readonly status: number;
  readonly data?: unknown;
  readonly error?: Members;
  /** Answered without the envelope. */
  readonly isBare?: boolean;
}

/** One call of the control plane. */
export interface AgentCall {
  readonly method: ModelsLabRoute['method'];
  /** Below `/agents/v1`. */
  readonly path: string;
  /** Answered without a login token. */
  readonly isOpen?: boolean;
  readonly answer: (request: ModelsLabRequest) => AgentOutcome;
}

/** A success. */
export function done(data: unknown, status = 200): AgentOutcome {
  return { status, data };
}

/** A refusal, by a code. */
export function refused(status: number, code: string, message: string, details: Members = {}): AgentOutcome {
  return { status, error: { code, message, details } };
}

/** The refusal of a body that lacks members. */
export function lacking(body: Members, names: readonly string[]): AgentOutcome | undefined {
  const missing = names.filter((name) => (body[name] ?? '') === '');
  if (missing.length === 0) return undefined;
  const details = Object.fromEntries(missing.map((name) => [name, [`The ${name} field is required.`]]));
  return refused(422, 'validation_failed', 'The given data was invalid.', details);
}

/** A call. */
export function agentCall(
  method: ModelsLabRoute['method'],
  path: string,
  answer: AgentCall['answer'],
  isOpen = false,
): AgentCall {
  return { method, path, answer, isOpen };
}
