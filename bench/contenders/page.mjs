// Fetches N pages of 2 MB one after another and prints the CPU microseconds of one, warm-up left out.
import { Agent } from 'node:http';

const [, , contender, origin, count] = process.argv;

async function prepare() {
  if (contender === 'axios') {
    const { default: axios } = await import('axios');
    const client = axios.create({
      httpAgent: new Agent({ keepAlive: true }),
      responseType: 'text',
      transformResponse: [],
    });
    return async () => JSON.parse((await client.get(`${origin}/api/v1/models?limit=100`)).data);
  }
  const { Configuration, createCivitaiClient } = await import('@civitkit/core/client');
  const civitai = createCivitaiClient(Configuration.from({ CivitaiApi: { BaseUrl: origin } }));
  return () => civitai.models.where().page();
}

const fetchPage = await prepare();
for (let warmUp = 0; warmUp < 20; warmUp += 1) await fetchPage();
const before = process.cpuUsage();
for (let page = 0; page < Number(count); page += 1) {
  const { items } = await fetchPage();
  if (items.length !== 100) throw new Error('wrong answer');
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / Number(count));
process.exit(0);
