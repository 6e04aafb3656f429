import type { CostPreview } from '@civitkit/sdk/client';
import { CommandFailure, exitCode } from '../exit-code.js';
import { buzz, costLine, shortOfBuzz, unsupported } from '../output/money.js';
import { type Asking, askToSpend, nothingSpent } from './generate-ask.js';

/** What somebody agrees to beforehand. */
export interface Agreement {
  readonly maxCost?: number;
  readonly yes?: boolean;
  readonly quiet?: boolean;
}

/**
 * Refuses what cannot or may not be paid.
 *
 * @throws CommandFailure
 */
export function refuseTooDear({ insufficientBuzz, total }: CostPreview, maxCost: number | undefined): void {
  if (maxCost !== undefined && total > maxCost) {
    throw new CommandFailure(
      `This would cost about ${buzz(total)}, which is more than --max-cost ${maxCost}. Nothing was submitted and nothing ` +
        'spent. Raise --max-cost, or ask for less.',
      exitCode.refused,
    );
  }
  if (insufficientBuzz) {
    throw new CommandFailure(
      `This would cost about ${buzz(total)}. ${shortOfBuzz} Nothing was submitted and nothing spent.`,
      exitCode.denied,
    );
  }
}

/**
 * Tells what it would cost, and asks before it is spent.
 *
 * @returns the most that it may cost then: what was agreed to
 * @throws CommandFailure when nobody agrees
 */
export async function agreeToCost(
  preview: CostPreview,
  { maxCost, quiet, yes }: Agreement,
  asking: Asking,
): Promise<number | undefined> {
  const { io } = asking;
  refuseTooDear(preview, maxCost);
  if (preview.support === 'unsupported') io.err(unsupported);
  if (quiet !== true || yes !== true) io.err(costLine(preview));
  if (yes === true) return maxCost;
  if (preview.total === 0 && preview.cost.variable !== true) return maxCost ?? 0;
  await ask(preview, asking);
  return preview.total;
}

async function ask({ total }: CostPreview, asking: Asking): Promise<void> {
  const unattended =
    `Nobody is here to agree to about ${buzz(total)}. ${nothingSpent} Add --yes to agree beforehand, and --max-cost to ` +
    'say how much it may be; --dry-run only asks for the price.';
  await askToSpend(`Spend about ${buzz(total)}?`, unattended, asking);
}
