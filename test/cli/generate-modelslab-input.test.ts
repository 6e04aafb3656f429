import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canary, generation } from './generation.js';
import { runCli } from './run-cli.js';

const cli = generation();
const provider = ['generate', '--provider', 'modelslab'];

/** What would be sent. */
async function parameters(args: readonly string[]): Promise<unknown> {
  const { code, stdout } = await cli.run([...provider, '--dry-run', ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('options of civitkit generate --provider modelslab', () => {
  it('are put where the operation has them', async () => {
    const sampling = ['--steps', '21', '--cfg', '7.5', '--seed', '42', '--scheduler', 'LCMScheduler'];
    const size = ['--width', '512', '--height', '768', '--quantity', '2'];
    const loras = ['--lora', 'film=0.7', '--lora', 'grain', '--negative', 'fog'];
    const params = ['--param', 'safety_checker=false', '--param', 'track_id=7'];
    expect(await parameters(['a cat', '--model', 'flux', ...sampling, ...size, ...loras, ...params])).toEqual({
      safety_checker: false,
      track_id: 7,
      model_id: 'flux',
      prompt: 'a cat',
      negative_prompt: 'fog',
      width: 512,
      height: 768,
      num_inference_steps: 21,
      guidance_scale: 7.5,
      seed: 42,
      samples: 2,
      scheduler: 'LCMScheduler',
      lora_model: 'film,grain',
      lora_strength: '0.7,1',
    });
    expect(cli.emulator.requests).toEqual([]);
  });

  it.each([
    [
      'imageEditing.removebgMask',
      ['--image', 'https://files.example.com/a.png'],
      { image: 'https://files.example.com/a.png' },
    ],
    [
      'imageEditing.imgMixer',
      ['--steps', '9', '--image', 'https://files.example.com/a.png'],
      { steps: 9, init_image: ['https://files.example.com/a.png'] },
    ],
    [
      'imageEditing.headShot',
      ['--image', 'https://files.example.com/a.png'],
      { face_image: 'https://files.example.com/a.png' },
    ],
    [
      'imageEditing.qwenEdit',
      ['--image', 'https://files.example.com/a.png', '--image', 'https://files.example.com/b.png'],
      { init_image: ['https://files.example.com/a.png', 'https://files.example.com/b.png'] },
    ],
  ])('have the names of %s', async (operation, args, expected) => {
    expect(await parameters(['--operation', operation, ...args])).toEqual(expected);
  });

  it('are looked at: what the documents say otherwise is a warning, and is sent', async () => {
    const args = ['a cat', '--model', 'flux', '--width', '4000', '--param', 'negativ_prompt=fog', '--yes', '--no-wait'];
    const { code, stderr } = await cli.run([...provider, ...args]);
    expect(stderr).toContain('warning: /negativ_prompt: "negativ_prompt" is not known here.');
    expect(stderr).toContain('warning: /width: 4000 is out of range');
    // the server has the last word
    expect([code, cli.emulator.modelslab.jobs()]).toEqual([2, []]);
    expect(stderr).toContain('[invalid_request]');
    const unchecked = await cli.run([...provider, ...args, '--no-check']);
    expect(unchecked.stderr).not.toContain('warning:');
  });

  it('say in a dry run that there is no price, and need no key', async () => {
    const { code, stderr, stdout } = await runCli(cli.sandbox, [...provider, 'a cat', '--dry-run']);
    expect([code, JSON.parse(stdout)]).toEqual([0, { prompt: 'a cat' }]);
    expect(stderr).toContain('warning: /model_id: The documents require "model_id" here.');
    expect(stderr).toContain(
      'ModelsLab tells no price beforehand: a job is billed to your account there. Nothing was sent.',
    );
  });

  it.each([
    [[], 'There is nothing to make.'],
    [['a cat'], 'Nobody is here to agree to images.text2img at ModelsLab.'],
    [['a cat', '--max-cost', '4', '--engine', 'x'], '--engine (the model is --model), --max-cost (there is no price'],
    [['a cat', '--cancel-on-interrupt'], '--cancel-on-interrupt (jobs cannot be cancelled)'],
    [['a cat', '--template', '-'], '--template (a job is described by options and --param)'],
    [['a cat', '--operation', 'images.txt2img', '--yes'], 'Did you mean "images.text2img"?'],
    [
      ['a cat', '--operation', 'images.nonsense', '--yes', '--no-check'],
      'ModelsLab has no kind of job "images.nonsense"',
    ],
    [['a cat', '--operation', 'account.base64ToUrl', '--yes'], 'ModelsLab has no kind of job "account.base64ToUrl"'],
    [['a cat', '--param', 'prompt=a dog', '--yes'], 'both say what "prompt" is'],
    [['a cat', '--param', 'novalue', '--yes'], '--param "novalue" has no name and value.'],
    [['a cat', '--image', 'missing.png', '--yes'], 'there is no such file'],
    [
      ['a cat', '--resume', 'images:1'],
      '--resume fetches a job that was submitted before, so a prompt cannot be given too.',
    ],
    [['--resume', 'images:1', '--width', '3', '--dry-run'], 'so --width, --dry-run cannot be given too.'],
    [['--resume', 'nonsense'], '"nonsense" is no reference of a job'],
  ])('%j are refused', async (args, message) => {
    const { code, stderr, stdout } = await cli.run([...provider, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(cli.emulator.modelslab.jobs()).toEqual([]);
  });

  it.each([
    [['generate', 'a cat', '--operation', 'video.text2video', '--yes'], '--operation is for ModelsLab'],
    [['generate', '--resume', 'images:1'], '--resume is for ModelsLab: add --provider modelslab.'],
    [['generate', 'a cat', '--provider', 'nobody'], 'Allowed choices are civitai, modelslab.'],
  ])('%j are refused', async (args, message) => {
    const { code, stderr } = await cli.run(args);
    expect([code, cli.submissions()]).toEqual([2, 0]);
    expect(stderr).toContain(message);
  });
});

describe('a key', () => {
  it.each([[['--param', `key=${canary}`]], [['--key', canary]], [[`--key=${canary}`]], [['--api-key', canary]]])(
    'is never taken from the command line, nor repeated',
    async (args) => {
      const { code, stderr } = await cli.run([...provider, 'a cat', ...args, '--yes']);
      expect(code).toBe(2);
      expect(stderr).toContain('never taken from the command line');
      expect(cli.emulator.modelslab.jobs()).toEqual([]);
    },
  );

  it('that is missing is said with where to get one', async () => {
    const { code, stderr } = await runCli(cli.sandbox, [...provider, 'a cat', '--yes']);
    expect(code).toBe(3);
    expect(stderr).toContain('MODELSLAB_API_KEY');
    expect(stderr).toContain('https://modelslab.com/dashboard/api-keys');
  });

  it('that is a user secret of the project is used', async () => {
    const key = cli.emulator.modelslabKey;
    const env = { NODE_ENV: 'development', ModelsLab__BaseUrl: cli.emulator.modelslabUrl };
    writeFileSync(join(cli.sandbox.project, 'package.json'), '{}');
    const kept = await runCli(cli.sandbox, ['secrets', 'init', '--id', 'sample'], { env });
    const set = await runCli(cli.sandbox, ['secrets', 'set', 'ModelsLab:ApiKey'], { env, stdin: key });
    expect([kept.code, set.code]).toEqual([0, 0]);
    const made = await runCli(cli.sandbox, [...provider, 'a cat', '--model', 'flux', '--yes'], { env });
    expect(made.code).toBe(0);
    expect(made.stdout + made.stderr + set.stdout + set.stderr).not.toContain(key);
  });

  it('and the other settings are explained and validated', async () => {
    const explained = await cli.run(['config', 'explain', '--section', 'ModelsLab']);
    expect(explained.stdout).toMatch(/ModelsLab:ApiKey +\[redacted\] +environment variable MODELSLAB_API_KEY/);
    expect(explained.stdout).toMatch(/ModelsLab:MaxUnfinishedJobs +5 +default/);
    expect(await cli.run(['config', 'validate'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('ModelsLab'),
    });
    const env = { ModelsLab__MaxUnfinishedJobs: '0' };
    const wrong = await runCli(cli.sandbox, ['config', 'validate', '--section', 'modelslab'], { env });
    expect(wrong.code).toBe(78);
    expect(wrong.stderr).toContain('ModelsLab:MaxUnfinishedJobs');
    expect(wrong.stderr).toContain('MODELSLAB_API_KEY');
  });
});
