// The same as program.mjs in CommonJS, with everything through require().
const { createHash } = require('node:crypto');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { addCivitaiApi, CivitaiClient, NotFoundError } = require('@civitkit/core');
const { hashFiles } = require('@civitkit/core/files');
const { addCivitaiSdk, OrchestrationClient, outputs, steps } = require('@civitkit/sdk');
const { Container } = require('inversify');

async function main(folder) {
  const container = addCivitaiSdk(addCivitaiApi(new Container()));
  const civitai = container.get(CivitaiClient);
  const generation = container.get(OrchestrationClient);
  const models = await civitai.models
    .where({ types: ['LORA'] })
    .take(3)
    .toArray();
  const missing = await civitai.models.get(999_999_999).asResult();
  const { username } = await civitai.me.get();

  const picture = steps.textToImage({ prompt: 'a lighthouse at dusk' }, { name: 'picture' });
  const workflow = await generation.run({ steps: [picture] }, { maxCost: 50, check: 'error' });
  const [output] = outputs(workflow);
  const saved = await generation.blobs.download(output, path.join(folder, 'picture'));

  const large = path.join(folder, 'large');
  writeFileSync(large, Buffer.alloc(24 << 20, 'civitkit'));
  const hashed = [];
  for await (const { value } of hashFiles([saved.path, large], { algorithms: ['sha256', 'blake3'] })) {
    const sha256 = createHash('sha256').update(readFileSync(value.path)).digest('hex');
    hashed.push(value.hashes.sha256 === sha256.toUpperCase() && value.hashes.blake3.length === 64);
  }

  await container.unbindAllAsync();
  const closed = await civitai.models.get(1).asResult();
  return {
    types: models.map(({ type }) => type),
    missing: [missing.error instanceof NotFoundError, missing.error.code],
    username,
    workflow: workflow.status,
    hashed,
    closed: closed.error.code,
  };
}

const folder = mkdtempSync(path.join(tmpdir(), 'civitkit-program-'));
void main(folder)
  .then((outcome) => console.log(JSON.stringify(outcome)))
  .finally(() => rmSync(folder, { recursive: true }));
