import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../../test/support/test-clock.js';
import type { DownloadError } from '../../../src/errors/download-error.js';
import type { DownloadEvent } from '../../../src/files/download/download-options.js';
import { rejectionOf } from '../../transport/support.js';
import { largeModel, largeVersion, smallVersion, useEmulator } from './use-emulator.js';

const site = useEmulator();
const others = [`v:${smallVersion}`, `v:${smallVersion - 1}`, `v:${smallVersion - 2}`];

describe('plan', () => {
  it('looks up models, versions, hashes and addresses, each file once, and asks for no link', async () => {
    const { file, model } = await site.plan(largeVersion);
    const hash = file.hashes.SHA256 ?? '';
    const plan = await site
      .downloader()
      .plan([
        `v:${largeVersion}`,
        `${largeModel}@${largeVersion}`,
        hash.toLowerCase(),
        `hash:${file.hashes.AutoV2}`,
        `${site.emulator.siteUrl}/models/${largeModel}?modelVersionId=${largeVersion}`,
        `https://civitai.com/api/download/models/${largeVersion}`,
        `urn:air:sdxl:lora:civitai:${largeModel}@${largeVersion}+${file.id}`,
      ]);
    expect(plan.failures).toEqual([]);
    expect(plan.files).toHaveLength(1);
    expect(plan.files[0]).toMatchObject({ name: file.name, model, file: { id: file.id }, sizeBytes: 1_127_936 });
    expect(site.links()).toBe(0);
  });

  it('takes the latest version of a model, or the one of that name', async () => {
    const downloader = site.downloader();
    const model = await site.civitai.models.get(largeModel);
    const [latest] = (await downloader.plan(String(largeModel))).files;
    expect(latest?.version.id).toBe(model.modelVersions[0]?.id);
    const named = model.modelVersions.at(-1);
    const [byName] = (await downloader.plan(`${largeModel}@${named?.name.toUpperCase()}`)).files;
    expect(byName?.version.id).toBe(named?.id);
  });

  it('gives the whole model where it was asked for', async () => {
    const [file] = (await site.downloader().plan(`v:${largeVersion}`, { withModel: true })).files;
    expect(file?.fullModel?.tags).toBeInstanceOf(Array);
    expect((await site.plan(largeVersion)).fullModel).toBeUndefined();
  });

  it('says of each source why it led nowhere, and refuses what cannot be understood before anything is asked', async () => {
    const { failures, files } = await site.downloader().plan(['v:77777777', `v:${largeVersion}`, `${largeModel}@v99`]);
    expect(files).toHaveLength(1);
    expect(failures.map(({ error, source }) => [source.text, (error as DownloadError).code])).toEqual([
      ['v:77777777', 'not_found'],
      [`${largeModel}@v99`, 'no_such_file'],
    ]);
    const before = site.emulator.requests.length;
    expect(await rejectionOf(site.downloader().plan(['v:1', 'nonsense', 'rubbish']))).toMatchObject({
      code: 'bad_source',
      details: { problems: [{ text: 'nonsense' }, { text: 'rubbish' }] },
    });
    expect(site.emulator.requests).toHaveLength(before);
  });
});

