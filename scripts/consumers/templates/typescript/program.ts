// The same as program.mjs of the plain project, with the types that a careful program would write.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCivitaiApi,
  CivitaiClient,
  type CivitaiPromise,
  type Model,
  NotFoundError,
  type Result,
} from '@civitkit/core';
import { hashFiles } from '@civitkit/core/files';
import { addCivitaiSdk, OrchestrationClient, outputs, steps, type WorkflowOutput } from '@civitkit/sdk';
import { Container } from 'inversify';

const container: Container = addCivitaiSdk(addCivitaiApi(new Container()));
const civitai: CivitaiClient = container.get(CivitaiClient);
const generation: OrchestrationClient = container.get(OrchestrationClient);
const folder = mkdtempSync(join(tmpdir(), 'civitkit-program-'));
try {
  const types: string[] = [];
  for await (const { type } of civitai.models.where({ types: ['LORA'] }).take(3)) types.push(type);
  const call: CivitaiPromise<Model> = civitai.models.get(999_999_999);
  const missing: Result<Model> = await call.asResult();
  const { username } = await civitai.me.get();

  const picture = steps.textToImage({ prompt: 'a lighthouse at dusk' }, { name: 'picture' });
  // @ts-expect-error -- a prompt is a text
  steps.textToImage({ prompt: 1 });
  const workflow = await generation.run({ steps: [picture] }, { maxCost: 50, check: 'error' });
  const output: WorkflowOutput | undefined = [...outputs(workflow)][0];
  if (output === undefined) throw new Error('the workflow has no output');
  const { path } = await generation.blobs.download(output, join(folder, 'picture'));

  const large = join(folder, 'large');
  writeFileSync(large, Buffer.alloc(24 << 20, 'civitkit'));
  const hashed: boolean[] = [];
  for await (const outcome of hashFiles([path, large], { algorithms: ['sha256', 'blake3'] })) {
    if (!outcome.ok) throw outcome.error;
    const sha256 = createHash('sha256').update(readFileSync(outcome.value.path)).digest('hex');
    hashed.push(outcome.value.hashes.sha256 === sha256.toUpperCase() && outcome.value.hashes.blake3?.length === 64);
  }

  await container.unbindAllAsync();
  const closed = await civitai.models.get(1).asResult();
  console.log(
    JSON.stringify({
      types,
      missing: missing.ok ? [] : [missing.error instanceof NotFoundError, missing.error.code],
      username,
      workflow: workflow.status,
      hashed,
      closed: closed.ok ? 'open' : closed.error.code,
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
