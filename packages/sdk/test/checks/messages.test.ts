import { expect, test } from 'vitest';
import { assertWorkflow, checkWorkflow } from '../../src/checks.js';
import { echo, image } from './codes-of.js';

const secret = 'civ_8f14e45fceea467a957525d1b7ba3a3d';
const file = `data:image/png;base64,${'iVBORw0KGgo'.repeat(1000)}`;

test('no message repeats a key, an address or a file', () => {
  const places = [secret, `Bearer ${secret}`, `https://example.com/?token=${secret}`, file, { [secret]: secret }];
  const templates = places.flatMap((value) => [
    { steps: [{ $type: value, name: value, input: { message: value } }] },
    { steps: [{ $type: 'textToImage', input: { prompt: 'x', model: value, steps: value, scheduler: value } }] },
    { steps: [{ $type: 'imageGen', input: { engine: value, loras: value, prompt: 'x', seed: value } }] },
    { steps: [echo], externalId: value, callbacks: [{ url: value, type: value }], tips: value, tags: value },
    { steps: [{ $type: 'echo', timeout: value, input: { message: { $ref: value, path: value } } }] },
    { steps: [echo], callbacks: [{ url: `http://example.com/hooks/${secret}`, type: [value] }] },
    { steps: [image, { $type: 'imageUpscaler', input: { image: { $ref: 'hero', path: value } } }] },
  ]);
  for (const template of templates) {
    for (const { message } of checkWorkflow(template)) {
      expect(message).not.toContain(secret);
      expect(message.length).toBeLessThan(600);
    }
  }
});

test('a message says what is wrong, what is right, and what to do', () => {
  const found = checkWorkflow({
    callbacks: [{ url: 'http://example.com/done', type: ['workflow:*'] }],
    steps: [
      {
        $type: 'textToImage',
        name: 'hero',
        input: { prompt: 'a cat', steps: 500, scheduler: 'eulerB', negativPrompt: 'dog' },
      },
      { $type: 'imageUpscaler', input: { image: { $ref: 'hero', path: 'output.images[0]' } } },
    ],
  });
  expect(found.map(({ message }) => message)).toEqual([
    'The server posts over https: and not over http:. Use a public HTTPS address.',
    '500 is out of range; a whole number from 1 to 150 is allowed.',
    expect.stringMatching(/^"eulerB" is not known here\. Did you mean "eulerA"\? Known: eulerA, euler, .*…/),
    '"negativPrompt" is no member of this. Did you mean "negativePrompt"? The server is likely to ignore it.',
    'This path leads to an object, and a text is needed. Add .url to the path.',
  ]);
});

test('asserting names the errors, in the form of the server', () => {
  const template = { steps: [{ $type: 'textToImage', input: { steps: 500, 'a/b': 1 } }], tips: { civitai: 1 } };
  expect(() => assertWorkflow(template)).toThrow(
    expect.objectContaining({
      name: 'ValidationError',
      code: 'invalid_argument',
      attempts: 0,
      retryable: false,
      message:
        'The server would refuse this workflow. At /steps/0/input/prompt: prompt is missing; the server refuses to do without it. (and 2 more: see issues)',
      issues: [
        {
          path: 'steps[0].input.prompt',
          pointer: '/steps/0/input/prompt',
          code: 'missing_member',
          message: expect.any(String),
        },
        {
          path: 'steps[0].input.steps',
          pointer: '/steps/0/input/steps',
          code: 'out_of_range',
          message: expect.any(String),
        },
        { path: 'tips.creators', pointer: '/tips/creators', code: 'missing_member', message: expect.any(String) },
      ],
      details: { findings: expect.arrayContaining([expect.objectContaining({ path: '/tips/creators' })]) },
    }),
  );
});

test('asserting lets warnings pass, and gives them back', () => {
  expect(assertWorkflow({ steps: [{ $type: 'dreamUp', input: {} }] })).toMatchObject([{ code: 'unknown_choice' }]);
  expect(assertWorkflow({ steps: [echo] })).toEqual([]);
  expect(assertWorkflow({ steps: [echo], ephemeral: true }, { waitSeconds: 5 })).toEqual([]);
});
