import { isJsonObject } from '../../../http/body-checks.js';
import type { ArchiveEntry } from '../../blobs/blob-store.js';
import type { JsonObject } from '../../workflows/workflow-record.js';
import { numberIn, textIn } from '../output-context.js';
import { type OutputBuilders, textsOf, times } from './output-builder.js';

/** The last thing the user said, whether as a text or in parts. */
function lastUserText(messages: unknown): string {
  const said = (Array.isArray(messages) ? messages : []).filter(isJsonObject);
  const content = said.findLast(({ role }) => role === 'user')?.['content'];
  if (typeof content === 'string') return content;
  const parts = (Array.isArray(content) ? content : []).filter(isJsonObject);
  return parts.map((part) => textIn(part, 'text', '')).join('');
}

function isEntry(value: unknown): value is ArchiveEntry {
  return isJsonObject(value) && typeof value['blobId'] === 'string';
}

function chat(input: JsonObject, digest: string): unknown {
  const question = lastUserText(input['messages']);
  const content = `You said: ${question}`;
  const [promptTokens, completionTokens] = [Math.ceil(question.length / 4), Math.ceil(content.length / 4)];
  return {
    id: `chatcmpl-${digest.slice(0, 24)}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: textIn(input, 'model', ''),
    choices: times(numberIn(input, 'n', 1), (index) => ({
      index,
      message: { role: 'assistant', content },
      finishReason: 'stop',
    })),
    usage: { promptTokens, completionTokens, totalTokens: promptTokens + completionTokens },
  };
}

/** Steps about text, files and models. */
export const TEXT_OUTPUTS: OutputBuilders = {
  echo: ({ input }) => ({ message: textIn(input, 'message', '') }),
  chatCompletion: ({ input, digest }) => chat(input, digest),
  promptEnhancement: ({ input }) => ({
    issues: [{ description: 'The prompt says little about the light.', severity: 'info' }],
    recommendations: ['Say where the light comes from.'],
    enhancedPrompt: `${textIn(input, 'prompt', '')}, soft light from the left`,
    enhancedNegativePrompt: textIn(input, 'negativePrompt', ''),
  }),
  mediaCaptioning: () => ({ caption: 'A picture of one plain colour.' }),
  blobArchive: ({ input, blobs }) => {
    const entries = (Array.isArray(input['entries']) ? input['entries'] : []).filter(isEntry);
    return blobs.archive(entries, textIn(input, 'format', 'zip').toLowerCase() === 'tar' ? 'tar' : 'zip');
  },
  mediaHash: ({ input, digest }) => ({
    hashes: Object.fromEntries(textsOf(input['hashTypes']).map((type) => [type, digest.slice(0, 16)])),
  }),
  modelHash: ({ digest }) => ({
    sha256: digest.toUpperCase(),
    autoV1: digest.slice(0, 8).toUpperCase(),
    autoV2: digest.slice(0, 10).toUpperCase(),
    autoV3: digest.slice(10, 22).toUpperCase(),
    blake3: (digest.slice(32) + digest.slice(0, 32)).toUpperCase(),
    crc32: digest.slice(-8).toUpperCase(),
  }),
  modelParseMetadata: () => ({ metadata: '{"ss_network_dim":"32"}' }),
  modelClamScan: () => ({
    exitCode: 0,
    output: 'OK',
    status: 'clean',
    infected: false,
    infectedFileCount: 0,
    scannedFileCount: 1,
  }),
  modelPickleScan: () => ({
    exitCode: 0,
    output: 'No dangerous imports',
    globalImports: [],
    dangerousImports: [],
    status: 'clean',
    dangerousImportsFound: false,
    skipped: false,
    scannedFileCount: 1,
    infectedFileCount: 0,
    dangerousGlobalCount: 0,
  }),
  prepareResource: ({ input }) => ({
    resource: textIn(input, 'resource', ''),
    preparedAt: new Date().toISOString(),
    provider: 'civitai',
  }),
  webSearch: ({ input }) => ({
    results: [
      {
        url: 'https://example.com/',
        title: 'A page',
        description: textIn(input, 'query', ''),
        markdown: 'The text of a page.',
      },
    ],
  }),
  webScrape: ({ input }) => ({
    markdown: 'The text of a page.',
    html: '<p>The text of a page.</p>',
    links: [textIn(input, 'url', '')],
    title: 'A page',
    description: 'What it is about.',
    statusCode: 200,
  }),
};
