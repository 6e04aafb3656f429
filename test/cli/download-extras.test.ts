import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { small } from '../faults/downloads/catalogue-files.js';
import { downloads, eventsOf, linesOf } from './downloads.js';
import { imageSite } from './image-site.js';

// Enough that every version has some.
const cli = downloads({ imageCount: 3000 });
const site = imageSite(cli);
const source = `v:${small.versionId}`;
const stem = small.name.replace(/\.[^.]+$/, '');
const run = (...args: readonly string[]) => cli.run(['download', source, './models', ...args], { env: site.env });
const images = (): readonly string[] => cli.files().filter((file) => file.endsWith('.png'));

describe('images', () => {
  it('are saved beside the model, without the key, as many as wished; no more when asked again', async () => {
    const { code } = await run('--images', '2', '--nsfw-mode', '2');
    expect([code, images().length]).toEqual([0, 2]);
    for (const image of images()) expect(image.startsWith(`models/${stem}.images/`)).toBe(true);
    expect(site.images.map(({ withKey }) => withKey)).toEqual([false, false]);
    await run('--images', '2', '--nsfw-mode', '2');
    expect(site.images).toHaveLength(2);
  });

  it('come with how they were made', async () => {
    await run('-i', '1', '--nsfw-mode', '2', '--with-prompt');
    const prompt = cli.files().find((file) => file.endsWith('.json')) ?? '';
    expect(JSON.parse(readFileSync(cli.path(prompt), 'utf8'))).toMatchObject({
      url: expect.any(String),
      nsfwLevel: expect.any(Number),
    });
    expect(images()).toEqual([prompt.replace(/json$/, 'png')]);
  });

  it('are left out above the level that is wished, which is told', async () => {
    const { stderr } = await run('--images', '100', '--nsfw-max', 'pg');
    const few = images().length;
    const all = await run('--images', '100', '--nsfw-mode', '2');
    expect(all.code).toBe(0);
    expect(images().length).toBeGreaterThan(few);
    expect(stderr).toMatch(/\d+ of its images are above --nsfw-max pg/);
  });

  it('that cannot be had are a warning; with --strict-extras a failure', async () => {
    site.remove();
    const warned = await run('--images', '1', '--nsfw-mode', '2');
    expect(warned.code).toBe(0);
    expect(warned.stderr).toContain('Warning: ');
    const strict = await run('--images', '1', '--nsfw-mode', '2', '--strict-extras');
    expect(strict.code).not.toBe(0);
  });

  it('are all there is with --without-model, which asks for no model', async () => {
    const { code, stdout } = await run('--images', '2', '--nsfw-mode', '2', '--without-model', '--sidecar', 'info');
    expect([code, cli.links()]).toEqual([0, 0]);
    expect(linesOf(stdout).toSorted()).toEqual(images().map((image) => cli.path(image)));
    expect(cli.files()).toContain(`models/${stem}.civitai.info`);
    expect(cli.files()).not.toContain(`models/${small.name}`);
  });
});

describe('--sidecar', () => {
  it('writes descriptions of every kind', async () => {
    const { code, stderr } = await run(
      '--sidecar',
      'info,a1111,cm',
      '--sidecar',
      'json,hashes,preview',
      '--nsfw-max',
      'xxx',
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const suffix = `mid_${small.modelId}-vid_${small.versionId}`;
    expect(cli.files()).toEqual(
      [
        `${stem}.civitai.info`,
        `${stem}.cm-info.json`,
        `${stem}.csv`,
        `${stem}.json`,
        `${stem}.preview.png`,
        small.name,
        `model_dict-${suffix}.json`,
      ]
        .map((file) => `models/${file}`)
        .toSorted(),
    );
  });

  it('leaves alone what the user has written', async () => {
    await run();
    writeFileSync(cli.path('models', `${stem}.json`), '{ "notes": "mine" }');
    const { code } = await run('--sidecar', 'a1111');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(cli.path('models', `${stem}.json`), 'utf8'))).toMatchObject({ notes: 'mine' });
  });

  it('is told by --json', async () => {
    const outcome = await run('--sidecar', 'info', '--json');
    const extra = eventsOf(outcome).find(({ event }) => event === 'extra');
    expect(extra).toMatchObject({ kind: 'info', path: cli.path('models', `${stem}.civitai.info`) });
    expect(eventsOf(outcome).at(-1)).toMatchObject({ event: 'summary', extras: 1 });
  });

  it('is one of those that there are', async () => {
    const { code, stderr } = await run('--sidecar', 'info,swarm');
    expect([code, cli.links()]).toEqual([2, 0]);
    expect(stderr).toContain('"swarm" is none of');
  });
});

describe('a sorter', () => {
  it('brings what civitdl saves: images, how they were made, the model and the hashes', async () => {
    const { code } = await run('--sorter', 'basic');
    const extra = cli.files().filter((file) => file.includes(`/extra_data-vid_${small.versionId}/`));
    expect(code).toBe(0);
    expect(extra.filter((file) => file.endsWith('.png')).length).toBeGreaterThan(0);
    expect(extra.filter((file) => file.endsWith('.png')).length).toBeLessThanOrEqual(3);
    expect(extra.filter((file) => file.endsWith('.json'))).toHaveLength(
      extra.filter((file) => file.endsWith('.png')).length + 1,
    );
  });
});
