// The emulator in a process of its own, with 200 ms of work a workflow and nothing before it. Prints where it is; at
// `count` it says how many requests there were since it was last asked.
import { subscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import { startEmulator } from 'civitkit/emulator';

const pace = { unassignedMs: 0, preparingMs: 0, queueMs: 0, workMs: 200, progressReports: 1 };
const emulator = await startEmulator({
  modelCount: 1,
  imageCount: 1,
  orchestration: { ...pace, balances: { blue: 1e9 } },
});
let requests = 0;
subscribe('http.server.request.start', ({ request }) => {
  if (request.url.startsWith('/v2/consumer/workflows')) requests += 1;
});
const counter = createServer((_, response) => {
  response.end(`${requests}`);
  requests = 0;
});
counter.listen(0, '127.0.0.1', () => {
  const count = `http://127.0.0.1:${counter.address().port}`;
  console.log(JSON.stringify({ origin: emulator.orchestrationUrl, apiToken: emulator.apiToken, count }));
});
