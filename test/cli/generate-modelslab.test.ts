import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generation } from './generation.js';

const cli = generation({ modelslab: { workMs: 0 } });
const flux = ['--provider', 'modelslab', '--model', 'flux'];

describe('civitkit generate --provider modelslab', () => {
  it('makes the images, saves them without the key, and prints their absolute paths and nothing else', async () => {
    const { code, stderr, stdout } = await cli.run(['generate', 'a lighthouse', ...flux, '--quantity', '2', '--yes']);
    expect(code).toBe(0);
    const [job] = cli.emulator.modelslab.jobs();
    const paths = [1, 2].map((index) => join(cli.sandbox.project, `${job?.id}_${index}.png`));
    expect(stdout.trimEnd().split('\n')).toEqual(paths);
    for (const path of paths) expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    expect(job).toMatchObject({ operation: 'images.text2img', parameters: { model_id: 'flux', samples: 2 } });
    expect(stderr).toContain('ModelsLab tells no price beforehand: a job is billed to your account there.\n');
    expect(stderr).toContain(`Job images:${job?.id}\n`);
    expect(stderr).toContain('images.text2img: done\n');
    expect(stderr).not.toContain('\u001b');
    expect(cli.emulator.modelslab.charges).toHaveLength(1);
    expect(cli.emulator.modelslab.assetRequests.map(({ keySent }) => keySent)).toEqual([false, false]);
    expect(cli.emulator.requests.some(({ path }) => path.startsWith('/v2/'))).toBe(false);
  });

  it('follows a job that takes a while', async () => {
    cli.emulator.modelslab.planJob({ workMs: 200, etaSeconds: 1 });
    const { code, stderr, stdout } = await cli.run(['generate', 'a lighthouse', ...flux, '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain('images.text2img: submitting\n');
    expect(stderr).toContain('images.text2img: working, eta 0:01\n');
    expect(existsSync(stdout.trimEnd())).toBe(true);
    expect(cli.emulator.modelslab.jobs()).toMatchObject([{ polls: 1 }]);
  });

  it('prints the answer of the API with --json, and only that', async () => {
    const args = ['generate', 'a lighthouse', ...flux, '--yes', '--json', '--out', 'images'];
    const { code, stderr, stdout } = await cli.run(args);
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as { readonly id: number };
    expect(printed).toMatchObject({ status: 'success', meta: { prompt: 'a lighthouse', model_id: 'flux' } });
    expect(stderr).toContain(`saved ${join(cli.sandbox.project, 'images', `${printed.id}_1.png`)}`);
  });

  it('says nothing with --quiet but the paths', async () => {
    const { stderr, stdout } = await cli.run(['generate', 'a lighthouse', ...flux, '--yes', '--quiet']);
    expect(stderr).toBe('');
    expect(existsSync(stdout.trimEnd())).toBe(true);
  });

  it('prints the reference alone with --no-save, which --resume takes', async () => {
    const { code, stderr, stdout } = await cli.run(['generate', 'a lighthouse', ...flux, '--yes', '--no-save']);
    const reference = stdout.trimEnd();
    expect([code, reference]).toEqual([0, `images:${cli.emulator.modelslab.jobs()[0]?.id}`]);
    expect(stderr).toContain(`Job ${reference} is done, 1 file. Its links expire.`);
    expect(cli.files()).toEqual([]);
    const resumed = await cli.run(['generate', '--provider', 'modelslab', '--resume', reference, '--name', '{step}']);
    expect([resumed.code, cli.files()]).toEqual([0, ['images.png']]);
    expect(cli.emulator.modelslab.charges).toHaveLength(1);
  });

  it('prints the reference alone with --no-wait, and the answer to the submit with --json', async () => {
    cli.emulator.modelslab.hold();
    const { code, stderr, stdout } = await cli.run(['generate', 'a lighthouse', ...flux, '--yes', '--no-wait']);
    const reference = stdout.trimEnd();
    expect([code, reference]).toEqual([0, `images:${cli.emulator.modelslab.jobs()[0]?.id}`]);
    expect(stderr).toContain(`civitkit generate --provider modelslab --resume ${reference}.`);
    const json = await cli.run(['generate', 'a lighthouse', ...flux, '--yes', '--no-wait', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ status: 'processing', fetch_result: expect.any(String) });
    const now = await cli.run(['generate', '--provider', 'modelslab', '--resume', reference, '--no-wait', '--json']);
    expect(JSON.parse(now.stdout)).toMatchObject({ status: 'processing' });
    expect(cli.emulator.modelslab.jobs().map(({ polls }) => polls)).toEqual([1, 0]);
  });

  it('makes what else there is: sound, text, and files in base64', async () => {
    const args = ['generate', '--provider', 'modelslab', '--yes', '--out', 'made', '--name', '{type}'];
    const speech = ['--operation', 'voice.textToSpeech', '--param', 'voice_id=tara'];
    expect(await cli.run([...args, 'good evening', ...speech])).toMatchObject({ code: 0 });
    const caption = ['--operation', 'imageEditing.caption', '--image', 'https://files.example.com/a.png'];
    expect(await cli.run([...args, 'what is it?', ...caption])).toMatchObject({ code: 0 });
    const encoded = await cli.run([...args, 'a lighthouse', '--model', 'flux', '--param', 'base64=true']);
    expect(encoded.code).toBe(0);
    expect(cli.files('made')).toEqual(['imageEditing.caption.txt', 'images.text2img.png', 'voice.textToSpeech.wav']);
    expect(readFileSync(encoded.stdout.trimEnd()).subarray(1, 4).toString()).toBe('PNG');
  });

  it('uploads an image that is a file, whatever its name says', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    writeFileSync(join(cli.sandbox.project, 'photo.jpg'), Buffer.from(pixel, 'base64'));
    const args = ['generate', 'a cat', ...flux, '--operation', 'images.img2img', '--image', 'photo.jpg', '--yes'];
    expect(await cli.run(args)).toMatchObject({ code: 0, stderr: expect.stringContaining('photo.jpg: uploaded\n') });
    const { init_image: address } = cli.emulator.modelslab.jobs()[0]?.parameters ?? {};
    const uploaded = await fetch(String(address));
    expect(Buffer.from(await uploaded.arrayBuffer()).toString('base64')).toBe(pixel);
  });

  it('sends what this version does not list to its address', async () => {
    const args = ['generate', 'a cat', ...flux, '--operation', 'v6/images/text2img', '--yes', '--quantity', '1'];
    const { code, stderr } = await cli.run(args);
    expect(code).toBe(0);
    expect(stderr).toContain('"v6/images/text2img" is not a known operation.');
    expect(cli.emulator.modelslab.jobs()).toMatchObject([{ operation: 'images.text2img', parameters: { samples: 1 } }]);
  });

  it('never replaces a file unasked', async () => {
    const args = ['generate', 'a lighthouse', ...flux, '--yes', '--name', 'mine'];
    for (const option of [[], [], ['--overwrite']]) expect((await cli.run([...args, ...option])).code).toBe(0);
    expect(cli.files()).toEqual(['mine-2.png', 'mine.png']);
  });
});
