import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generation, printedWorkflow } from './generation.js';

const cli = generation();

describe('civitkit generate', () => {
  it('shows the price, makes the images, and prints their absolute paths and nothing else', async () => {
    const { code, stderr, stdout } = await cli.run(['generate', 'a lighthouse', '--quantity', '2', '--yes']);
    expect(code).toBe(0);
    const paths = stdout.trimEnd().split('\n');
    const [workflow] = cli.emulator.orchestration.workflows();
    expect(paths).toEqual([1, 2].map((index) => join(cli.sandbox.project, `${workflow?.id}_${index}.png`)));
    for (const path of paths) expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    expect(stderr).toContain('This would cost about 8 Buzz (8 blue): an estimate.');
    expect(stderr).toContain(`Workflow ${workflow?.id}`);
    expect(stderr).not.toContain('\u001b');
    expect(cli.emulator.orchestration.charged).toBe(8);
  });

  it('turns ids of model versions into AIRs and puts options where the engine has them', async () => {
    const sampling = ['--scheduler', 'euler', '--seed', '7', '--cfg', '4'];
    const engine = ['--engine', 'sdcpp', '--param', 'ecosystem=flux1', '--param', 'operation=createImage'];
    const resources = ['--model', '21061', '--lora', '20504=0.7'];
    const args = ['generate', 'a cat', ...engine, ...resources, ...sampling];
    const { code, stdout } = await cli.run([...args, '--dry-run', '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { steps: unknown[] }).steps[0]).toMatchObject({
      $type: 'imageGen',
      input: {
        engine: 'sdcpp',
        ecosystem: 'flux1',
        operation: 'createImage',
        diffuserModel: 'urn:air:flux1:checkpoint:civitai:1889@21061',
        loras: { 'urn:air:noobai:lora:civitai:1427@20504': 0.7 },
        sampleMethod: 'euler',
        seed: 7,
        cfgScale: 4,
      },
    });
    expect(cli.submissions()).toBe(0);
  });

  it('uploads an image that is a file, whatever its name says', async () => {
    const image = join(cli.sandbox.project, 'photo.jpg');
    writeFileSync(
      image,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    const outcome = await cli.run(['generate', 'a cat', '--image', 'photo.jpg', '--yes', '--json']);
    expect(outcome.code).toBe(0);
    const uploaded = await fetch(String(printedWorkflow(outcome).steps[0]?.input['sourceImage']));
    expect(uploaded.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await uploaded.arrayBuffer())).toEqual(readFileSync(image));
  });

  it('takes a whole workflow from stdin, and adds what is said of the whole', async () => {
    const template = {
      tags: ['own'],
      steps: [
        { $type: 'textToImage', name: 'hero', input: { prompt: 'a cat' } },
        { $type: 'imageUpscaler', name: 'big', input: { image: { $ref: 'hero', path: 'output.images[0].url' } } },
      ],
    };
    const args = [
      'generate',
      '--template',
      '-',
      '--yes',
      '--json',
      '--tag',
      'cli',
      '--currency',
      'yellow',
      '--name',
      '{step}',
    ];
    const outcome = await cli.run(args, { stdin: `\ufeff${JSON.stringify(template)}` });
    expect(outcome.code).toBe(0);
    expect(printedWorkflow(outcome)).toMatchObject({
      status: 'succeeded',
      tags: ['own', 'cli'],
      currencies: ['yellow'],
    });
    expect(cli.files()).toEqual(['big.png', 'hero.png']);
  });

  it('prints the workflow exactly as the API has it with --json, and only that', async () => {
    const outcome = await cli.run(['generate', 'a cat', '--yes', '--json', '--out', 'images']);
    const { id } = printedWorkflow(outcome);
    const again = await fetch(`${cli.emulator.orchestrationUrl}/v2/consumer/workflows/${id}`, {
      headers: { authorization: `Bearer ${cli.emulator.apiToken}` },
    });
    const withoutLinks = (text: string): unknown =>
      JSON.parse(text, (key, value: unknown) => (/url$|ExpiresAt$/i.test(key) ? '' : value));
    expect(withoutLinks(outcome.stdout)).toEqual(withoutLinks(await again.text()));
    expect(outcome.stderr).toContain(join(cli.sandbox.project, 'images', `${id}_1.png`));
  });

  it.each([['--no-wait'], ['--no-save']])('prints the id alone with %s', async (option) => {
    const { code, stdout } = await cli.run(['generate', 'a cat', '--yes', option]);
    expect(code).toBe(0);
    expect(stdout.trimEnd()).toBe(cli.emulator.orchestration.workflows()[0]?.id);
    expect(cli.files()).toEqual([]);
  });

  it('says nothing with --quiet but the paths', async () => {
    const { stderr, stdout } = await cli.run(['generate', 'a cat', '--yes', '--quiet']);
    expect(stderr).toBe('');
    expect(existsSync(stdout.trimEnd())).toBe(true);
  });

  it('goes on with the workflow that the server has when the answer to the submit is lost', async () => {
    const match = { method: 'POST', path: '/v2/consumer/workflows' };
    // The first is the preview.
    cli.emulator.addFault({ match, times: 1, fault: { kind: 'slowBody', pauseMs: 1 } });
    cli.emulator.addFault({ match, times: 1, fault: { kind: 'resetAfter' } });
    const { code, stdout } = await cli.run(['generate', 'a cat', '--yes']);
    expect(code).toBe(0);
    expect(existsSync(stdout.trimEnd())).toBe(true);
    expect(cli.submissions()).toBe(1);
    expect(cli.emulator.orchestration.charged).toBe(4);
  });
});
