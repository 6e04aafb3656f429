import type { CostPreview, Workflow } from '@civitkit/sdk/client';
import { oneLine } from './display-width.js';

/** An amount as it is said: `1234 Buzz`. */
export function buzz(amount: number): string {
  return `${round(amount)} Buzz`;
}

/** What a preview says, in one line for before the question. */
export function costLine(preview: CostPreview): string {
  const { charges, cost, total } = preview;
  const settled = cost.variable === true ? ', and settled later by what is delivered' : '';
  const accounts = charges.length === 0 ? '' : ` (${charges.map(chargeText).join(', ')})`;
  return `This would cost about ${buzz(total)}${accounts}: an estimate${settled}.`;
}

/** What is said when there is too little. */
export const shortOfBuzz: string =
  'The account has too little Buzz of a kind that may be spent on this. Get more at civitai.com, ' +
  'allow other kinds with --currency, or ask for less.';

/** Everything that a preview says, one line each. */
export function costLines(preview: CostPreview): string[] {
  const { charges, cost, insufficientBuzz, support } = preview;
  return [
    costLine(preview),
    `  base ${round(cost.base)}${factorsText(cost.factors)}`,
    ...amounts('fixed', cost.fixed),
    ...tips(cost.tips),
    ...amounts('fee', cost.fees),
    ...charges.map((charge) => `  from the account: ${chargeText(charge)}`),
    ...(insufficientBuzz ? [shortOfBuzz] : []),
    ...(support === 'unsupported' ? [unsupported] : []),
  ];
}

/** What is said where nobody would run it. */
export const unsupported: string = 'No worker takes this now, says the server: it may wait, and expire.';

/** What a workflow has cost, as its cell in a table. */
export function costCell({ cost }: Workflow): string {
  const total: unknown = (cost as { readonly total?: unknown } | null | undefined)?.total;
  return typeof total === 'number' ? String(round(total)) : '';
}

function chargeText({ account, amount }: CostPreview['charges'][number]): string {
  return `${round(amount)} ${oneLine(String(account))}`;
}

function factorsText(factors: CostPreview['cost']['factors']): string {
  return Object.entries(factors ?? {})
    .map(([name, factor]) => ` × ${round(factor)} (${oneLine(name)})`)
    .join('');
}

function amounts(what: string, parts: Readonly<Record<string, number>> | null | undefined): string[] {
  return Object.entries(parts ?? {}).map(([name, amount]) => `  ${what}: ${round(amount)} (${oneLine(name)})`);
}

function tips(given: CostPreview['cost']['tips'] | null | undefined): string[] {
  const { civitai = 0, creators = 0 } = given ?? {};
  return [
    ...(civitai === 0 ? [] : [`  tip: ${round(civitai)} (Civitai)`]),
    ...(creators === 0 ? [] : [`  tip: ${round(creators)} (creators)`]),
  ];
}

/** Factors come with all their digits, and what the server leaves out counts as nothing. */
function round(value: unknown): number {
  return typeof value === 'number' ? Number(value.toFixed(3)) : 0;
}
