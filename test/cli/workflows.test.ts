import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { generation, type PrintedWorkflow } from './generation.js';
import { outcomeOf, runCli, spawnCli } from './run-cli.js';

const cli = generation();

/** Makes a workflow and gives its id. */
async function make(...args: readonly string[]): Promise<string> {
  const { stdout } = await cli.run(['generate', 'a cat', '--yes', '--no-save', ...args]);
  return stdout.trimEnd();
}

describe('civitkit workflows list', () => {
  it('shows a table, the newest first', async () => {
    const ids = [await make('--tag', 'one'), await make('--tag', 'two', '--quantity', '2')];
    const { code, stdout } = await cli.run(['workflows', 'list']);
    expect(code).toBe(0);
    const [header, ...rows] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(header).toEqual(['Id', 'Created (UTC)', 'Status', 'Steps', 'Buzz', 'Tags']);
    expect(rows.map(([id, , status, steps, buzz, tags]) => [id, status, steps, buzz, tags])).toEqual([
      [ids[1], 'succeeded', 'textToImage', '8', 'two'],
      [ids[0], 'succeeded', 'textToImage', '4', 'one'],
    ]);
  });

  it('filters, limits, and prints what the API gives', async () => {
    const first = await make('--tag', 'one');
    const second = await make('--tag', 'two');
    const list = async (...args: readonly string[]): Promise<string[]> => {
      const { stdout } = await cli.run(['workflows', 'list', '--json', ...args]);
      return (JSON.parse(stdout) as PrintedWorkflow[]).map(({ id }) => id);
    };
    expect(await list('--tag', 'one')).toEqual([first]);
    expect(await list('--exclude-tag', 'one')).toEqual([second]);
    expect(await list('--limit', '1')).toEqual([second]);
    expect(await list('--limit', '1', '--all')).toEqual([second, first]);
    expect(await list('--to', '2020-01-01')).toEqual([]);
    expect(await list('--from', '2020-01-01', '--exclude-failed')).toEqual([second, first]);
  });

  it('says that there are none, and prints nothing', async () => {
    expect(await cli.run(['workflows', 'list'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'There are no such workflows.\n',
    });
  });

  it('leaves the addresses of mature content out unless asked', async () => {
    await cli.run(['generate', 'a cat [emulator:mature=x]', '--allow-mature', '--yes', '--no-save']);
    const hidden = await cli.run(['workflows', 'list', '--json']);
    const shown = await cli.run(['workflows', 'list', '--json', '--show-mature']);
    expect(hidden.stdout).not.toContain('/v2/consumer/blobs/content');
    expect(shown.stdout).toContain('/v2/consumer/blobs/content');
  });
});

describe('civitkit workflows get', () => {
  it('describes a workflow and its files', async () => {
    const id = await make('--tag', 'one');
    const { code, stdout } = await cli.run(['workflows', 'get', id]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Workflow: ${id}\nStatus: succeeded\n`);
    expect(stdout).toMatch(/Buzz: 4\nTags: one\nStep: 0 \(textToImage\): succeeded\n/);
    expect(stdout).toMatch(/0 {5}[A-Z0-9]+\.png {2}image {2}yes/);
    // signed: who has it can read the file
    expect(stdout).not.toContain('http');
  });

  it('prints what the API gives with --json', async () => {
    const id = await make();
    const { stdout } = await cli.run(['workflows', 'get', id, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ id, status: 'succeeded' });
  });

  it('has an exit code for what is not there', async () => {
    const { code, stdout, stderr } = await cli.run(['workflows', 'get', 'nothing-like-it']);
    expect(code).toBe(4);
    expect(stdout).toBe('');
    expect(stderr).toContain('[not_found]');
  });
});

describe('civitkit workflows watch', () => {
  it.each([
    ['', 0, 'succeeded, 1 file.'],
    ['[emulator:fail]', 10, 'failed in step 0'],
    ['[emulator:expire]', 10, 'expired in step 0'],
    ['[emulator:withhold=siteRestricted]', 11, 'withheld: image of step 0'],
  ])('tells how %j ended by its exit code', async (marker, code, said) => {
    const { stdout: id } = await cli.run(['generate', `a cat ${marker}`, '--yes', '--no-wait']);
    const outcome = await cli.run(['workflows', 'watch', id.trimEnd()]);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stdout).toBe('');
  });

  it('tells of a workflow that somebody canceled', async () => {
    cli.emulator.orchestration.holdAt('processing');
    const { stdout } = await cli.run(['generate', 'a cat', '--yes', '--no-wait']);
    await cli.run(['workflows', 'cancel', stdout.trimEnd()]);
    const { code, stderr } = await cli.run(['workflows', 'watch', stdout.trimEnd()]);
    expect(code).toBe(10);
    expect(stderr).toContain('was canceled');
  });
});

describe('civitkit workflows cancel', () => {
  it('ends a workflow; again, or after its end, changes nothing and is no mistake', async () => {
    cli.emulator.orchestration.holdAt('processing');
    const { stdout } = await cli.run(['generate', 'a cat', '--yes', '--no-wait']);
    const id = stdout.trimEnd();
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout: said } = await cli.run(['workflows', 'cancel', id]);
      expect(code).toBe(0);
      expect(said).toContain(`Workflow ${id} is canceled.`);
    }
    cli.emulator.orchestration.release();
    const ended = await make();
    const { code, stdout: said } = await cli.run(['workflows', 'cancel', ended]);
    expect(code).toBe(0);
    expect(said).toBe(`Workflow ${ended} had already ended: succeeded.\n`);
  });
});

describe('against civitkit emulator', () => {
  it('works with what it prints', async () => {
    const { sandbox } = cli;
    const emulator = spawnCli(sandbox, ['emulator', '--json']);
    const ended = outcomeOf(emulator);
    const [line] = (await once(createInterface({ input: emulator.stdout }), 'line')) as [string];
    const { apiToken, orchestrationUrl } = JSON.parse(line) as Record<string, string>;
    const env = { CivitaiSdk__BaseUrl: String(orchestrationUrl), CivitaiSdk__ApiToken: String(apiToken) };
    const made = await runCli(sandbox, ['generate', 'a cat', '--yes'], { env });
    const listed = await runCli(sandbox, ['workflows', 'list'], { env });
    emulator.kill();
    await ended;
    expect(made.code).toBe(0);
    expect(made.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(listed.stdout.trimEnd().split('\n')).toHaveLength(2);
  });
});
