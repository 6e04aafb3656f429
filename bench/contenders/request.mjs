// Sends N requests one after another and prints the CPU microseconds of one, warm-up left out.
import { Agent } from 'node:http';

const [, , contender, origin, count] = process.argv;
const url = `${origin}/api/v1/models/827184`;
const headers = { authorization: 'Bearer 0123456789abcdef0123456789abcdef' };

async function prepare() {
  if (contender === 'fetch') return async () => (await fetch(url, { headers })).json();
  if (contender === 'axios') {
    const { default: axios } = await import('axios');
    const client = axios.create({ httpAgent: new Agent({ keepAlive: true }) });
    return async () => (await client.get(url, { headers })).data;
  }
  const { Configuration, createCivitaiClient } = await import('@civitkit/core/client');
  const configuration = Configuration.from({
    CivitaiApi: { BaseUrl: origin, ApiKey: '0123456789abcdef0123456789abcdef' },
  });
  const civitai = createCivitaiClient(configuration);
  return () => civitai.models.get(827184);
}

const call = await prepare();
// Long enough for the compiler to be done with every contender: what is wanted is the cost in a service that runs.
for (let warmUp = 0; warmUp < 3000; warmUp += 1) await call();
const before = process.cpuUsage();
for (let request = 0; request < Number(count); request += 1) {
  const model = await call();
  if (model.id !== 827184) throw new Error('wrong answer');
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / Number(count));
process.exit(0);
