import { createRateWindows } from '../../http/rate-windows.js';
import { failure } from '../failures/failure.js';
import { noCredits, rateLimited } from '../failures/failures.js';
import type { JobRecord } from '../jobs/job-record.js';
import type { Members, ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';
import type { ModelsLabWorkshop } from '../workshop.js';

const COUNTS_PER_MINUTE = 30;
const MINUTE_MS = 60_000;
const PER_PAGE = 10;
const PLAN_CENTS = 2700;
const MODEL_CENTS = 100;
const TYPES: Readonly<Record<string, readonly string[]>> = {
  image: ['png', 'jpg'],
  video: ['mp4'],
  voice: ['wav', 'mp3'],
  '3d': ['glb'],
};

function whole(value: unknown, fallback: number): number {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 1 ? number : fallback;
}

/** The finished jobs of a kind, page by page, newest first. */
function assetsGenerated({ assets, jobs }: ModelsLabWorkshop, { body }: ModelsLabRequest): unknown {
  const { type } = body;
  const outputs = TYPES[String(type)];
  if (outputs === undefined) return failure(400, { type: ['The selected type is invalid.'] });
  const isOfType = ({ operation, status }: JobRecord): boolean =>
    status === 'success' && outputs.includes(operation.output);
  const all = jobs.all().filter(isOfType).toReversed();
  const perPage = whole(body['per_page'], PER_PAGE);
  const page = whole(body['page'], 1);
  const from = (page - 1) * perPage;
  const shown = all.slice(from, from + perPage);
  const data = shown.map(({ files, id }) => ({ id, output: files.map(({ name }) => assets.urlOf(name)) }));
  const bounds = shown.length === 0 ? { from: null, to: null } : { from: from + 1, to: from + shown.length };
  const last_page = Math.max(1, Math.ceil(all.length / perPage));
  const pagination = { current_page: page, per_page: perPage, total: all.length, last_page, ...bounds };
  return { status: 'success', type, data, pagination };
}

function checkPrompt({ body }: ModelsLabRequest): Members {
  const prompt = String(body['prompt']);
  const is_nsfw = /\b(?:nsfw|nude)\b/i.test(prompt);
  const filtered_prompt = prompt.replace(/\b(?:nsfw|nude)\b/gi, '').trim();
  return { status: 'success', is_cp: false, is_nsfw, original_prompt: prompt, filtered_prompt };
}

/** What costs money besides jobs. */
function shopRoutes({ credentials, wallet }: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  let purchased = 2;
  const buyModel = ({ body }: ModelsLabRequest): unknown => {
    const quantity = whole(body['quantity'], 1);
    if (!wallet.pay(quantity * MODEL_CENTS, 'buy_model')) return noCredits;
    purchased += quantity;
    const counts = { purchased_models: purchased, used_models: 1, available_models: purchased - 1 };
    return { status: 'success', messege: 'Payment was charged successfully', ...counts };
  };
  const buySubscription = ({ body }: ModelsLabRequest): unknown => {
    const plan = String(body['plan_name']);
    if (!wallet.pay(PLAN_CENTS, 'buy_subscription')) return noCredits;
    const key = `ml-bought-${credentials.apiKeys.size}`;
    credentials.apiKeys.add(key);
    return { status: 'success', messege: 'plan bought', data: { key, plan: plan.split('_')[0] } };
  };
  return [
    simpleRoute('POST', '/v3/dreambooth/buy_model', { required: ['quantity'], answer: buyModel }),
    simpleRoute('POST', '/v3/buy_subscription', { required: ['plan_name'], answer: buySubscription }),
  ];
}

function products(): Members {
  const imagen = { total_api_call: 10_000, api_call_remaining: 8421, percentage_used: 16 };
  return { status: 'success', data: { imagen } };
}

function clearCache(): Members {
  return { status: 'success', message: 'Cache cleared' };
}

/** The utilities of an account. Two of them are documented as GET with a body; the other method works as well. */
export function createAccountRoutes(workshop: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const { jobs, wallet } = workshop;
  const minutes = createRateWindows(MINUTE_MS);
  const countRequests = ({ credential }: ModelsLabRequest): unknown => {
    const wait = minutes.take(credential, COUNTS_PER_MINUTE);
    if (wait !== undefined) return rateLimited(wait);
    const message = 'Current processing request count retrieved successfully';
    return { status: 'success', processing_count: jobs.unfinished(), message };
  };
  return [
    simpleRoute('POST', '/wallet_balance', {
      answer: () => ({ status: 'success', data: { balance: wallet.balance, currency: 'USD' } }),
    }),
    simpleRoute('GET', '/subscribed_products', { answer: products }),
    simpleRoute('POST', '/subscribed_products', { answer: products }),
    simpleRoute('GET', '/v5/clear_cache', { answer: clearCache }),
    simpleRoute('POST', '/v5/clear_cache', { answer: clearCache }),
    simpleRoute('POST', '/v6/processing/request_count', { answer: countRequests }),
    simpleRoute('GET', '/v6/processing/request_count', { answer: countRequests }),
    simpleRoute('POST', '/assets_generated', {
      required: ['type'],
      answer: (request) => assetsGenerated(workshop, request),
    }),
    simpleRoute('POST', '/v3/delete_image', {
      required: ['request_id'],
      answer: () => ({ status: 'success', messege: 'image deleted' }),
    }),
    simpleRoute('POST', '/v3/nsfw_image_check', {
      required: ['init_image'],
      // No status, as if that were certain.
      answer: ({ body }) => ({
        images: body['init_image'],
        has_nsfw_concept: [String(body['init_image']).includes('nsfw')],
      }),
    }),
    simpleRoute('POST', '/check_nsfw_cp', { required: ['prompt'], answer: checkPrompt }),
    ...shopRoutes(workshop),
  ];
}
