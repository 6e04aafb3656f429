// Gets the same model N times, from the cache or from the server, and prints the microseconds of one.
const [, , contender, origin, count] = process.argv;
const { Configuration, createCivitaiClient } = await import('@civitkit/core/client');
const configuration = Configuration.from({ CivitaiApi: { BaseUrl: origin, Cache: { Enabled: contender === 'hit' } } });
const civitai = createCivitaiClient(configuration);

for (let warmUp = 0; warmUp < 1000; warmUp += 1) await civitai.models.get(827184);
const { response } = await civitai.models.get(827184).withResponse();
if ((response.fromCache?.state === 'fresh') !== (contender === 'hit')) throw new Error('not what was to be measured');
const startedAt = performance.now();
for (let call = 0; call < Number(count); call += 1) {
  const model = await civitai.models.get(827184);
  if (model.id !== 827184) throw new Error('wrong answer');
}
console.log(((performance.now() - startedAt) * 1000) / Number(count));
process.exit(0);
