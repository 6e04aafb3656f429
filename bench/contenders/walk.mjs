// Walks the whole list item by item, working on each; prints the milliseconds and how much the heap grew.
import { Configuration, createCivitaiClient } from '@civitkit/core/client';

const [, , origin, ahead] = process.argv;
const civitai = createCivitaiClient(Configuration.from({ CivitaiApi: { BaseUrl: origin } }));
const heap = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1_048_576;
};

/** Work that takes 0.2 ms an item and leaves the processor alone, such as writing to a database. */
let owed = 0;
async function work() {
  owed += 0.2;
  if (owed < 5) return;
  const startedAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, owed));
  owed -= performance.now() - startedAt;
}

await civitai.models.where().first();
const startedAt = performance.now();
let count = 0;
let early = 0;
let measuring = 0;
for await (const model of civitai.models.where().withReadAhead(Number(ahead))) {
  if (model.modelVersions[0]?.files.length !== 1) throw new Error('wrong answer');
  await work();
  count += 1;
  if (count === 5000) {
    const before = performance.now();
    early = heap();
    measuring += performance.now() - before;
  }
}
const ms = performance.now() - startedAt - measuring;
if (count !== 20_000) throw new Error(`only ${count} models`);
console.log(JSON.stringify({ ms, growthMb: heap() - early }));
civitai.close();
