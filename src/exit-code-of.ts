import { CommandFailure, type ExitCode, exitCode } from './exit-code.js';

const ofClass: Readonly<Record<string, ExitCode>> = {
  AuthenticationError: exitCode.denied,
  ConfigurationError: exitCode.configuration,
  ConnectionError: exitCode.unreachable,
  DownloadError: exitCode.storage,
  FileError: exitCode.storage,
  InvalidResponseError: exitCode.unreachable,
  ModelsLabJobError: exitCode.workflowFailed,
  NotFoundError: exitCode.notFound,
  PermissionError: exitCode.denied,
  RateLimitError: exitCode.limited,
  TimeoutError: exitCode.unreachable,
  ValidationError: exitCode.usage,
  WorkflowError: exitCode.workflowFailed,
};

/** Where the code of an error says more than its class. */
const ofCode: Readonly<Record<string, ExitCode>> = {
  ambiguous_file: exitCode.usage,
  archived: exitCode.notFound,
  bad_header: exitCode.integrity,
  bad_source: exitCode.usage,
  circuit_open: exitCode.unreachable,
  conflict: exitCode.refused,
  content_blocked: exitCode.withheld,
  downloads_disabled: exitCode.denied,
  file_changed: exitCode.integrity,
  file_exists: exitCode.refused,
  file_not_found: exitCode.usage,
  file_not_stored: exitCode.notFound,
  hash_mismatch: exitCode.integrity,
  hash_missing: exitCode.integrity,
  // what is missing can be fetched, by the same command
  incomplete_download: exitCode.unreachable,
  link_rejected: exitCode.unreachable,
  locked: exitCode.refused,
  max_cost_exceeded: exitCode.refused,
  model_busy: exitCode.unreachable,
  name_collision: exitCode.refused,
  no_such_file: exitCode.notFound,
  not_a_file: exitCode.usage,
  oversized_download: exitCode.integrity,
  quota_exceeded: exitCode.limited,
  unexpected_content_type: exitCode.unreachable,
  unexpected_redirect: exitCode.refused,
  unsafe_file: exitCode.refused,
  unsafe_redirect: exitCode.refused,
  unsafe_target: exitCode.refused,
  wrong_content: exitCode.integrity,
  wrong_range: exitCode.unreachable,
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
