import { createOrchestrationClient } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { startLoopback } from '../support/loopback-server.js';
import { picture, useEmulator } from './support.js';

const emulated = useEmulator();

/** 32 held reads, 8 short ones, 16 submits. */
const mostConnections = 56;

describe('300 runs at a time', () => {
  it('share a bounded number of connections, and all arrive', async () => {
    const client = await emulated.start({ orchestration: { workMs: 300 } });
    // The same requests once more through a server that counts its connections.
    const target = emulated.emulator;
    let most = 0;
    await using counting = await startLoopback(async (exchange, response) => {
      most = Math.max(most, counting.openSockets.size);
      const { method, url, body, headers } = exchange;
      const answer = await fetch(`${target.orchestrationUrl}${url}`, {
        method,
        headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body }),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
    client.close();
    using counted = createOrchestrationClient({ baseUrl: counting.origin, apiToken: target.apiToken });
    const runs = Array.from({ length: 300 }, () => counted.run(picture()));
    const workflows = await Promise.all(runs);
    expect(workflows.every(({ status }) => status === 'succeeded')).toBe(true);
    expect(new Set(workflows.map(({ id }) => id)).size).toBe(300);
    expect(target.orchestration.workflows()).toHaveLength(300);
    expect(most).toBeLessThanOrEqual(mostConnections);
    counted.close();
    await expect.poll(() => counting.openSockets.size).toBe(0);
  });
});
