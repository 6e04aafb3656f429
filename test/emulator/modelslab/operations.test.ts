import { expect, it } from 'vitest';
import { callFamilies, jobFamilies } from '../../../packages/sdk/src/modelslab/generated/operations.js';
import { call, startForTest } from './modelslab-calls.js';

it('has a route for every operation that the client knows', async () => {
  const emulator = await startForTest();
  const paths = [
    ...Object.values(jobFamilies).flatMap(({ jobs, path }) => Object.values(jobs).map((tail) => `${path}/${tail}`)),
    ...Object.values(jobFamilies).map(({ fetch, fetchMember }) => (fetchMember === undefined ? `${fetch}/1` : fetch)),
    ...Object.values(callFamilies).flatMap(({ calls, path }) => Object.values(calls).map((tail) => `${path}/${tail}`)),
  ].map((path) => `/${path.replace(/^\/|\/$/g, '')}`);
  const missing: string[] = [];
  for (const path of new Set(paths)) {
    // Without a key every route that exists says so.
    if ((await call(emulator, 'POST', path, {}, {})).status !== 401) missing.push(path);
  }
  expect(paths.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
