// Both clients from one container, against the servers and with the key of the environment; prints what came of it.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCivitaiApi, CivitaiClient, NotFoundError } from '@civitkit/core';
import { hashFiles } from '@civitkit/core/files';
import { addCivitaiSdk, OrchestrationClient, outputs, steps } from '@civitkit/sdk';
import { Container } from 'inversify';

const container = addCivitaiSdk(addCivitaiApi(new Container()));
const civitai = container.get(CivitaiClient);
const generation = container.get(OrchestrationClient);
const folder = mkdtempSync(join(tmpdir(), 'civitkit-program-'));
try {
  const types = [];
  for await (const { type } of civitai.models.where({ types: ['LORA'] }).take(3)) types.push(type);
  const missing = await civitai.models.get(999_999_999).asResult();
  const { username } = await civitai.me.get();

  const picture = steps.textToImage({ prompt: 'a lighthouse at dusk' }, { name: 'picture' });
  const workflow = await generation.run({ steps: [picture] }, { maxCost: 50, check: 'error' });
  const [output] = outputs(workflow);
  const { path } = await generation.blobs.download(output, join(folder, 'picture'));

  // large enough for the threads, whose code has to be found in a bundle too
  const large = join(folder, 'large');
  writeFileSync(large, Buffer.alloc(24 << 20, 'civitkit'));
  const hashed = [];
  for await (const { value } of hashFiles([path, large], { algorithms: ['sha256', 'blake3'] })) {
    const sha256 = createHash('sha256').update(readFileSync(value.path)).digest('hex');
    hashed.push(value.hashes.sha256 === sha256.toUpperCase() && value.hashes.blake3.length === 64);
  }

  await container.unbindAllAsync();
  const closed = await civitai.models.get(1).asResult();
  console.log(
    JSON.stringify({
      types,
      missing: [missing.error instanceof NotFoundError, missing.error.code],
      username,
      workflow: workflow.status,
      hashed,
      closed: closed.error.code,
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
