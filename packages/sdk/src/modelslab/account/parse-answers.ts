import { Secret } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type Parser, parseObject } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { acknowledgementOf } from '../answers/acknowledgement.js';
import { flagOf, numberOf, textOf } from '../answers/read-fields.js';
import type {
  CroppedImage,
  ModelPurchase,
  NsfwImageVerdict,
  PromptVerdict,
  SubscribedProduct,
  SubscriptionPurchase,
  WalletBalance,
} from './types.js';

export const parseWallet: Parser<WalletBalance> = (json, context) => {
  const raw = parseObject(json, 'data', context);
  const data = isJsonObject(raw['data']) ? raw['data'] : {};
  const balance = numberOf(data['balance']);
  if (balance === undefined) throw context.wrongShape('"data.balance", a number');
  return { balance, ...given({ currency: textOf(data['currency']) }), raw };
};

export const parseProducts: Parser<Readonly<Record<string, SubscribedProduct>>> = (json, context) => {
  const { data } = parseObject(json, 'data', context);
  // Without any the list is empty, and PHP writes an empty object as a list.
  if (Array.isArray(data) && data.length === 0) return {};
  if (!isJsonObject(data)) throw context.wrongShape('"data", an object of products');
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, productOf(isJsonObject(value) ? value : { value })]),
  );
};

function productOf(raw: JsonObject): SubscribedProduct {
  return {
    ...given({
      totalCalls: numberOf(raw['total_api_call']),
      callsRemaining: numberOf(raw['api_call_remaining']),
      percentageUsed: numberOf(raw['percentage_used']),
    }),
    raw,
  };
}

export const parseCount: Parser<number> = (json, context) => {
  const count = numberOf(parseObject(json, 'processing_count', context)['processing_count']);
  if (count === undefined) throw context.wrongShape('"processing_count", a number');
  return count;
};

export const parseImageVerdict: Parser<NsfwImageVerdict> = (json, context) => {
  const raw = parseObject(json, 'has_nsfw_concept', context);
  const said = raw['has_nsfw_concept'];
  const findings = (Array.isArray(said) ? said : [said]).map(flagOf);
  // An answer that cannot be read must not look like "nothing found".
  if (findings.length === 0 || !findings.every((one) => one !== undefined)) {
    throw context.wrongShape('"has_nsfw_concept", a list of true and false');
  }
  return { isNsfw: findings.includes(true), findings, raw };
};

export const parsePromptVerdict: Parser<PromptVerdict> = (json, context) => {
  const raw = parseObject(json, 'is_nsfw', context);
  const isNsfw = flagOf(raw['is_nsfw']);
  const isCp = flagOf(raw['is_cp']);
  if (isNsfw === undefined || isCp === undefined) throw context.wrongShape('"is_nsfw" and "is_cp", true or false');
  return {
    isNsfw,
    isCp,
    ...given({ originalPrompt: textOf(raw['original_prompt']), filteredPrompt: textOf(raw['filtered_prompt']) }),
    raw,
  };
};

export const parseModelPurchase: Parser<ModelPurchase> = (json, context) => {
  const raw = parseObject(json, 'status', context);
  return {
    ...given({
      message: acknowledgementOf(raw).message,
      purchasedModels: numberOf(raw['purchased_models']),
      usedModels: numberOf(raw['used_models']),
      availableModels: numberOf(raw['available_models']),
    }),
    raw,
  };
};

export const parseSubscription: Parser<SubscriptionPurchase> = (json, context) => {
  const raw = parseObject(json, 'status', context);
  const data = isJsonObject(raw['data']) ? raw['data'] : {};
  const key = textOf(data['key']);
  return given({
    message: acknowledgementOf(raw).message,
    plan: textOf(data['plan']),
    apiKey: key === undefined ? undefined : new Secret(key),
  });
};

export const parseCrop: Parser<CroppedImage> = (json, context) => {
  const raw = parseObject(json, 'link', context);
  const url = textOf(raw['link']);
  if (url === undefined) throw context.wrongShape('"link", a URL');
  return { url, ...given({ requestId: textOf(raw['request_id']) }), raw };
};
