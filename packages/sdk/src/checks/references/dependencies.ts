import { quote } from '../describe.js';
import type { Dependency, Walk } from '../walk.js';

/** More than any workflow has; every one of them costs a walk through all the others. */
const mostDependencies = 5000;

/** Steps that wait for each other, and references to steps that come later. */
export function checkDependencies(walk: Walk): void {
  const { dependencies } = walk;
  if (dependencies.length > mostDependencies) {
    walk.warn('not_checked', `There are more than ${mostDependencies} references; cycles were not looked for.`);
    return;
  }
  const waitsFor = new Map<number, Dependency[]>();
  for (const dependency of dependencies) {
    const others = waitsFor.get(dependency.from);
    if (others === undefined) waitsFor.set(dependency.from, [dependency]);
    else others.push(dependency);
  }
  for (const dependency of dependencies) checkDependency(walk, dependency, waitsFor);
}

type Graph = ReadonlyMap<number, readonly Dependency[]>;

function checkDependency(walk: Walk, dependency: Dependency, waitsFor: Graph): void {
  const { from, to, isCertain, path, order } = dependency;
  const severity = isCertain ? 'error' : 'warning';
  if (from === to) {
    const message = 'The step refers to itself, so it would never start. Refer to another step.';
    walk.report(severity, 'reference_cycle', message, path, order);
    return;
  }
  const way = findWay(waitsFor, to, from);
  if (way !== undefined) {
    const steps = [from, ...way].map((step) => nameOf(walk, step)).join(' → ');
    const message = `These steps wait for each other and would never start: ${steps}. Take one of the references out.`;
    walk.report(severity, 'reference_cycle', message, path, order);
  } else if (from < to) {
    const message = `The step refers to ${nameOf(walk, to)}, which comes after it. Put ${nameOf(walk, to)} first: the server may not look ahead.`;
    walk.report('warning', 'forward_reference', message, path, order);
  }
}

/** The steps from one to another, both included. Asked only where a reference points backwards in some cycle. */
function findWay(waitsFor: Graph, start: number, end: number): readonly number[] | undefined {
  const cameFrom = new Map<number, number>([[start, start]]);
  const queue = [start];
  for (const step of queue) {
    if (step === end) return [...trace(cameFrom, end)].toReversed();
    for (const { to } of waitsFor.get(step) ?? []) {
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, step);
      queue.push(to);
    }
  }
  return undefined;
}

function* trace(cameFrom: ReadonlyMap<number, number>, end: number): Generator<number> {
  for (let step = end; ; ) {
    yield step;
    const before = cameFrom.get(step);
    if (before === undefined || before === step) return;
    step = before;
  }
}

function nameOf(walk: Walk, step: number): string {
  for (const [name, position] of walk.scope.positions) {
    if (position === step) return quote(name);
  }
  return `$${step}`;
}
