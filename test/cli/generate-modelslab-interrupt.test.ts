import { describe, expect, it } from 'vitest';
import { generation, until } from './generation.js';
import { cursorShown, openTerminal, scriptWorks } from './terminal.js';

const cli = generation();
const args = ['generate', 'a lighthouse', '--provider', 'modelslab', '--model', 'flux'];
const jobs = () => cli.emulator.modelslab.jobs();

describe('Ctrl-C', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('(%s) leaves the job alone, which nothing can cancel, and says how to fetch it', async (signal, code) => {
    cli.emulator.modelslab.hold();
    const started = cli.start([...args, '--yes', '--out', 'images']);
    await until(() => started.stderr().includes('working'));
    started.child.kill(signal);
    const outcome = await started.outcome;
    const reference = `images:${jobs()[0]?.id}`;
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(
      `civitkit: Job ${reference} goes on; it cannot be cancelled, and is billed. To fetch it: civitkit generate ` +
        `--provider modelslab --resume ${reference} --out images.\n`,
    );

    // and that is what it does
    cli.emulator.modelslab.release();
    const resumed = await cli.run(['generate', '--provider', 'modelslab', '--resume', reference, '--out', 'images']);
    expect([resumed.code, cli.files('images')]).toEqual([0, [`${jobs()[0]?.id}_1.png`]]);
    expect(cli.emulator.modelslab.charges).toHaveLength(1);
  });

  it.each([[[]], [['--no-wait']]])(
    'while the job is being submitted waits for its id, so that what was paid for is known (%j)',
    async (options) => {
      cli.emulator.modelslab.hold();
      const match = { path: '/api/v6/images/text2img' };
      cli.emulator.addFault({ match, times: 1, fault: { kind: 'slowBody', pauseMs: 100 } });
      const { child, outcome } = cli.start([...args, '--yes', ...options]);
      await until(() => jobs().length === 1);
      child.kill('SIGINT');
      const { code, stderr } = await outcome;
      expect(code).toBe(130);
      expect(stderr).toContain(`--resume images:${jobs()[0]?.id}.`);
    },
  );

  it.each([[[]], [['--no-wait']]])('while the server takes no more jobs sends none (%j)', async (options) => {
    const body = { status: 'error', message: 'Rate limit exceeded', retry_after: 0.2 };
    cli.emulator.modelslab.failNext({ failure: { status: 429, body }, at: 'submit', times: 1_000_000 });
    const { child, outcome } = cli.start([...args, '--yes', ...options]);
    await until(() => cli.emulator.requests.length > 2);
    child.kill('SIGINT');
    const { code, stderr } = await outcome;
    expect(code).toBe(130);
    expect(stderr).toContain('Nothing was submitted and nothing spent.');
    expect(jobs()).toEqual([]);
  });

  it('a second time ends it at once, whatever it still waits for', async () => {
    cli.emulator.addFault({ match: { path: '/api/v6/images/text2img' }, fault: { kind: 'stalledHeaders' } });
    const started = cli.start([...args, '--yes']);
    await until(() => cli.emulator.requests.length === 1);
    started.child.kill('SIGINT');
    await until(() => started.stderr().includes('Once more, and it ends now.'));
    started.child.kill('SIGTERM');
    expect(await started.outcome).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('while files are saved keeps those that are whole, and says how to fetch the others', async () => {
    cli.emulator.addFault({ match: { path: '/generations/' }, times: 1, fault: { kind: 'stalledBody' } });
    const started = cli.start([...args, '--yes', '--quantity', '2']);
    await until(() => started.stderr().includes(': saved'));
    started.child.kill('SIGINT');
    const { code, stderr, stdout } = await started.outcome;
    expect(code).toBe(130);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(cli.files()).toHaveLength(1);
    expect(stderr).toContain(`--resume images:${jobs()[0]?.id}`);
  });
});

describe.skipIf(!scriptWorks)('in a terminal', () => {
  const open = () => openTerminal(args, { cwd: cli.sandbox.project, env: { ...cli.sandbox.env, ...cli.env } });

  it('asks before it submits; yes submits, and counts down the time that is left', async () => {
    cli.emulator.modelslab.planJob({ workMs: 1500, etaSeconds: 3 });
    const terminal = open();
    await until(() => terminal.seen().includes('Submit images.text2img to ModelsLab?'));
    expect(jobs()).toEqual([]);
    terminal.type('y');
    expect(await terminal.ended).toBe(0);
    expect(terminal.seen()).toContain('working, eta 0:03');
    expect(terminal.seen()).toContain('working, eta 0:02');
    expect(cursorShown(terminal.seen())).toBe(true);
    expect(terminal.seen()).not.toContain(cli.emulator.modelslabKey);
    expect(jobs()).toHaveLength(1);
  });

  it.each([
    ['n', 9],
    ['\u0003', 130],
  ])('submits nothing after %j', async (key, code) => {
    const terminal = open();
    await until(() => terminal.seen().includes('Submit images.text2img to ModelsLab?'));
    terminal.type(key);
    expect(await terminal.ended).toBe(code);
    expect(terminal.seen()).toContain('Nothing was submitted and nothing spent.');
    expect(cursorShown(terminal.seen())).toBe(true);
    expect(jobs()).toEqual([]);
  });
});
