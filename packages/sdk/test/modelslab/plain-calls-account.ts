import type { ModelsLoadModelParameters } from '@civitkit/sdk/modelslab/client';
import { bodyOf } from './plain-answers.js';
import { acknowledged, type PlainCall, sent, told, uploaded } from './plain-call.js';

const png = 'data:image/png;base64,iVBORw0KGgo=';

/** Account and uploads. */
export const accountCalls: readonly PlainCall[] = [
  {
    sample: 'general/assets-generated',
    place: 'body',
    call: (client) => client.account.assetsGenerated({ type: 'image', per_page: 10 }).page(),
    expected: {
      items: [{ id: 147205911, output: ['https://assets.modelslab.ai/generations/5f0b1d1e-0.png'] }],
      metadata: { currentPage: 1, pageSize: 10, totalItems: 53, totalPages: 6 },
      nextCursor: 2,
    },
  },
  {
    sample: 'general/base64-to-url',
    place: 'body',
    call: (client) => client.uploads.base64ToUrl(png, { family: 'general' }),
    expected: uploaded('general/base64-to-url', '90010', 'upload-90010.png'),
  },
  {
    sample: 'general/buy-model',
    place: 'body',
    call: (client) => client.account.buyModel(1),
    expected: told('general/buy-model', {
      message: 'Payment was charged successfully',
      purchasedModels: 3,
      usedModels: 1,
      availableModels: 2,
    }),
  },
  {
    sample: 'general/buy-subscription',
    place: 'body',
    call: async (client) => {
      const { apiKey, ...rest } = await client.account.buySubscription('basic_monthly');
      return { ...rest, apiKey: apiKey?.reveal() };
    },
    expected: { message: 'plan bought', plan: 'basic', apiKey: 'ml-new-key-shown-once' },
  },
  {
    sample: 'general/clear-cache',
    place: 'body',
    call: (client) => client.account.clearCache(),
    expected: acknowledged('general/clear-cache', 'Cache cleared'),
  },
  {
    sample: 'general/delete-image',
    place: 'body',
    call: (client) => client.account.deleteImage({ request_id: 2398, type: 'image' }),
    expected: acknowledged('general/delete-image', 'image deleted'),
  },
  {
    sample: 'general/nsfw-image-check',
    place: 'body',
    call: (client) => client.account.nsfwImageCheck(sent('general/nsfw-image-check')),
    expected: told('general/nsfw-image-check', { isNsfw: false, findings: [false] }),
  },
  {
    sample: 'general/prompt-check',
    place: 'body',
    call: (client) => client.account.promptCheck('a quiet harbour'),
    expected: told('general/prompt-check', {
      isNsfw: false,
      isCp: false,
      originalPrompt: 'a quiet harbour',
      filteredPrompt: 'a quiet harbour',
    }),
  },
  { sample: 'general/request-count', place: 'body', call: (client) => client.account.requestCount(), expected: 3 },
  {
    sample: 'general/subscribed-products',
    place: 'body',
    call: (client) => client.account.subscribedProducts(),
    expected: {
      imagen: {
        totalCalls: 10_000,
        callsRemaining: 8421,
        percentageUsed: 16,
        raw: { total_api_call: 10_000, api_call_remaining: 8421, percentage_used: 16 },
      },
    },
  },
  {
    sample: 'general/wallet-balance',
    place: 'body',
    call: (client) => client.account.walletBalance(),
    expected: told('general/wallet-balance', { balance: 43.6, currency: 'USD' }),
  },
  {
    sample: 'training/base64-crop',
    place: 'body',
    call: (client) => client.account.base64Crop(png),
    expected: told('training/base64-crop', {
      url: 'https://assets.modelslab.ai/generations/crop-2789658.png',
      requestId: '2398',
    }),
  },
];

/** Inputs of one's own. */
export const uploadCalls: readonly PlainCall[] = [
  {
    sample: 'image_editing/base64-to-url',
    place: 'body',
    call: (client) => client.uploads.base64ToUrl(png),
    expected: uploaded('image_editing/base64-to-url', '63120013', 'upload-63120013.png'),
  },
  {
    sample: 'voice/base64-to-url',
    place: 'body',
    call: (client) => client.uploads.base64ToUrl({ bytes: Buffer.from('UklGRg==', 'base64'), mediaType: 'audio/wav' }),
    expected: uploaded('voice/base64-to-url', '41230023', 'upload-41230023.wav'),
  },
  {
    sample: 'video/base64-to-url',
    place: 'body',
    call: (client) =>
      client.uploads.base64ToUrl(new Blob([Buffer.from('AAAAIGZ0eXBpc29t', 'base64')], { type: 'video/mp4' })),
    expected: uploaded('video/base64-to-url', '155919001', 'upload-155919001.mp4'),
  },
  {
    sample: '3d/base64-to-url',
    place: 'body',
    call: (client) => client.uploads.base64ToUrl('data:model/obj;base64,dmVydGV4'),
    expected: uploaded('3d/base64-to-url', '12202890', 'upload-12202890.obj'),
  },
];

/** Models and voices. */
export const modelCalls: readonly PlainCall[] = [
  {
    sample: 'models/model-list',
    place: 'body',
    call: (client) => client.models.list(),
    expected: bodyOf('models/model-list'),
  },
  {
    sample: 'models/load-model',
    place: 'body',
    call: (client) =>
      client.models.load({ ...(sent('models/load-model') as object as ModelsLoadModelParameters), force_load: true }),
    expected: acknowledged('models/load-model', 'model load started'),
  },
  {
    sample: 'models/model-search',
    place: 'query',
    call: (client) => client.models.search({ search: 'flux' }).page(),
    expected: {
      items: [{ model_id: 'flux', model_name: 'Flux Dev', feature: 'imagen' }],
      metadata: { currentPage: 1, pageSize: 20, totalItems: 1, totalPages: 1 },
    },
  },
  {
    sample: 'images/model-reload',
    place: 'body',
    call: (client) => client.models.reload('realistic-vision-51'),
    expected: acknowledged('images/model-reload', 'Model reload started'),
  },
  {
    sample: 'images/model-reload.processing',
    place: 'body',
    call: (client) => client.models.reload('realistic-vision-51'),
    expected: acknowledged(
      'images/model-reload.processing',
      'Model is loading, ready in about 2 minutes',
      'processing',
    ),
  },
  {
    sample: 'voice/voice-list',
    place: 'body',
    call: (client) => client.voices.list({ type: 'manual' }),
    expected: (bodyOf('voice/voice-list') as { readonly voices: unknown }).voices,
  },
  {
    sample: 'voice/voice-upload',
    place: 'body',
    call: (client) => client.voices.upload(sent('voice/voice-upload')),
    expected: told('voice/voice-upload', { voiceId: 'jacob-8f21', message: 'Voice uploaded' }),
  },
];
