import { describe, expect, it } from 'vitest';
import { steps } from '../../src/generated/step-builders.js';
import { argumentRef } from '../../src/steps/argument-ref.js';
import { forEach } from '../../src/steps/for-each.js';
import { loopRef } from '../../src/steps/loop-ref.js';
import { stepRef } from '../../src/steps/step-ref.js';
import { unlisted } from '../../src/steps/unlisted.js';

describe('references by name', () => {
  it('to an argument', () => {
    expect({ ...argumentRef<string>('subject') }).toEqual({ $ref: '$arguments', path: 'subject' });
    expect({ ...argumentRef<{ width: number }>('size').width }).toEqual({ $ref: '$arguments', path: 'size.width' });
  });

  it('to the item of a loop', () => {
    expect({ ...loopRef<{ url: string }>('frame').url }).toEqual({ $ref: 'frame', path: 'url' });
    expect({ ...loopRef<string>('word') }).toEqual({ $ref: 'word' });
  });

  it('to the output of a step, also by its position', () => {
    expect({ ...stepRef<string>('$0', 'output.images[0].url') }).toEqual({ $ref: '$0', path: 'output.images[0].url' });
    expect({ ...stepRef<{ a: { b: string } }>('chat', 'output.parsed').a.b }).toEqual({
      $ref: 'chat',
      path: 'output.parsed.a.b',
    });
  });

  it('need a name', () => {
    expect(() => argumentRef('')).toThrow(TypeError);
    expect(() => loopRef('')).toThrow(TypeError);
    expect(() => stepRef('', 'output.a')).toThrow(TypeError);
    expect(() => stepRef('a', '')).toThrow(TypeError);
  });
});

describe('forEach', () => {
  const frames = steps.videoFrameExtraction({ videoUrl: 'https://example.com/a.mp4' }, { name: 'frames' });

  it('makes the input of a loop', () => {
    const step = steps.repeat(
      forEach(frames.output.frames, 'frame', (frame) => steps.imageUpscaler({ image: frame.url }, { name: 'larger' })),
      { name: 'all' },
    );
    expect(JSON.parse(JSON.stringify(step))).toEqual({
      $type: 'repeat',
      name: 'all',
      input: {
        for: { $ref: 'frames', path: 'output.frames', as: 'frame' },
        template: { $type: 'imageUpscaler', name: 'larger', input: { image: { $ref: 'frame', path: 'url' } } },
      },
    });
  });

  it('needs a path and a name', () => {
    const make = () => steps.echo({ message: 'x' });
    expect(() => forEach({ $ref: 'frames' }, 'frame', make)).toThrow(/needs a reference to a list, such as/);
    expect(() => forEach(frames.output.frames, '', make)).toThrow(TypeError);
  });
});

describe('unlisted', () => {
  it('is what was given', () => {
    const shape = { $type: 'futureStep', input: { any: 1 } };
    expect(unlisted(shape)).toBe(shape);
  });
});
