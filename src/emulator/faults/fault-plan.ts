import type { Fault, FaultMatch, FaultRule } from './fault.js';

interface PlannedRule {
  readonly rule: FaultRule;
  left: number;
}

/** The rules of one emulator, and how often each may still strike. */
export interface FaultPlan {
  add(rule: FaultRule): void;
  clear(): void;
  /**
   * The faults for one request, and uses them up. Every matching latency counts; of the rest only the first, so that
   * rules form a script: `times: 2` of one fault and then the next.
   */
  take(method: string, pathname: string): readonly Fault[];
}

function matches(match: FaultMatch | undefined, method: string, pathname: string): boolean {
  if (match?.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match?.path === undefined) return true;
  // `search` and not `test`, which would remember its position in a global pattern.
  return typeof match.path === 'string' ? pathname.startsWith(match.path) : pathname.search(match.path) !== -1;
}

function plan(rule: FaultRule): PlannedRule {
  return { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
}

/** Creates a plan that starts with some rules. */
export function createFaultPlan(rules: readonly FaultRule[]): FaultPlan {
  let planned = rules.map(plan);
  return {
    add: (rule) => {
      planned.push(plan(rule));
    },
    clear: () => {
      planned = [];
    },
    take: (method, pathname) => {
      const faults: Fault[] = [];
      let struck = false;
      for (const entry of planned) {
        const { fault, match } = entry.rule;
        const delays = fault.kind === 'latency';
        if (entry.left < 1 || (struck && !delays) || !matches(match, method, pathname)) continue;
        entry.left -= 1;
        struck ||= !delays;
        faults.push(fault);
      }
      return faults;
    },
  };
}
