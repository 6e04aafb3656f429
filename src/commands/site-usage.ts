import { CommandFailure, exitCode } from '../exit-code.js';

/** The client complains about arguments with a TypeError or a RangeError; here they were typed by a person. */
export function orUsageError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const wrong = error instanceof TypeError || error instanceof RangeError;
    throw wrong ? new CommandFailure(error.message, exitCode.usage) : error;
  }
}
