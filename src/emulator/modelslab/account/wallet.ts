/** Something that was paid. */
export interface Charge {
  /** In dollars. */
  readonly amount: number;
  /** Operation that was paid for. */
  readonly operation: string;
}

/** The money of the emulated account. */
export interface Wallet {
  /** In dollars. */
  readonly balance: number;
  /** Oldest first. */
  readonly charges: readonly Charge[];
  setBalance(dollars: number): void;
  /** Takes cents, and remembers what for unless there are none; false when there is not enough. */
  pay(cents: number, operation: string): boolean;
}

/** Creates a wallet. Counts in cents, so that sums are exact. */
export function createWallet(dollars: number): Wallet {
  let cents = Math.round(dollars * 100);
  const charges: Charge[] = [];
  return {
    get balance() {
      return cents / 100;
    },
    charges,
    setBalance: (amount) => {
      cents = Math.round(amount * 100);
    },
    pay: (price, operation) => {
      if (price > cents) return false;
      cents -= price;
      if (price > 0) charges.push({ amount: price / 100, operation });
      return true;
    },
  };
}
