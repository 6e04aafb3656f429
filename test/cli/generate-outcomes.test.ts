import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generation, printedWorkflow } from './generation.js';

const cli = generation();

describe('what a workflow came to', () => {
  it('a failure has an exit code of its own, says where, and prints the workflow with --json', async () => {
    const outcome = await cli.run(['generate', 'a cat [emulator:fail=out of memory]', '--yes', '--json']);
    expect(outcome.code).toBe(10);
    expect(printedWorkflow(outcome).status).toBe('failed');
    expect(outcome.stderr).toMatch(/Workflow \S+ failed in step 0 \(textToImage\)/);
    expect(outcome.stderr).not.toContain('createJobReasons');
  });

  it('what a failed workflow has made is saved all the same', async () => {
    const steps = [
      { $type: 'textToImage', name: 'good', input: { prompt: 'a cat' } },
      { $type: 'textToImage', name: 'bad', input: { prompt: '[emulator:fail]' } },
    ];
    const { code, stdout } = await cli.run(['generate', '--template', '-', '--yes', '--name', '{step}'], {
      stdin: JSON.stringify({ steps }),
    });
    expect(code).toBe(10);
    expect(stdout).toBe(`${join(cli.sandbox.project, 'good.png')}\n`);
  });

  it('what is withheld is named with its reason, and what is there is saved', async () => {
    const steps = [
      { $type: 'textToImage', name: 'good', input: { prompt: 'a cat' } },
      { $type: 'textToImage', name: 'bad', input: { prompt: '[emulator:withhold=siteRestricted]' } },
    ];
    const { code, stderr, stdout } = await cli.run(['generate', '--template', '-', '--yes', '--name', '{step}'], {
      stdin: JSON.stringify({ steps }),
    });
    expect(code).toBe(11);
    expect(stderr).toContain('withheld: image of step bad, output.images[0] (siteRestricted)');
    expect(stderr).toContain('1 file of workflow');
    expect(stdout).toBe(`${join(cli.sandbox.project, 'good.png')}\n`);
  });

  it('a success without any file says what the step complains of', async () => {
    const engine = ['--engine', 'openai', '--model', 'gpt-image-1', '--param', 'operation=createImage'];
    const { code, stderr } = await cli.run(['generate', '[emulator:errors=the prompt is empty]', ...engine, '--yes']);
    expect(code).toBe(10);
    expect(stderr).toContain('ended without a file: the prompt is empty.');
  });

  it('waiting no longer than --timeout leaves the workflow alone and says how to go on', async () => {
    cli.emulator.orchestration.holdAt('processing');
    const { code, stderr } = await cli.run(['generate', 'a cat', '--yes', '--timeout', '1']);
    const [workflow] = cli.emulator.orchestration.workflows();
    expect(code).toBe(5);
    expect(stderr).toContain(`Not done within 1 s. Workflow ${workflow?.id} goes on.`);
    expect(workflow?.status).toBe('processing');
  });
});

describe('files', () => {
  it('are never overwritten unasked: a free name is chosen', async () => {
    const taken = join(cli.sandbox.project, 'cat.png');
    writeFileSync(taken, 'mine');
    const first = await cli.run(['generate', 'a cat', '--yes', '--name', 'cat', '--quantity', '2']);
    expect(first.stdout.trimEnd().split('\n').toSorted()).toEqual(
      ['cat-2.png', 'cat-3.png'].map((name) => join(cli.sandbox.project, name)),
    );
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });

  it('are overwritten with --overwrite, but not by each other', async () => {
    const taken = join(cli.sandbox.project, 'cat.png');
    writeFileSync(taken, 'mine');
    await cli.run(['generate', 'a cat', '--yes', '--name', 'cat', '--quantity', '2', '--overwrite']);
    expect(readFileSync(taken).subarray(1, 4).toString()).toBe('PNG');
    expect(cli.files()).toEqual(['cat-2.png', 'cat.png']);
  });

  it('one that cannot be fetched does not keep the others, and can be fetched later', async () => {
    cli.emulator.addFault({
      match: { path: '/v2/consumer/blobs/content' },
      times: 1,
      fault: { kind: 'status', status: 404 },
    });
    const { code, stderr, stdout } = await cli.run(['generate', 'a cat', '--yes', '--quantity', '3']);
    const [workflow] = cli.emulator.orchestration.workflows();
    expect(code).toBe(4);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toContain('was not saved');
    expect(stderr).toContain(`civitkit workflows watch ${workflow?.id} --save .`);
  });
});
