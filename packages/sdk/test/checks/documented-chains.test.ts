import { expect, test } from 'vitest';
import { checkWorkflow } from '../../src/checks.js';

const picture = 'https://image.example.com/original=true,quality=90/a%20picture.jpeg';

test('chains of steps', () => {
  const found = checkWorkflow({
    steps: [
      { $type: 'promptEnhancement', name: 'enhance', input: { ecosystem: 'flux1', prompt: 'a cat' } },
      {
        $type: 'imageGen',
        name: 'hero',
        input: {
          engine: 'gemini',
          model: '2.5-flash',
          operation: 'createImage',
          prompt: { $ref: 'enhance', path: 'output.enhancedPrompt' },
        },
      },
      { $type: 'textToSpeech', name: 'voice', input: { text: 'hello', speaker: 'ryan' } },
      { $type: 'aceStepAudio', name: 'bed', input: { musicDescription: 'pads', lyrics: '', seed: 7 } },
      {
        $type: 'composeMedia',
        input: {
          elements: [
            {
              url: { $ref: 'voice', path: 'output.audioBlob.url' },
              transformers: [{ type: 'fadeIn', durationMs: 60 }],
            },
            { url: { $ref: 'bed', path: 'output.audioBlob.url' }, at: 0 },
          ],
        },
      },
      {
        $type: 'polyGen',
        name: 'shape',
        input: {
          engine: 'comfy',
          model: 'hunyuan3D',
          operation: 'shapeGen',
          imageUrl: { $ref: 'hero', path: 'output.images[0].url' },
        },
      },
      {
        $type: 'polyGen',
        input: {
          engine: 'comfy',
          model: 'hunyuan3D',
          operation: 'texGen',
          imageUrl: picture,
          mesh: { $ref: 'shape', path: 'output.model.url' },
        },
      },
      {
        $type: 'chatCompletion',
        name: 'chat',
        metadata: { stream: true },
        input: { model: 'm', messages: [{ role: 'user', content: 'x' }] },
      },
      { $type: 'echo', input: { message: { $ref: 'chat', path: 'output.choices[0].message.content' } } },
    ],
  });
  // only the music bed is doubtful: its guide names another member than the document
  expect(found.map(({ path, severity, code }) => `${severity} ${path} ${code}`)).toEqual([
    'warning /steps/4/input/elements/1/url/path unknown_output',
  ]);
});
