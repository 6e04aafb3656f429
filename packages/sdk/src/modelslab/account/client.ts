import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { type Acknowledgement, parseAcknowledgement } from '../answers/acknowledgement.js';
import { NumberedList } from '../answers/numbered-list.js';
import { sendEither } from '../request/either-method.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { type InlineSource, readInlineSource } from '../uploads/inline-source.js';
import { sendInline } from '../uploads/send-inline.js';
import {
  parseCount,
  parseCrop,
  parseImageVerdict,
  parseModelPurchase,
  parseProducts,
  parsePromptVerdict,
  parseSubscription,
  parseWallet,
} from './parse-answers.js';
import type {
  AssetsFilter,
  CroppedImage,
  DeleteImageParameters,
  GeneratedAsset,
  ModelPurchase,
  NsfwImageCheckParameters,
  NsfwImageVerdict,
  PromptVerdict,
  SubscribedProduct,
  SubscriptionPlanName,
  SubscriptionPurchase,
  WalletBalance,
} from './types.js';

/**
 * The account and its utilities: `modelsLab.account`. What buys something is sent once and never again, whatever happens.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const { balance, currency } = await modelsLab.account.walletBalance();
 * console.log(balance, currency, await modelsLab.account.requestCount());
 * ```
 */
export class ModelsLabAccount {
  readonly #calls: ModelsLabCalls;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls) {
    this.#calls = calls;
  }

  /** What the account may spend. */
  walletBalance(options?: CallOptions): CivitaiPromise<WalletBalance> {
    const call = { operation: 'account.walletBalance', path: ['wallet_balance'], repeatable: true };
    return this.#calls.send(call, parseWallet, options);
  }

  /** What is left of each plan, by its name. */
  subscribedProducts(options?: CallOptions): CivitaiPromise<Readonly<Record<string, SubscribedProduct>>> {
    const call = { operation: 'account.subscribedProducts', path: ['subscribed_products'], repeatable: true };
    return sendEither(this.#calls, call, ['GET', 'POST'], parseProducts, options);
  }

  /** Jobs of the past with their outputs, page by page. */
  assetsGenerated(filter: AssetsFilter): NumberedList<GeneratedAsset> {
    const { page: firstPage, ...parameters } = filter;
    return new NumberedList<GeneratedAsset>(this.#calls, {
      operation: 'account.assetsGenerated',
      firstPage,
      perPage: filter.per_page,
      call: (page) => ({
        operation: 'account.assetsGenerated',
        path: ['assets_generated'],
        parameters: { ...parameters, page },
        repeatable: true,
      }),
    });
  }

  /** How many jobs are unfinished now. The server answers this 30 times a minute. */
  requestCount(options?: CallOptions): CivitaiPromise<number> {
    const call = { operation: 'account.requestCount', path: ['v6', 'processing', 'request_count'], repeatable: true };
    return sendEither(this.#calls, call, ['POST', 'GET'], parseCount, options);
  }

  /** Empties the account's cache. */
  clearCache(options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const call = { operation: 'account.clearCache', path: ['v5', 'clear_cache'], repeatable: true };
    return sendEither(this.#calls, call, ['GET', 'POST'], parseAcknowledgement, options);
  }

  /** Deletes what a job put out. */
  deleteImage(parameters: DeleteImageParameters, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const call = { operation: 'account.deleteImage', path: ['v3', 'delete_image'], parameters };
    return this.#calls.send(call, parseAcknowledgement, options);
  }

  /** Whether an image shows what not everybody should see. */
  nsfwImageCheck(parameters: NsfwImageCheckParameters, options?: CallOptions): CivitaiPromise<NsfwImageVerdict> {
    const call = { operation: 'account.nsfwImageCheck', path: ['v3', 'nsfw_image_check'], parameters };
    return this.#calls.send(call, parseImageVerdict, options);
  }

  /** Whether a prompt asks for that. */
  promptCheck(prompt: string, options?: CallOptions): CivitaiPromise<PromptVerdict> {
    const call = { operation: 'account.promptCheck', path: ['check_nsfw_cp'], parameters: { prompt } };
    return this.#calls.send(call, parsePromptVerdict, options);
  }

  /** Crops an image to a square and uploads it, as trainings want them. */
  base64Crop(
    image: InlineSource,
    options: CallOptions & { readonly crop?: boolean | 'true' | 'false' } = {},
  ): CivitaiPromise<CroppedImage> {
    const { crop = true, ...callOptions } = options;
    const operation = 'account.base64Crop';
    const source = readInlineSource(`modelslab.${operation}`, image);
    return sendInline(this.#calls, source, parseCrop, callOptions, (data) => ({
      operation,
      path: ['v3', 'base64_crop'],
      parameters: { image: data, crop },
      forms: { trueFalse: ['crop'] },
    }));
  }

  /** Buys places for models of one's own. **Spends money.** */
  buyModel(quantity: number | string, options?: CallOptions): CivitaiPromise<ModelPurchase> {
    return this.#calls.send(
      {
        operation: 'account.buyModel',
        path: ['v3', 'dreambooth', 'buy_model'],
        parameters: { quantity },
        forms: { numberAsText: ['quantity'] },
        once: true,
      },
      parseModelPurchase,
      options,
    );
  }

  /** Buys a plan. **Spends money.** The answer holds an API key, which is given as a `Secret`. */
  buySubscription(plan: SubscriptionPlanName, options?: CallOptions): CivitaiPromise<SubscriptionPurchase> {
    return this.#calls.send(
      {
        operation: 'account.buySubscription',
        path: ['v3', 'buy_subscription'],
        parameters: { plan_name: plan },
        once: true,
        confidential: [],
      },
      parseSubscription,
      options,
    );
  }
}
