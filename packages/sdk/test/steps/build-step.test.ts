import { describe, expect, it } from 'vitest';
import { steps } from '../../src/generated/step-builders.js';

const hero = steps.textToImage({ prompt: 'a hero', seed: 7 }, { name: 'hero', priority: 'high', retries: 2 });

describe('a built step', () => {
  it('is written with its kind first', () => {
    expect(JSON.stringify(hero)).toBe(
      '{"$type":"textToImage","name":"hero","priority":"high","retries":2,"input":{"prompt":"a hero","seed":7}}',
    );
  });

  it.each(Object.entries(steps))('steps.%s makes a step of that kind', (type, build) => {
    const step = (build as (input: unknown) => { readonly $type: string; readonly input: unknown })({ any: 1 });
    expect(Object.keys(step)).toEqual(['$type', 'input']);
    expect(step).toMatchObject({ $type: type, input: { any: 1 } });
  });

  it('takes a bare text where the step does', () => {
    expect(JSON.stringify(steps.imageUpload('data:image/png;base64,x'))).toBe(
      '{"$type":"imageUpload","input":"data:image/png;base64,x"}',
    );
  });

  it('does not change when the input does that it was made of', () => {
    const loras = { 'urn:air:sdxl:lora:civitai:1@2': 1 };
    const step = steps.imageGen({
      engine: 'sdcpp',
      ecosystem: 'sdxl',
      operation: 'createImage',
      model: 'm',
      prompt: 'x',
      loras,
    });
    loras['urn:air:sdxl:lora:civitai:1@2'] = 2;
    expect(step.input).toMatchObject({ loras: { 'urn:air:sdxl:lora:civitai:1@2': 1 } });
  });

  it('leaves it to JSON to refuse an input that contains itself', () => {
    const inputs: Record<string, unknown> = { list: [] };
    (inputs['list'] as unknown[]).push(inputs);
    const step = steps.comfy({ comfyWorkflow: { 1: { class_type: 'x', inputs } } });
    expect(() => JSON.stringify(step)).toThrow(/circular/);
  });

  it('passes on what is no plain data', () => {
    const when = new Date(0);
    const step = steps.comfy({ comfyWorkflow: { 1: { class_type: 'x', inputs: { when } } } });
    expect(JSON.stringify(step.input)).toContain('"when":"1970-01-01T00:00:00.000Z"');
  });
});

describe('output', () => {
  it('is no part of the step', () => {
    expect('output' in hero).toBe(true);
    expect(Object.keys(hero)).not.toContain('output');
    expect(Object.keys({ ...hero })).not.toContain('output');
    expect(structuredClone(hero)).toEqual({
      $type: 'textToImage',
      name: 'hero',
      priority: 'high',
      retries: 2,
      input: { prompt: 'a hero', seed: 7 },
    });
  });

  it('refers to the step by its name', () => {
    expect({ ...hero.output.images[0].url }).toEqual({ $ref: 'hero', path: 'output.images[0].url' });
    expect({ ...hero.output }).toEqual({ $ref: 'hero', path: 'output' });
  });

  it('throws for a step without a name, and says how to give it one', () => {
    const step = steps.echo({ message: 'x' });
    expect(() => step.output).toThrow(
      new TypeError("This echo step has no name to refer to. Give it one: steps.echo(…, { name: 'first' })."),
    );
    expect(structuredClone(step)).toEqual({ $type: 'echo', input: { message: 'x' } });
  });

  it('is plain data in the input of another step, which can be cloned', () => {
    const larger = steps.imageUpscaler({ image: hero.output.images[0].url });
    expect(structuredClone(larger)).toEqual({
      $type: 'imageUpscaler',
      input: { image: { $ref: 'hero', path: 'output.images[0].url' } },
    });
  });
});
