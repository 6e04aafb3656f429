/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import {
  argumentRef,
  type ImageBlob,
  type ImageOutputFormat,
  loopRef,
  type RecipeTypes,
  type Ref,
  type StepTypes,
  stepRef,
  steps,
  type TextToImageOutput,
  type Unlisted,
  unlisted,
  type Workflow,
  type WorkflowStep,
  type WorkflowTemplate,
} from '@civitkit/sdk/client';
import { describe, expectTypeOf, it } from 'vitest';
import { compiles } from './compiles.js';

type ImageGen = StepTypes['imageGen']['input'];

describe('what is sent', () => {
  it('is narrowed by each choice', () => {
    type Comfy = Extract<ImageGen, { readonly engine: 'comfy' }>;
    type Krea = Extract<Comfy, { readonly ecosystem: 'krea2' }>;
    expectTypeOf<Comfy['ecosystem']>().extract<'openai'>().toBeNever();
    expectTypeOf<Comfy['ecosystem']>().extract<'sdxl' | 'krea2'>().toEqualTypeOf<'sdxl' | 'krea2'>();
    expectTypeOf<Krea['model']>().toEqualTypeOf<'raw' | 'turbo' | 'edit'>();
    expectTypeOf<Extract<Krea, { readonly model: 'edit' }>['operation']>().toEqualTypeOf<'editImage'>();
    compiles((input: ImageGen) => {
      if (input.engine !== 'comfy' || input.ecosystem !== 'krea2') return;
      expectTypeOf(input.operation).toEqualTypeOf<'createImage' | 'editImage'>();
      if (input.operation === 'editImage') expectTypeOf(input).toHaveProperty('images');
    });
  });

  it('may leave out what has a default', () => {
    expectTypeOf<{ engine: 'wan'; prompt: string }>().toExtend<StepTypes['videoGen']['input']>();
    expectTypeOf<{ text: string }>().toExtend<StepTypes['textToSpeech']['input']>();
    expectTypeOf<{ engine: 'openai'; prompt: string }>().not.toExtend<ImageGen>();
  });

  it('has the known words for completion, and takes others', () => {
    const template: WorkflowTemplate = {
      steps: [{ $type: 'textToImage', input: { prompt: 'x', scheduler: 'of the future' } }],
    };
    expectTypeOf(template).toExtend<WorkflowTemplate>();
  });

  it('lets what is not listed through by name only', () => {
    compiles((): WorkflowTemplate => ({ steps: [unlisted({ $type: 'futureStep', input: { any: 1 } })] }));
    compiles((): WorkflowTemplate => ({ steps: [{ $type: 'imageGen', input: unlisted({ engine: 'future' }) }] }));
    // @ts-expect-error: no step of that name
    compiles((): WorkflowTemplate => ({ steps: [{ $type: 'futureStep' }] }));
    // @ts-expect-error: and no engine
    compiles((): ImageGen => ({ engine: 'future', prompt: 'x' }));
  });

  it('no step and no recipe has an unknown input or output', () => {
    type Unknown<T> = { [K in keyof T]: unknown extends T[K] ? K : never }[keyof T];
    type Inputs = { [K in keyof StepTypes]: StepTypes[K]['input'] };
    type Outputs = { [K in keyof StepTypes]: StepTypes[K]['output'] };
    type RecipeOutputs = { [K in keyof RecipeTypes]: RecipeTypes[K]['output'] };
    expectTypeOf<Unknown<Inputs>>().toBeNever();
    expectTypeOf<Unknown<Outputs>>().toBeNever();
    expectTypeOf<Unknown<RecipeOutputs>>().toBeNever();
  });
});

describe('what comes back', () => {
  it('is narrowed by $type', () => {
    compiles((step: WorkflowStep) => {
      if (step.$type === 'textToImage') {
        expectTypeOf(step.output).toEqualTypeOf<TextToImageOutput | null | undefined>();
        expectTypeOf(step.input.prompt).toExtend<string | Ref<string>>();
      }
      if (step.$type === 'repeat')
        expectTypeOf(step.output?.steps).toEqualTypeOf<readonly WorkflowStep[] | undefined>();
      expectTypeOf(step.status).toExtend<string>();
    });
  });

  it('leaves steps that are not listed reachable', () => {
    compiles((step: WorkflowStep) => {
      switch (step.$type) {
        case 'echo':
          return step.output?.message;
        default:
          return String(step.$type);
      }
    });
    compiles((step: Extract<WorkflowStep, { readonly $type: Unlisted }>) => {
      expectTypeOf(step['output']).toBeUnknown();
      expectTypeOf(step.name).toBeString();
    });
  });

  it('may be null wherever it may be absent', () => {
    compiles((workflow: Workflow) => {
      expectTypeOf(workflow.transactions).toExtend<object | null | undefined>();
      expectTypeOf<null>().toExtend<typeof workflow.completedAt>();
    });
  });
});

describe('references', () => {
  const hero = steps.textToImage({ prompt: 'a hero' }, { name: 'hero' });

  it('have the type of what they stand for', () => {
    expectTypeOf(hero.output.images[0].url).toExtend<Ref<string>>();
    expectTypeOf(hero.output.images[0].width).toExtend<Ref<number>>();
    expectTypeOf(hero.output.images[0]).toExtend<Ref<ImageBlob>>();
    expectTypeOf(loopRef<ImageBlob>('frame').url).toExtend<Ref<string>>();
    expectTypeOf(stepRef<string>('chat', 'output.parsed.title')).toExtend<Ref<string>>();
    expectTypeOf(argumentRef<{ size: { width: number } }>('options').size.width).toExtend<Ref<number>>();
  });

  it('reach members of any of the shapes an output may have', () => {
    const media = steps.composeMedia({ elements: [] }, { name: 'media' });
    expectTypeOf(media.output.audioBlob.url).toExtend<Ref<string>>();
    expectTypeOf(media.output.videoBlob.width).toExtend<Ref<number>>();
    const tags = steps.wdTagging({ mediaUrl: 'https://example.com/a.png' }, { name: 'tags' });
    expectTypeOf(tags.output.tags).toExtend<Ref<{ readonly [key: string]: number }>>();
  });

  it('are refused where another kind of value belongs', () => {
    compiles(() => steps.imageUpscaler({ image: hero.output.images[0].url }));
    compiles(() => steps.textToImage({ prompt: 'x', width: hero.output.images[0].width }));
    // @ts-expect-error: a number is no image
    compiles(() => steps.imageUpscaler({ image: hero.output.images[0].width }));
    // @ts-expect-error: nor is a whole blob
    compiles(() => steps.imageUpscaler({ image: hero.output.images[0] }));
    // @ts-expect-error: a text is no width
    compiles(() => steps.textToImage({ prompt: 'x', width: argumentRef<string>('width') }));
    // @ts-expect-error: there is no such member
    compiles(() => hero.output.picture);
  });

  it('may stand for a shape that is chosen', () => {
    compiles(() =>
      steps.convertImage({
        image: 'x',
        output: argumentRef<ImageOutputFormat>('format'),
      }),
    );
  });
});

describe('builders', () => {
  it('there is one for every step', () => {
    expectTypeOf<keyof typeof steps>().toEqualTypeOf<keyof StepTypes>();
  });

  it('give steps that a workflow takes', () => {
    expectTypeOf(steps.echo({ message: 'x' })).toExtend<WorkflowTemplate['steps'][number]>();
    expectTypeOf(steps.imageUpload).parameter(0).toEqualTypeOf<string>();
    // @ts-expect-error: nothing to say
    compiles(() => steps.echo({}));
  });
});
