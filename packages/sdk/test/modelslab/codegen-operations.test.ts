import { describe, expect, it } from 'vitest';
import { createFamilies } from '../../src/modelslab/generated/families.js';
import { callFamilies } from '../../src/modelslab/generated/operations.js';
import type { JobOperation } from '../../src/modelslab/jobs/job-operation.js';
import type { JobOptions } from '../../src/modelslab/jobs/job-options.js';
import type { ModelsLabJob } from '../../src/modelslab/jobs/modelslab-job.js';
import { findJobOperation, findJobPlace, jobOperationNames } from '../../src/modelslab/operations/find-operation.js';
import { findPlainCall } from '../../src/modelslab/operations/find-plain-call.js';
import { sampleOperations, sampleRequests } from './sample-requests.js';

const names = jobOperationNames();
const calls = Object.entries(callFamilies).flatMap(([family, row]) =>
  Object.keys(row.calls).map((method) => `${family}.${method}`),
);

/** The operation of that name, which there is. */
function operation(name: string): JobOperation {
  const found = findJobOperation(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

describe('the kinds of jobs', () => {
  it('are those of all families, each at an address of its own', () => {
    const addresses = names.map((name) => operation(name).path.join('/'));
    expect(new Set(addresses).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(120);
    for (const segment of addresses.flatMap((address) => address.split('/'))) expect(segment).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['images.text2img', 'v6/images/text2img', 'v6/images/fetch'],
    ['controlnet.generate', 'v5/controlnet', 'v6/images/fetch'],
    ['imageEditing.superResolution', 'v6/image_editing/super_resolution', 'v6/image_editing/fetch'],
    ['faceSwap.singleVideoSwap', 'v6/faceswap/single_video_swap', 'v6/faceswap/fetch'],
    ['video.text2videoUltra', 'v6/video/text2video_ultra', 'v6/video/fetch'],
    ['threeD.textTo3d', 'v6/3d/text_to_3d', 'v6/3d/fetch'],
    ['v7.videoFusion.motionControl', 'v7/video-fusion/motion-control', 'v7/video-fusion/fetch'],
  ])('%s: submitted at /%s, fetched at /%s', (name, path, fetchPath) => {
    expect(operation(name)).toMatchObject({ name, path: path.split('/'), fetchPath: fetchPath.split('/') });
    expect(operation(name).key).toBeUndefined();
  });

  it('want the enterprise key in enterprise families, and there alone', () => {
    for (const name of names) {
      expect(operation(name).key).toBe(name.startsWith('enterprise.') ? 'enterprise' : undefined);
    }
  });

  it('are fetched by a member of the body where the id is no part of the address', () => {
    expect(findJobPlace('enterprise.images')).toEqual({
      fetchPath: ['v1', 'enterprise', 'fetch'],
      fetchMember: 'request_id',
      key: 'enterprise',
    });
    expect(findJobPlace('images')).toEqual({ fetchPath: ['v6', 'images', 'fetch'] });
  });

  it('say how the server spells flags', () => {
    expect(operation('imageEditing.inpaint').forms).toEqual({
      yesNo: ['safety_checker'],
      trueFalse: ['instant_response', 'base64'],
    });
    expect(operation('threeD.textTo3d').forms).toEqual({ yesNo: ['temp'] });
    expect(operation('voice.voiceCover').forms?.numberAsText).toContain('lead_voice_volume_delta');
    expect(operation('images.text2img').forms).toBeUndefined();
  });

  it('say where text comes out', () => {
    expect(names.filter((name) => operation(name).output === 'text')).toEqual([
      'imageEditing.caption',
      'voice.lyricsGenerator',
    ]);
  });

  it.each(['images', 'images.', 'text2img', 'images.toString', 'toString', 'constructor.name', '', '.', 'v7.images'])(
    'have none called %j',
    (name) => {
      expect(findJobOperation(name)).toBeUndefined();
    },
  );

  it.each(['toString', '', 'v7', 'music'])('have no family called %j', (name) => {
    expect(findJobPlace(name)).toBeUndefined();
  });
});

describe('calls that are no jobs', () => {
  it('are not among the jobs', () => {
    expect(calls).toContain('voice.voiceUpload');
    expect(calls).toContain('images.modelReload');
    expect(calls.filter((name) => findJobOperation(name) !== undefined)).toEqual([]);
  });

  it('say how the server spells numbers', () => {
    expect(callFamilies['training']?.forms).toEqual({ loraFineTune: { numberAsText: ['max_train_steps', 'seed'] } });
  });
});

describe('families', () => {
  const made: { operation: JobOperation; parameters: object; options: JobOptions | undefined }[] = [];
  const handle = {} as ModelsLabJob;
  const families = createFamilies((one, parameters, options) => {
    made.push({ operation: one, parameters, options });
    return handle;
  });

  it('have a method for every kind of job, which hands over what it was given', () => {
    const parameters = { anything: 1 };
    const options = { timeoutMs: 1 };
    for (const name of names) {
      const method: unknown = name
        .split('.')
        .reduce<unknown>((family, part) => (family as Record<string, unknown>)[part], families);
      const job: unknown = (method as (...given: unknown[]) => unknown)(parameters, options);
      expect(job).toBe(handle);
      expect(made.at(-1)).toEqual({ operation: operation(name), parameters, options });
      expect(made.at(-1)?.parameters).toBe(parameters);
    }
    expect(made).toHaveLength(names.length);
  });

  it('have methods that can be passed on alone', () => {
    const { text2img } = families.images;
    text2img({ model_id: 'flux', prompt: 'a lighthouse' });
    expect(made.at(-1)?.operation.name).toBe('images.text2img');
  });
});

describe('the samples', () => {
  it('are all there', () => {
    expect(sampleRequests).toHaveLength(140);
    expect(sampleOperations).toHaveLength(93);
  });

  it('go where the tables lead', () => {
    const addresses = [...names.map(operation), ...calls.map(findPlainCall)].map(({ path }) => `/${path.join('/')}`);
    const found = new Map([...names, ...calls].map((name, index) => [name, addresses[index]]));
    expect(sampleOperations.map((sample) => found.get(sample.operation))).toEqual(
      sampleOperations.map(({ path }) => path),
    );
  });

  it('leave no generation operation without a name', () => {
    const unnamed = sampleRequests.filter((sample) => sample.operation === undefined && !/fetch/.test(sample.path));
    const generation = /^\/(?:v5|v6|v7)\/(?!llm|processing|model-search|clear_cache)/;
    expect(unnamed.filter(({ path }) => generation.test(path)).map(({ path }) => path)).toEqual([]);
  });
});
