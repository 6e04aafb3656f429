import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { CivitaiClient } from '../../packages/core/src/civitai-client.js';
import { itemParser } from '../../packages/core/src/resources/get-by-id.js';
import type { CivitaiPromise } from '../../packages/core/src/transport/civitai-promise.js';
import { canary, postThing, testPipeline } from '../../packages/core/test/support.js';
import { TestClock } from '../support/test-clock.js';
import { type FaultRow, faultRows, type Outcome } from './fault-rows.js';

/** Time of a call; moved by the test, not waited for. */
const timeoutMs = 30_000;
const table: string[][] = [];

/** Makes one call against one fault, and looks at all that it leaves behind. */
async function run(row: FaultRow, kind: 'list' | 'item' | 'post'): Promise<Outcome> {
  const server = await row.start();
  const clock = new TestClock(10_000);
  const owned = testPipeline(server.origin, { allowInsecureHttp: true }, { clock });
  const civitai = new CivitaiClient(owned);
  const { signal } = new AbortController();
  const startedAt = clock.now();
  const calls: Record<typeof kind, () => CivitaiPromise<unknown>> = {
    list: () => civitai.models.where().page({ signal }),
    item: () => civitai.models.get(1, { signal }),
    post: () => owned.pipeline.send(postThing, itemParser({ normalize: () => undefined, fields: {} }), { signal }),
  };
  const call = calls[kind]().asResult();
  if (row.get.error === 'TimeoutError timeout') {
    await vi.waitUntil(() => server.requests?.() === 1);
    clock.advance(timeoutMs);
  }
  const outcome = await call;
  const error = outcome.ok ? undefined : outcome.error;
  civitai.close();
  expect(clock.now() - startedAt).toBeLessThanOrEqual(timeoutMs);
  expect(clock.pending).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  await expect.poll(() => server.openSockets?.() ?? 0).toBe(0);
  await server.close();
  expect(inspect(outcome, { depth: 10, showHidden: true })).not.toContain(canary);
  expect(JSON.stringify(error)).not.toContain(canary);
  expect(error?.message).toMatch(/^(models\.(list|get)|things\.create): .{20}/);
  return { error: `${error?.name} ${error?.code}`, attempts: error?.attempts ?? -1 };
}

describe.each(faultRows)('$name', (row) => {
  it('ends a list, an item and a POST as it should, within its time, leaving nothing behind', async () => {
    const list = await run(row, 'list');
    const item = await run(row, 'item');
    const post = await run(row, 'post');
    table.push([row.name, list.error, ...[list, item, post].map(({ attempts }) => String(attempts))]);
    expect({ list, item, post }).toEqual({ list: row.get, item: row.get, post: row.post });
  });
});

afterAll(() => {
  // `npm run faults` runs this file in the mode "table".
  const { env } = import.meta as unknown as { readonly env: { readonly MODE: string } };
  if (env.MODE !== 'table') return;
  const rows = [['Fault', 'Error', 'GET list', 'GET item', 'POST'], ...table];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(
    `\nAttempts made for each fault; all ended within their time, no listener, timer, socket or key left\n${lines.join('\n')}\n`,
  );
});
