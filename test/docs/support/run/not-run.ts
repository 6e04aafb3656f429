/** Code that is compiled and not run, and why. */
export interface NotRun {
  readonly file: string;
  /** Text that is in this code of the file, and in no other. */
  readonly having: string;
  readonly why: string;
}

const logger = 'needs loggers that are not installed here';
const browser = 'a browser comes back in the middle of it';
const elsewhere = 'gets a file from a host outside';
const service = 'sends to a service that listens already';

/** Everything that is not in this table is run. */
export const notRun: readonly NotRun[] = [
  { file: 'docs/observability.md', having: "from 'pino'", why: logger },
  { file: 'docs/credentials.md', having: 'declare const request', why: browser },
  { file: 'packages/core/src/credentials/oauth/oauth-client.ts', having: 'declare const callbackUrl', why: browser },
  { file: 'packages/core/src/files/save-stream.ts', having: "fetch('https://example.com", why: elsewhere },
  { file: 'packages/sdk/src/webhooks/testing/send-test-event.ts', having: 'localhost:8080', why: service },
  { file: 'docs/generation.md', having: 'aNewStep', why: 'sends what the servers of today refuse' },
  {
    file: 'docs/blobs.md',
    having: "streamingBlobs.lines('the-key')",
    why: 'reads while a step of somebody else writes',
  },
  { file: 'docs/files.md', having: 'undoMoves(', why: 'undoes moves of model files that the site knows' },
];
