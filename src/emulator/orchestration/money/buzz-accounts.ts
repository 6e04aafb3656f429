import { type Balances, type Currency, SPEND_ORDER, type Transaction } from './currency.js';

/** A movement of Buzz with whose it was and what for. */
export interface LedgerEntry extends Transaction {
  readonly userId: number;
  /** Null for what belongs to no workflow. */
  readonly workflowId: string | null;
}

/** What to take, from whom, and for what. */
export interface Charge {
  readonly userId: number;
  readonly workflowId: string | null;
  readonly amount: number;
  /** The kinds that may pay. */
  readonly currencies: readonly Currency[];
}

/** The Buzz of everybody who uses one emulator. */
export interface BuzzAccounts {
  balances(userId: number): Balances;
  setBalances(userId: number, balances: Partial<Balances>): void;
  /** What these kinds hold together. */
  available(userId: number, currencies: readonly Currency[]): number;
  /** How a charge would be split over the kinds, in the order they are spent; `undefined` when they do not suffice. */
  plan(charge: Charge): readonly Transaction[] | undefined;
  /** Takes it, all of it or nothing. */
  charge(charge: Charge): readonly Transaction[] | undefined;
  /** Gives back so much of what was taken, last taken first. */
  refund(charge: Omit<Charge, 'currencies'>, taken: readonly Transaction[]): readonly Transaction[];
  /** Every movement so far, oldest first. */
  readonly ledger: readonly LedgerEntry[];
}

/** What is left of debits after the credits, by kind. */
function paidBy(transactions: readonly Transaction[]): ReadonlyMap<Currency, number> {
  const paid = new Map<Currency, number>();
  for (const { type, amount, accountType } of transactions) {
    paid.set(accountType, (paid.get(accountType) ?? 0) + (type === 'debit' ? amount : -amount));
  }
  return paid;
}

/** What debits less credits come to. */
export function netPaid(transactions: readonly Transaction[]): number {
  return [...paidBy(transactions).values()].reduce((sum, amount) => sum + amount, 0);
}

/** The kinds that something was paid with, less what was given back. */
export function currenciesPaid(transactions: readonly Transaction[]): readonly Currency[] {
  const paid = paidBy(transactions);
  return SPEND_ORDER.filter((currency) => (paid.get(currency) ?? 0) > 0);
}

/** Splits an amount over what kinds hold, in the given order; `undefined` when they do not suffice. */
function split(
  amount: number,
  holds: ReadonlyMap<Currency, number>,
): readonly (readonly [Currency, number])[] | undefined {
  const parts: [Currency, number][] = [];
  let left = amount;
  for (const [currency, held] of holds) {
    const part = Math.min(left, held);
    if (part > 0) parts.push([currency, part]);
    left -= part;
  }
  return left > 0 ? undefined : parts;
}

/** Creates accounts; everybody begins with the same balances. */
export function createBuzzAccounts(first: Balances): BuzzAccounts {
  const accounts = new Map<number, Balances>();
  const ledger: LedgerEntry[] = [];
  const balances = (userId: number): Balances => accounts.get(userId) ?? first;
  const setBalances = (userId: number, changed: Partial<Balances>): void => {
    accounts.set(userId, { ...balances(userId), ...changed });
  };
  const partsOf = ({ userId, amount, currencies }: Charge): ReturnType<typeof split> => {
    const held = balances(userId);
    const kinds = SPEND_ORDER.filter((currency) => currencies.includes(currency));
    return split(amount, new Map(kinds.map((currency) => [currency, held[currency]])));
  };
  const move = (
    { userId, workflowId }: Omit<Charge, 'currencies'>,
    type: Transaction['type'],
    parts: readonly (readonly [Currency, number])[],
  ): readonly Transaction[] =>
    parts.map(([accountType, amount]) => {
      const transaction = { type, amount, id: `tx-${ledger.length + 1}`, accountType };
      const held = balances(userId)[accountType];
      setBalances(userId, { [accountType]: type === 'debit' ? held - amount : held + amount });
      ledger.push({ ...transaction, userId, workflowId });
      return transaction;
    });
  return {
    ledger,
    balances,
    setBalances,
    available: (userId, currencies) => currencies.reduce((sum, currency) => sum + balances(userId)[currency], 0),
    plan: (charge) =>
      partsOf(charge)?.map(([accountType, amount]) => ({ type: 'debit', amount, id: null, accountType })),
    charge: (charge) => {
      const parts = partsOf(charge);
      return parts === undefined ? undefined : move(charge, 'debit', parts);
    },
    refund: (charge, taken) => {
      const paid = [...paidBy(taken)].filter(([, amount]) => amount > 0);
      const left = paid.reduce((sum, [, amount]) => sum + amount, 0);
      return move(charge, 'credit', split(Math.min(charge.amount, left), new Map(paid.toReversed())) ?? []);
    },
  };
}
