/** The kinds of Buzz. */
export type Currency = 'blue' | 'green' | 'yellow' | 'fakeRed';

/** How much of each kind an account has. */
export type Balances = Readonly<Record<Currency, number>>;

/** One movement of Buzz. */
export interface Transaction {
  readonly type: 'debit' | 'credit';
  readonly amount: number;
  /** Null in previews. */
  readonly id: string | null;
  readonly accountType: Currency;
}

/** Every kind, in the order they are spent. */
export const SPEND_ORDER: readonly Currency[] = ['blue', 'green', 'yellow', 'fakeRed'];
