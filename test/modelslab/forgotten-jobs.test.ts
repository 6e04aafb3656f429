import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { startModelsLab } from './support.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it.each([
  ['that has ended', 'await'],
  ['that nobody waits for any more', 'leave'],
  ['that was aborted', 'abort'],
] as const)('a job %s is forgotten by its client', async (_name, how) => {
  const { client, emulator } = await startModelsLab();
  if (how === 'abort') emulator.modelslab.hold();
  /** Its last answer, which a job holds as long as it is held itself. */
  const follow = async (): Promise<WeakRef<object>> => {
    const stop = new AbortController();
    const job = client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }, { signal: stop.signal });
    await job.submitted();
    const answer = new WeakRef(job.state.raw);
    if (how === 'leave') return answer;
    const outcome = job.then(
      ({ raw }) => new WeakRef(raw),
      () => answer,
    );
    if (how === 'abort') stop.abort(new Error('enough'));
    return await outcome;
  };
  const answers = await Promise.all(Array.from({ length: 5 }, follow));
  await expect
    .poll(
      () => {
        collectGarbage();
        return answers.filter((answer) => answer.deref() !== undefined).length;
      },
      { timeout: 10_000 },
    )
    .toBe(0);
  expect(emulator.modelslab.jobs()).toHaveLength(5);
});
