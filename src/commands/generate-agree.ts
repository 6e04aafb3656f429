import type { CostPreview } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { interrupted } from '../interrupted.js';
import { buzz, costLine, shortOfBuzz, unsupported } from '../output/money.js';

/** What somebody agrees to beforehand. */
export interface Agreement {
  readonly maxCost?: number;
  readonly yes?: boolean;
  readonly quiet?: boolean;
}

/** Whom to ask, and what ends the question. */
export interface Asking {
  readonly io: CommandIo;
  readonly stop: AbortSignal;
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
  { io, stop }: Asking,
): Promise<number | undefined> {
  refuseTooDear(preview, maxCost);
  if (preview.support === 'unsupported') io.err(unsupported);
  if (quiet !== true || yes !== true) io.err(costLine(preview));
  if (yes === true) return maxCost;
  if (preview.total === 0 && preview.cost.variable !== true) return maxCost ?? 0;
  await ask(preview, { io, stop });
  return preview.total;
}

async function ask({ total }: CostPreview, { io, stop }: Asking): Promise<void> {
  if (io.stdin.isTTY !== true || io.terminal.isTTY !== true) {
    throw new CommandFailure(
      `Nobody is here to agree to about ${buzz(total)}. Nothing was submitted and nothing spent. Add --yes to agree ` +
        'beforehand, and --max-cost to say how much it may be; --dry-run only asks for the price.',
      exitCode.usage,
    );
  }
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({
    message: `Spend about ${buzz(total)}?`,
    initialValue: false,
    input: io.stdin,
    output: io.terminal,
    signal: stop,
  });
  const nothing = 'Nothing was submitted and nothing spent.';
  // Ctrl-C is a key here; any other signal is one.
  if (isCancel(answer)) throw interrupted(stop.aborted ? stop.reason : 'SIGINT', nothing);
  if (!answer) throw new CommandFailure(nothing, exitCode.refused);
}
