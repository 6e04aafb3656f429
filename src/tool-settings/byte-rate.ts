const exponents: Readonly<Record<string, number>> = { '': 0, k: 1, m: 2, g: 3, t: 4 };

/**
 * Bytes a second out of a text: `5M` is 5 000 000, `5MiB` 5 242 880, `1.5m` 1 500 000. Fractions are exact.
 *
 * @returns 0 for no limit, `undefined` for what is no rate
 */
export function parseByteRate(text: string): number | undefined {
  const found = /^(?<number>\d+(?:\.\d+)?|\.\d+)\s*(?<unit>[kmgt]?)(?<binary>i?)(?:b(?:\/s|ps)?)?$/iu.exec(text.trim());
  const { binary = '', number = '', unit = '' } = found?.groups ?? {};
  if (found === null || (binary !== '' && unit === '')) return undefined;
  const bytes = Number(number) * (binary === '' ? 1000 : 1024) ** (exponents[unit.toLowerCase()] ?? 0);
  if (!Number.isFinite(bytes)) return undefined;
  // Less than a byte a second is not the same as no limit.
  return bytes === 0 ? 0 : Math.max(1, Math.round(bytes));
}
