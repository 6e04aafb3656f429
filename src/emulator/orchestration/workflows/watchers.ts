import type { Timers } from '../lifecycle/timers.js';
import { isFinal } from '../lifecycle/work-status.js';
import type { WorkflowRecord } from './workflow-record.js';

/** What a held request waits for. */
export type WaitFor = 'completion' | 'change';

/** The held requests of one emulator; each costs one timer, and nothing while nothing happens. */
export interface Watchers {
  /** Tells whoever waits for this workflow that something changed. */
  changed(workflow: WorkflowRecord): void;
  /** Resolves on what is waited for, after a time, or when nobody is left to be told. */
  wait(workflow: WorkflowRecord, what: WaitFor, ms: number, gone: AbortSignal): Promise<void>;
}

/** Creates an empty set of watchers. */
export function createWatchers(timers: Timers): Watchers {
  const waiting = new Map<WorkflowRecord, Set<() => void>>();
  return {
    changed: (workflow) => {
      for (const wake of waiting.get(workflow) ?? []) wake();
    },
    wait: (workflow, what, ms, gone) => {
      if (isFinal(workflow.status) || gone.aborted || ms <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const wakers = waiting.get(workflow) ?? new Set();
        waiting.set(workflow, wakers);
        const settle = (): void => {
          stopTimer();
          gone.removeEventListener('abort', settle);
          wakers.delete(wake);
          if (wakers.size === 0) waiting.delete(workflow);
          resolve();
        };
        const wake = (): void => {
          if (what === 'change' || isFinal(workflow.status)) settle();
        };
        const stopTimer = timers.after(ms, settle);
        gone.addEventListener('abort', settle);
        wakers.add(wake);
      });
    },
  };
}
