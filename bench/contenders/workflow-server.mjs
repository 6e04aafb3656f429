// Answers every request with the same workflow, in a process of its own so that its CPU is nobody's.
import { createServer } from 'node:http';

const workflow = JSON.stringify({
  id: '0-0001',
  createdAt: '2026-11-21T10:00:00.1234567Z',
  status: 'unassigned',
  metadata: {},
  arguments: {},
  tags: ['bench'],
  steps: [
    {
      $type: 'textToImage',
      name: '$0',
      priority: 'normal',
      status: 'unassigned',
      metadata: {},
      input: { prompt: 'a lighthouse at dusk', width: 1024, height: 1024, cfgScale: 7, seed: 1 },
      jobs: [{ id: 'job', status: 'unassigned', cost: 1, queuePosition: { support: 'available', precedingJobs: 3 } }],
    },
  ],
  callbacks: [],
  tips: { civitai: 0, creators: 0 },
  cost: { base: 8, factors: {}, fixed: {}, tips: { civitai: 0, creators: 0 }, fees: {}, total: 8 },
  upgradeMode: 'manual',
  currencies: [],
  forceRefunded: false,
});
const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(workflow) });
    response.end(workflow);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
