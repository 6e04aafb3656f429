// Checks the same workflow N times, or turns it into text, and prints the microseconds of one; `first` is the first check
// of a process, `load` the import of the checks beside a client that is there already.
const [, , contender, count] = process.argv;

const template = {
  tags: ['bench', 'typical'],
  callbacks: [{ url: 'https://example.com/civitai/done', type: ['workflow:*'] }],
  steps: [
    {
      $type: 'textToImage',
      name: 'hero',
      input: {
        model: 'urn:air:sdxl:checkpoint:civitai:101055@128078',
        prompt: 'a lighthouse in a storm, oil on canvas',
        negativePrompt: 'text, watermark',
        scheduler: 'eulerA',
        width: 1024,
        height: 1024,
        steps: 25,
        cfgScale: 7,
        seed: 42,
        quantity: 2,
      },
    },
    {
      $type: 'imageUpscaler',
      name: 'large',
      input: { image: { $ref: 'hero', path: 'output.images[0].url' }, numberOfRepeats: 1 },
    },
    {
      $type: 'videoGen',
      input: {
        engine: 'wan',
        version: 'v2.6',
        provider: 'fal',
        operation: 'image-to-video',
        images: [{ $ref: 'large', path: 'output.blob.url' }],
        prompt: 'the waves roll in',
        resolution: '1080p',
        duration: 5,
      },
    },
  ],
};

await import('@civitkit/sdk/client');
const loadedAt = performance.now();
const { checkWorkflow } = await import('@civitkit/sdk/checks');
const load = performance.now() - loadedAt;

const firstAt = performance.now();
const found = checkWorkflow(template);
const first = performance.now() - firstAt;
if (found.length > 0) throw new Error(`not what was to be measured: ${JSON.stringify(found)}`);

const run = contender === 'stringify' ? JSON.stringify : checkWorkflow;
for (let warmUp = 0; warmUp < 5000; warmUp += 1) run(template);
const startedAt = performance.now();
for (let call = 0; call < Number(count); call += 1) run(template);
const one = (performance.now() - startedAt) / Number(count);
console.log((contender === 'load' ? load : contender === 'first' ? first : one) * 1000);
