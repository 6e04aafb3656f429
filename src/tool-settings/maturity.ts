/** The highest level of images: a level, or one of the modes of civitdl, of which `1` depends on the model. */
export type Maturity = 'pg' | 'pg13' | 'r' | 'x' | 'xxx' | '0' | '1' | '2';

/** The levels as the site's bits. */
const bits: Readonly<Record<Exclude<Maturity, '0' | '1' | '2'>, number>> = { pg: 1, pg13: 2, r: 4, x: 8, xxx: 16 };

/** The names of the levels. */
export const maturityLevels: readonly Maturity[] = ['pg', 'pg13', 'r', 'x', 'xxx'];

/** The modes of civitdl. */
export const nsfwModes: readonly Maturity[] = ['0', '1', '2'];

/**
 * Whether an image is taken. `0` takes what is at most PG-13; `1` what is not far above the model itself as well; `2`
 * everything. An image that nobody has rated may be anything, so a level does not let it through.
 *
 * @param modelLevel - the sum of the model's bits; 0 when it is not known
 */
export function isTaken(maturity: Maturity, imageLevel: number, modelLevel: number): boolean {
  if (maturity === '2') return true;
  if (imageLevel <= 0) return false;
  if (maturity === '0') return imageLevel <= bits.pg13;
  if (maturity === '1') return imageLevel <= bits.pg13 || modelLevel === 0 || imageLevel <= modelLevel + 1;
  return imageLevel <= bits[maturity];
}

/** The highest level that a card may show by this; modes that take more than one picture can answer for are cautious. */
export function previewLimit(maturity: Maturity): number {
  if (maturity === '0' || maturity === '1') return bits.pg13;
  return maturity === '2' ? bits.xxx : bits[maturity];
}

/** Whether a text is one of them. */
export function isMaturity(text: string): text is Maturity {
  return ([...maturityLevels, ...nsfwModes] as readonly string[]).includes(text);
}
