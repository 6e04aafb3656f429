import { type LegacyJobStatus, legacyJobResults, legacyJobState } from '@civitkit/sdk/jobs';
import { describe, expect, it } from 'vitest';

const there = { blobKey: 'b', available: true, blobUrl: 'https://x.example/b' };
const missing = { blobKey: 'b', available: false };

describe('the state of a job', () => {
  it.each<[LegacyJobStatus, string]>([
    [{ lastEvent: { type: 'Succeeded' } }, 'succeeded'],
    [{ lastEvent: { type: 'Failed' }, result: there }, 'failed'],
    [{ lastEvent: { type: 'Expired' }, scheduled: true }, 'expired'],
    [{ lastEvent: { type: 'Deleted' } }, 'deleted'],
    [{ lastEvent: { type: 'Initialized' }, scheduled: true }, 'running'],
    [{ lastEvent: { type: 'Claimed' }, scheduled: false }, 'running'],
    [{ lastEvent: { type: 'Rejected' }, scheduled: false, result: missing }, 'running'],
    [{ lastEvent: { type: 'LateRejected' } }, 'running'],
    [{ lastEvent: { type: 'ClaimExpired' } }, 'running'],
    [{ lastEvent: { type: 'Updated' }, scheduled: true, result: there }, 'running'],
    [{ lastEvent: { type: 'Updated' }, scheduled: false, result: there }, 'succeeded'],
    [{ lastEvent: { type: 'toString' } }, 'running'],
    [{ lastEvent: { type: 'Vanished', jobHasCompleted: true }, scheduled: false }, 'failed'],
    [{ lastEvent: { type: 'Vanished', jobHasCompleted: true }, scheduled: false, result: [there, there] }, 'succeeded'],
    [{ lastEvent: { type: 'Vanished', jobHasCompleted: false } }, 'running'],
    [{ lastEvent: null, scheduled: true }, 'running'],
    [{ scheduled: false, result: missing }, 'failed'],
    [{ scheduled: false, result: [there, missing] }, 'failed'],
    [{ scheduled: false, result: there }, 'succeeded'],
    [{ scheduled: true, result: [there] }, 'succeeded'],
    [{}, 'running'],
  ])('%j is %s', (status, state) => {
    expect(legacyJobState(status)).toBe(state);
  });

  it('has results as a list, whatever the server gives', () => {
    expect([undefined, null, there, [there, missing]].map((result) => legacyJobResults({ result }))).toEqual([
      [],
      [],
      [there],
      [there, missing],
    ]);
  });
});
