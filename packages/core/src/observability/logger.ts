/**
 * Where log lines go. pino, winston and NestJS loggers all fit as they are, and so does `console`.
 *
 * Lines are ready text and never hold a key, a header or a body. Retries are warnings; all else is debug.
 */
export interface Logger {
  debug(message: string): void;
  warn(message: string): void;
}
