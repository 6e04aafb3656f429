import type { DownloaderOptions } from './download-options.js';

const wholes = ['maxConcurrentFiles', 'segments'] as const;
const times = ['headersTimeoutMs', 'stallTimeoutMs', 'slowForMs'] as const;
const amounts = [
  'pauseBetweenMs',
  'maxRetries',
  'maxRetryAfterMs',
  'minBytesPerSecond',
  'reserveBytes',
  'progressIntervalMs',
] as const;

/** More connections than this to one host are an attack. */
const mostSegments = 64;

/**
 * Checks the options of a downloader.
 *
 * @throws RangeError
 */
export function checkDownloaderOptions(options: DownloaderOptions): void {
  for (const name of wholes) {
    const value = options[name];
    if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= mostSegments)) {
      throw new RangeError(`createDownloader: ${name} must be a whole number from 1 to ${mostSegments}, got ${value}`);
    }
  }
  for (const name of times) {
    const value = options[name];
    if (value !== undefined && !(value > 0 && value < 2 ** 31)) {
      throw new RangeError(`createDownloader: ${name} must be a number of milliseconds above 0, got ${value}`);
    }
  }
  for (const name of amounts) {
    const value = options[name];
    if (value !== undefined && !(value >= 0)) {
      throw new RangeError(`createDownloader: ${name} must be a number from 0, got ${value}`);
    }
  }
  const { bytesPerSecond } = options;
  if (bytesPerSecond !== undefined && !(bytesPerSecond > 0)) {
    throw new RangeError(
      `createDownloader: bytesPerSecond must be above 0, got ${bytesPerSecond}; leave it out for no limit`,
    );
  }
}
