import { CommandFailure, type ExitCode, exitCode } from './exit-code.js';

const ofClass: Readonly<Record<string, ExitCode>> = {
  AuthenticationError: exitCode.denied,
  ConfigurationError: exitCode.configuration,
  ConnectionError: exitCode.unreachable,
  DownloadError: exitCode.storage,
  InvalidResponseError: exitCode.unreachable,
  NotFoundError: exitCode.notFound,
  PermissionError: exitCode.denied,
  RateLimitError: exitCode.limited,
  TimeoutError: exitCode.unreachable,
  ValidationError: exitCode.usage,
  WorkflowError: exitCode.workflowFailed,
};

/** Where the code of an error says more than its class. */
const ofCode: Readonly<Record<string, ExitCode>> = {
  circuit_open: exitCode.unreachable,
  conflict: exitCode.refused,
  file_exists: exitCode.refused,
  incomplete_download: exitCode.integrity,
  max_cost_exceeded: exitCode.refused,
  oversized_download: exitCode.integrity,
};

/**
 * The exit code for an error. By name, not by class: `instanceof` would load the libraries only to find out that they were
 * not used.
 */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandFailure) return error.exitCode;
  if (!(error instanceof Error)) return exitCode.failure;
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  if (typeof code === 'string' && Object.hasOwn(ofCode, code)) return ofCode[code] ?? exitCode.failure;
  if (Object.hasOwn(ofClass, error.name)) return ofClass[error.name] ?? exitCode.failure;
  return typeof status === 'number' && status >= 500 ? exitCode.unreachable : exitCode.failure;
}
