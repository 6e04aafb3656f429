import type { Currency } from './currency.js';

const USUAL: readonly Currency[] = ['blue', 'green', 'yellow'];

/** The kinds that pay for mature content. */
const MATURE: ReadonlySet<Currency> = new Set(['yellow', 'fakeRed']);

/** The kinds that may pay: those the client named, else all but test money; for mature content fewer. */
export function payingCurrencies(
  named: readonly Currency[],
  allowMatureContent: boolean | undefined,
): readonly Currency[] {
  const possible = named.length === 0 ? USUAL : named;
  return allowMatureContent === true ? possible.filter((currency) => MATURE.has(currency)) : possible;
}

/** Whether what was paid covers mature content. */
export function paysForMature(paid: readonly Currency[]): boolean {
  return paid.every((currency) => MATURE.has(currency));
}
