import { isJsonObject } from '../../../http/body-checks.js';
import { numberIn, type OutputContext, textIn } from '../output-context.js';
import { type OutputBuilders, times } from './output-builder.js';

function images({ input, image }: OutputContext): unknown[] {
  const count = numberIn(input, 'quantity', numberIn(input, 'numImages', 1)) * numberIn(input, 'batchSize', 1);
  return times(count, () => image());
}

function oneBlob({ image }: OutputContext): unknown {
  return { blob: image() };
}

/** Steps that make or change pictures. */
export const IMAGE_OUTPUTS: OutputBuilders = {
  textToImage: (context) => ({ images: images(context) }),
  imageGen: (context) => {
    const { errors } = context.markers;
    return errors === undefined ? { images: images(context) } : { images: [], errors: [errors] };
  },
  comfy: ({ input, image }) => ({ blobs: times(numberIn(input, 'quantity', 1), () => image()) }),
  customComfy: ({ image }) => {
    const computedAt = new Date().toISOString();
    const usage = { buzzPerSecond: 1, runtimeSeconds: 20, estimatedCost: 20, startedAt: computedAt, computedAt };
    return { blobs: [image()], traceUrl: null, tempBlobs: [], usage };
  },
  comfyNodepackSnapshot: ({ input, file }) => ({
    results: (Array.isArray(input['nodepacks']) ? input['nodepacks'] : []).map((nodepack) => ({
      nodepack: String(nodepack),
      layerAir: `urn:air:comfy:nodepacklayer:civitai:${encodeURIComponent(String(nodepack)).replace(/%/g, '-')}@1`,
      layer: file('tar', 'application/x-tar', Buffer.alloc(1024)),
      objectInfo: file('json', 'application/json', Buffer.from('{}')),
      web: file('tar', 'application/x-tar', Buffer.alloc(1024)),
    })),
  }),
  convertImage: oneBlob,
  humanoidImageMask: oneBlob,
  imageBackgroundRemoval: ({ image }) => ({ image: image() }),
  imageToSvg: ({ file }) => ({
    svg: file('svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')),
  }),
  imageUpload: oneBlob,
  imageUpscaler: ({ input, image }) => {
    const side = 1024 * 2 ** numberIn(input, 'numberOfRepeats', 1);
    return { blob: image('blob', { width: side, height: side }) };
  },
  model3DPreview: ({ input, image }) => ({
    images: times(Array.isArray(input['cameraPoses']) ? input['cameraPoses'].length : 0, () => image()),
  }),
  preprocessImage: ({ input, image }) => {
    const side = numberIn(input, 'resolution', 512);
    return { blob: image('blob', { width: side, height: side }) };
  },
  tryOnU: oneBlob,
  qwenImageBench: ({ input }) => {
    const items = (Array.isArray(input['items']) ? input['items'] : []).filter(isJsonObject);
    const scores = [{ name: 'overall', score: 60, children: [] }];
    return {
      results: Object.fromEntries(
        items.map((item) => [
          textIn(item, 'id', ''),
          { fieldScores: { overall: 60 }, totalScore: 60, scores, errors: {}, error: null },
        ]),
      ),
    };
  },
};
