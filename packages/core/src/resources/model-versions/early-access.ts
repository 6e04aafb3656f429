import type { FieldTree } from '../../transport/field-tree.js';

/** How access to a version is sold; see `ModelVersionsClient.setEarlyAccess`. */
export interface EarlyAccessSettings {
  /** The gate and its price; `null` opens the version to all. */
  readonly paidAccess: PaidAccessTerms | null;
  /** A sum of Buzz that, once donated, opens the version. */
  readonly donationGoal?: { readonly amount: number } | null;
  /** That the owner has the rights to sell it. */
  readonly rightsAffirmed?: boolean;
}

/** When and for what price a version may be used. Prices are in Buzz. */
export interface PaidAccessTerms {
  /** For good, instead of for `timeframeDays`; the server reserves it for its own studio. */
  readonly permanent?: boolean;
  readonly timeframeDays?: number;
  readonly terms: {
    /** From 100. */
    readonly download?: { readonly price: number };
    /** Free, or from 50 a generation after `trialLimit` (0 to 1000) free ones. */
    readonly generation?: { readonly free: true } | { readonly price?: number; readonly trialLimit?: number };
    readonly acceptsBlueBuzz?: boolean;
  };
}

/** What was changed. */
export interface EarlyAccessChange {
  readonly success: boolean;
  readonly modelVersionId: number;
  readonly modelId: number;
}

/** Known fields, for strict parsing. */
export const earlyAccessChangeFields: FieldTree<EarlyAccessChange> = {
  success: true,
  modelVersionId: true,
  modelId: true,
};
