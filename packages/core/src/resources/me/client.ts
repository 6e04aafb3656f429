import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { itemParser } from '../get-by-id.js';
import type { Open } from '../vocabulary.js';

/** Whose key it is. */
export interface Me {
  readonly id: number;
  readonly username: string;
  /** Absent without a membership. */
  readonly tier?: Open<'free' | 'founder' | 'bronze' | 'silver' | 'gold'>;
  readonly status: Open<'active' | 'muted' | 'banned'>;
  readonly isMember: boolean;
  /** Kinds of Buzz that subscriptions pay, such as `yellow`. */
  readonly subscriptions: readonly string[];
  /** Only when the key may read the user's profile. */
  readonly email?: string;
  readonly emailVerified?: boolean;
  /** Sum of the key's scope bits. */
  readonly tokenScope?: number;
  readonly buzzLimit?: readonly BuzzLimit[] | null;
  readonly subject?: { readonly type: Open<'apiKey' | 'oauth'>; readonly id: number | string };
}

/** How much Buzz the key may spend. */
export interface BuzzLimit {
  readonly type: Open<'absolute' | 'sliding' | 'rollover'>;
  readonly limit: number;
  readonly window?: Open<'second' | 'minute' | 'hour' | 'day' | 'week' | 'month'>;
  readonly unit?: number;
  readonly cron?: string;
  readonly currencies?: readonly string[];
}

const fields: FieldTree<Me> = {
  id: true,
  username: true,
  tier: true,
  status: true,
  isMember: true,
  subscriptions: true,
  email: true,
  emailVerified: true,
  tokenScope: true,
  buzzLimit: [{ type: true, limit: true, window: true, unit: true, cron: true, currencies: true }],
  subject: { type: true, id: true },
};

/** The owner of the key: `civitai.me`. */
export class MeClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Whose key it is. Also the one way to test a key: most endpoints treat a wrong one as none and answer all the same.
   *
   * @throws AuthenticationError without a key (nothing is sent) or with a wrong one
   */
  get(options?: CallOptions): CivitaiPromise<Me> {
    return this.#pipeline.send(
      { operation: 'me.get', method: 'GET', path: ['me'], authentication: 'required' },
      itemParser<Me>({ fields, normalize: (me) => void (me['subscriptions'] ??= []) }),
      options,
    );
  }
}
