import { describe, expect, it } from 'vitest';
import { generation } from './generation.js';

const cli = generation({ modelslab: { workMs: 0 } });
const args = ['generate', 'a lighthouse', '--provider', 'modelslab', '--model', 'flux', '--yes'];

describe('what goes wrong at ModelsLab', () => {
  it.each([
    ['invalidKey', 3, 'unauthorized'],
    ['credits', 3, 'insufficient_credits'],
    ['plan', 3, 'plan_required'],
    ['content', 11, 'content_blocked'],
    ['wrongWidth', 2, 'invalid_request'],
    ['modelLoading', 5, 'model_busy'],
    ['serverError', 5, 'server_error'],
    ['failed', 10, 'job_failed'],
    ['misspelled', 1, 'error_with_status_200'],
  ] as const)('%s has exit code %i, and is never sent twice', async (failure, exitCode, errorCode) => {
    cli.emulator.modelslab.failNext({ failure, at: 'submit' });
    const { code, stderr, stdout } = await cli.run(args);
    expect([code, stdout, cli.files()]).toEqual([exitCode, '', []]);
    expect(stderr).toContain(`[${errorCode}]`);
    expect(cli.emulator.modelslab.jobs()).toEqual([]);
  });

  it('a job that failed says why', async () => {
    cli.emulator.modelslab.planJob({ end: 'failed', message: 'no face found', workMs: 100, etaSeconds: 1 });
    const { code, stderr, stdout } = await cli.run(args);
    expect([code, stdout]).toEqual([10, '']);
    expect(stderr).toContain('images.text2img: failed\n');
    expect(stderr).toContain('no face found');
    expect(stderr).not.toContain('--resume');
  });

  it('a submission that was not answered says that it may be billed', async () => {
    cli.emulator.addFault({ match: { path: '/api/v6/images/text2img' }, fault: { kind: 'resetAfter' } });
    const { code, stderr } = await cli.run(args);
    expect(code).toBe(5);
    expect(stderr).toContain('The server may have taken it, and bill it: it is not sent again by itself.');
    expect(cli.emulator.modelslab.jobs()).toHaveLength(1);
  });

  it('waiting no longer than --timeout leaves the job alone and says how to go on', async () => {
    cli.emulator.modelslab.planJob({ end: 'never', workMs: 50, etaSeconds: 30 });
    const { code, stderr } = await cli.run([...args, '--timeout', '0.5', '--out', 'images']);
    const [job] = cli.emulator.modelslab.jobs();
    expect(code).toBe(5);
    expect(stderr).toContain(
      `Not done within 0.5 s. Job images:${job?.id} goes on; it cannot be cancelled, and is billed. To fetch it: ` +
        `civitkit generate --provider modelslab --resume images:${job?.id} --out images.`,
    );
  });

  it('a job that cannot be followed any more says how to go on', async () => {
    cli.emulator.modelslab.planJob({ workMs: 50, etaSeconds: 1 });
    cli.emulator.modelslab.failNext({ failure: 'invalidKey', at: 'poll' });
    const { code, stderr } = await cli.run(args);
    const [job] = cli.emulator.modelslab.jobs();
    expect(code).toBe(3);
    expect(stderr).toContain('[unauthorized]');
    expect(stderr).not.toContain('resume(');
    expect(stderr).toContain(`--resume images:${job?.id}.`);
  });

  it('a job that nobody knows is not found', async () => {
    const { code, stderr } = await cli.run(['generate', '--provider', 'modelslab', '--resume', 'images:1']);
    expect(code).toBe(4);
    expect(stderr).toContain('[not_found]');
  });

  it('an output that has expired does not keep the others', async () => {
    cli.emulator.addFault({ match: { path: '/generations/' }, times: 1, fault: { kind: 'status', status: 410 } });
    const { code, stderr, stdout } = await cli.run([...args, '--quantity', '2']);
    expect(code).toBe(4);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('was not saved: The output is not there');
    expect(stderr).toMatch(/Not all files of job (images:\d+) were saved\. To fetch them: .*--resume \1/);
  });
});
