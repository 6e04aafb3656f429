import type { Members } from '../read-json.js';
import type { Walk } from '../walk.js';
import { checkCallbackAddress, checkCallbackEvents } from './callback.js';
import { checkLoopSource, checkLoopVariable } from './repeat.js';
import { checkStepName } from './step.js';
import { checkCurrencies, checkDownloadPriority, checkListeners } from './template.js';

/**
 * Checks one member beyond its rules; the walk is at the member.
 *
 * @returns whether everything was said, and the rules need not be asked
 */
export type SpecialCheck = (walk: Walk, value: unknown, members: Members) => boolean;

/** What the document says in prose only, by schema and member. */
export const specialChecks: Readonly<Record<string, Readonly<Record<string, SpecialCheck>>>> = {
  WorkflowTemplate: {
    ephemeral: checkListeners,
    downloadPriority: checkDownloadPriority,
    currencies: checkCurrencies,
  },
  WorkflowStepTemplate: { name: checkStepName },
  WorkflowCallback: { url: checkCallbackAddress, type: checkCallbackEvents },
  RepeatInput: { for: checkLoopSource },
  RepeatForClause: { as: checkLoopVariable },
};