describe('batch', () => {
  it('downloads all, no more at a time than it should', async () => {
    let active = 0;
    let most = 0;
    const onEvent = ({ type }: DownloadEvent): void => {
      if (type === 'start') active += 1;
      if (type === 'done') active -= 1;
      most = Math.max(most, active);
    };
    const sources = [`v:${largeVersion}`, ...others];
    const result = await site
      .downloader({ maxConcurrentFiles: 2 })
      .batch(sources, { directory: site.folder }, { onEvent });
    expect(result.failed).toEqual([]);
    expect(result.files.map(({ outcome }) => outcome)).toEqual(sources.map(() => 'downloaded'));
    expect(result.bytes).toBe(result.files.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(result.failureClass).toBeUndefined();
    expect(most).toBe(2);
    const again = await site.downloader().batch(sources, { directory: site.folder });
    expect(again.files.map(({ outcome }) => outcome)).toEqual(sources.map(() => 'skipped'));
    expect(again.bytes).toBe(0);
    expect(site.links()).toBe(sources.length);
  });

  it('pauses between files, and not after the last', async () => {
    const clock = new TestClock(5000);
    await site
      .downloader({ maxConcurrentFiles: 1, pauseBetweenMs: 3000 }, clock)
      .batch(others, { directory: site.folder });
    expect(clock.delays.filter((delay) => delay === 3000)).toHaveLength(others.length - 1);
  });

  it('goes on after a failure, and says of what kind they were', async () => {
    const result = await site.downloader().batch(['v:77777777', ...others], { directory: site.folder });
    expect(result.files).toHaveLength(others.length);
    expect(result.failures).toHaveLength(1);
    expect(result.failureClass).toBe('not_found');
  });

  it('begins nothing more after the first failure, when that is wished', async () => {
    site.emulator.addFault({ match: { path: '/api/download/' }, fault: { kind: 'status', status: 403 } });
    const result = await site
      .downloader({ maxConcurrentFiles: 1 })
      .batch(others, { directory: site.folder }, { failFast: true });
    expect(result.failed).toHaveLength(others.length);
    expect(site.links()).toBe(1);
    expect(result.failureClass).toBe('auth');
  });

  it('stops asking when the quota is used up, once', async () => {
    site.emulator.addFault({
      match: { path: '/api/download/' },
      times: 1,
      fault: { kind: 'wrongContentType', contentType: 'text/plain' },
    });
    site.emulator.addFault({ match: { path: '/api/download/' }, fault: { kind: 'status', status: 429 } });
    const seen: DownloadEvent[] = [];
    const result = await site
      .downloader({ maxConcurrentFiles: 1 })
      .batch(others, { directory: site.folder }, { onEvent: (event) => seen.push(event) });
    expect(result.files).toHaveLength(1);
    expect(result.failed.map(({ failureClass }) => failureClass)).toEqual(['rate', 'rate']);
    expect(site.links()).toBe(2);
    expect(seen.filter(({ type }) => type === 'failed')).toHaveLength(2);
  });

  it('ends with the signal, and keeps what is there', async () => {
    const controller = new AbortController();
    const failure = await rejectionOf(
      site.downloader().batch(
        [`v:${largeVersion}`, ...others],
        { directory: site.folder },
        {
          signal: controller.signal,
          onEvent: (event) => {
            if (event.type === 'progress' && event.doneBytes > 300_000) controller.abort(new Error('enough'));
          },
        },
      ),
    );
    expect(failure).toMatchObject({ message: 'enough' });
    expect(readdirSync(site.folder).some((name) => name.endsWith('.part'))).toBe(true);
    expect(readdirSync(site.folder).some((name) => name.endsWith('.lock'))).toBe(false);
  });

  it('gives two files of one name different names, also where only the case differs', async () => {
    const { files } = await site.downloader().plan(others);
    const names = ['Same.safetensors', 'same.SAFETENSORS', 'sa\u00ADme.safetensors'];
    const target = {
      directory: site.folder,
      name: ({ version }: (typeof files)[number]) =>
        names[files.findIndex((one) => one.version.id === version.id)] ?? '',
    };
    expect(await rejectionOf(site.downloader().batch(files, target, { onCollision: 'fail' }))).toMatchObject({
      code: 'name_collision',
    });
    expect(site.links()).toBe(0);
    const result = await site.downloader().batch(files, target);
    expect(result.files).toHaveLength(3);
    expect(new Set(result.files.map(({ path }) => path)).size).toBe(3);
    expect(result.files[1]?.path).toBe(join(site.folder, `same [f${files[1]?.file.id}].SAFETENSORS`));
  });
});
