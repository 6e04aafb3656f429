import { describe, expect, it } from 'vitest';
import { generation, until } from './generation.js';

const cli = generation();
const submit = { method: 'POST', path: '/v2/consumer/workflows' };
const posts = (): number => cli.emulator.requests.filter(({ method }) => method === 'POST').length;

describe('Ctrl-C', () => {
  it('before anything was submitted ends it without a charge', async () => {
    cli.emulator.addFault({ match: submit, fault: { kind: 'stalledHeaders' } });
    const { child, outcome } = cli.start(['generate', 'a cat', '--yes']);
    await until(() => posts() === 1);
    child.kill('SIGINT');
    const { code, stderr, stdout } = await outcome;
    expect(code).toBe(130);
    expect(stderr).toBe('civitkit: Nothing was submitted and nothing spent.\n');
    expect(stdout).toBe('');
    expect(cli.submissions()).toBe(0);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('(%s) leaves the workflow alone and says how to watch and to end it', async (signal, code) => {
    cli.emulator.orchestration.holdAt('processing');
    const started = cli.start(['generate', 'a cat', '--yes']);
    await until(() => started.stderr().includes('working'));
    started.child.kill(signal);
    const outcome = await started.outcome;
    const [workflow] = cli.emulator.orchestration.workflows();
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(
      `civitkit: Workflow ${workflow?.id} goes on. To follow it: civitkit workflows watch ${workflow?.id}. ` +
        `To end it: civitkit workflows cancel ${workflow?.id}.\n`,
    );
    expect(workflow?.status).toBe('processing');

    // and that is what it does
    cli.emulator.orchestration.release();
    const watched = await cli.run(['workflows', 'watch', String(workflow?.id), '--save', 'images']);
    expect(watched.code).toBe(0);
    expect(cli.files('images')).toEqual([`${workflow?.id}_1.png`]);
  });

  it('while the workflow is being submitted waits for its id, so that what was paid for is known', async () => {
    cli.emulator.orchestration.holdAt('processing');
    // The first is the preview; the answer to the second comes slowly.
    cli.emulator.addFault({ match: submit, times: 1, fault: { kind: 'slowBody', pauseMs: 1 } });
    cli.emulator.addFault({ match: submit, times: 1, fault: { kind: 'slowBody', pauseMs: 100 } });
    const { child, outcome } = cli.start(['generate', 'a cat', '--yes']);
    await until(() => cli.submissions() === 1);
    child.kill('SIGINT');
    const { code, stderr } = await outcome;
    expect(code).toBe(130);
    expect(stderr).toContain('The workflow is being submitted; once its id is known, this ends.');
    expect(stderr).toContain(`civitkit workflows watch ${cli.emulator.orchestration.workflows()[0]?.id}`);
  });

  it('cancels the workflow with --cancel-on-interrupt', async () => {
    cli.emulator.orchestration.holdAt('processing');
    const started = cli.start(['generate', 'a cat', '--yes', '--cancel-on-interrupt']);
    await until(() => started.stderr().includes('working'));
    started.child.kill('SIGINT');
    const { code, stderr } = await started.outcome;
    const [workflow] = cli.emulator.orchestration.workflows();
    expect(code).toBe(130);
    expect(stderr).toContain(`Workflow ${workflow?.id} was canceled.`);
    expect(workflow?.status).toBe('canceled');
  });

  it('a second time ends it at once, whatever it still waits for', async () => {
    cli.emulator.orchestration.holdAt('processing');
    cli.emulator.addFault({ match: { method: 'PUT' }, fault: { kind: 'stalledHeaders' } });
    const started = cli.start(['generate', 'a cat', '--yes', '--cancel-on-interrupt']);
    await until(() => started.stderr().includes('working'));
    started.child.kill('SIGINT');
    await until(() => cli.emulator.requests.some(({ method }) => method === 'PUT'));
    started.child.kill('SIGTERM');
    expect(await started.outcome).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('while files are saved keeps those that are whole, and says how to fetch the others', async () => {
    const match = { path: '/v2/consumer/blobs/content' };
    cli.emulator.addFault({ match, times: 1, fault: { kind: 'stalledBody' } });
    const started = cli.start(['generate', 'a cat', '--yes', '--quantity', '2']);
    await until(() => started.stderr().includes(': saved'));
    started.child.kill('SIGINT');
    const { code, stderr, stdout } = await started.outcome;
    const [workflow] = cli.emulator.orchestration.workflows();
    expect(code).toBe(130);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(cli.files()).toHaveLength(1);
    expect(stderr).toContain(`civitkit workflows watch ${workflow?.id} --save .`);
  });
});
