import { outputShapes, schemaTable, stepOutputs } from '../../generated/schema-table.js';
import { listAllowed, quote } from '../describe.js';
import { didYouMean } from '../did-you-mean.js';
import { expected } from '../expected.js';
import type { Members } from '../read-json.js';
import type { ValueRules } from '../schema-table.js';
import { findStep, outputOf } from '../scope.js';
import type { Walk } from '../walk.js';
import { fits, kindOfShape } from './fits.js';
import { describeShape, followPath, readPath } from './output-path.js';

/**
 * Whether an object is a reference and not a value. Where anything may stand, it could be a JSON schema, in which `$ref`
 * has another meaning.
 */
export function isReference(members: Members, rules: ValueRules): boolean {
  const source = members.get('$ref');
  if (source === undefined || rules.s === 'RepeatForClause') return false;
  return rules.k !== 'any' || (typeof source === 'string' && !/[#/]/.test(source));
}

/**
 * A reference that stands for a value.
 *
 * @param rules what is wanted where it stands; `undefined` where that is not known
 */
export function checkReference(walk: Walk, members: Members, rules: ValueRules | undefined): void {
  for (const name of members.keys()) {
    if (name === '$ref' || name === 'path') continue;
    walk.warn('unknown_member', `A reference has only "$ref" and "path"; take ${quote(name)} out.`, name);
  }
  checkSource(walk, members, rules);
}

/** The source and the path of a reference, at which the walk is. */
export function checkSource(walk: Walk, members: Members, rules: ValueRules | undefined): void {
  const source = members.get('$ref');
  const path = members.get('path');
  if (typeof source !== 'string' || source === '') {
    walk.error(
      'wrong_type',
      'The source of a reference is the name of a step, "$arguments", or a loop variable.',
      '$ref',
    );
    return;
  }
  if (path !== undefined && path !== null && typeof path !== 'string') {
    walk.error('wrong_type', 'The path of a reference is a text such as output.images[0].url.', 'path');
    return;
  }
  if (walk.loopVariables.includes(source)) return;
  if (source === '$arguments') checkArgument(walk, path ?? '');
  else checkStepSource(walk, source, path ?? '', rules);
}

function checkArgument(walk: Walk, path: string): void {
  if (walk.scope.kind !== 'workflow') return;
  if (path === '') {
    walk.warn('bad_path', 'The reference does not say which argument; add its name as path.', 'path');
    return;
  }
  const { argumentNames } = walk.scope;
  const [first] = readPath(path) ?? [];
  if (argumentNames.includes(path) || (first !== undefined && argumentNames.includes(String(first)))) return;
  const suggestion = didYouMean(String(first ?? path), argumentNames);
  walk.warn(
    'unknown_argument',
    `The workflow's arguments have no ${quote(String(first ?? path))}.${suggestion} Add it to arguments.`,
    'path',
  );
}

function checkStepSource(walk: Walk, source: string, path: string, rules: ValueRules | undefined): void {
  const { scope } = walk;
  if (scope.kind === 'step') return;
  if (scope.kind === 'recipe') {
    walk.warn('unknown_target', 'A recipe has no other steps to refer to. Submit a workflow instead.', '$ref');
    return;
  }
  const target = findStep(scope, source);
  if (target === undefined) {
    reportUnknown(walk, source, path, rules === undefined);
    return;
  }
  addDependency(walk, target, rules !== undefined);
  checkOutputPath(walk, target, path, rules);
}

function addDependency(walk: Walk, to: number | undefined, isCertain: boolean): void {
  const { step: from } = walk;
  if (from === undefined || to === undefined) return;
  // before what is found at the next value
  walk.dependencies.push({ from, to, isCertain, path: walk.path('$ref'), order: walk.order - 0.5 });
}

function reportUnknown(walk: Walk, source: string, path: string, isAnything: boolean): void {
  const { positions } = walk.scope;
  const [, name] = /^([^.[]+)[.[]/.exec(source) ?? [];
  if (path === '' && name !== undefined && isKnown(walk, name)) {
    addDependency(walk, findStep(walk.scope, name), false);
    const rest = source.slice(name.length + 1);
    const message = `The source and the path are two members: { "$ref": ${quote(name)}, "path": ${quote(rest)} }.`;
    walk.warn('bad_path', message, '$ref');
    return;
  }
  const names = [...positions.keys()];
  // whether the server minds the case is not known
  const isDoubtful = isAnything || names.some((one) => one.toLowerCase() === source.toLowerCase());
  const message = `There is no step ${quote(source)}.${didYouMean(source, names)} Steps are named by their name, or by position as $0, $1, ….`;
  walk.report(isDoubtful ? 'warning' : 'error', 'unknown_target', message, walk.path('$ref'));
}

function isKnown(walk: Walk, source: string): boolean {
  return source === '$arguments' || walk.loopVariables.includes(source) || findStep(walk.scope, source) !== undefined;
}

function checkOutputPath(walk: Walk, target: number, path: string, rules: ValueRules | undefined): void {
  const steps = readPath(path);
  if (steps === undefined || steps.length === 0) {
    const problem = path === '' ? 'The reference has no path' : 'This path cannot be read';
    walk.warn('bad_path', `${problem}; write it like output.images[0].url.`, 'path');
    return;
  }
  const [root, ...below] = steps;
  if (root !== 'output') {
    walk.warn(
      'bad_path',
      `A path into a step begins with output, as in output.images[0].url, and not with ${quote(String(root))}.`,
      'path',
    );
    return;
  }
  const start = outputOf(walk.scope, target, stepOutputs);
  if (start === undefined) return;
  const end = followPath(outputShapes, start, below);
  if ('problem' in end) {
    const { name, names = [], problem } = end;
    const where = name === undefined ? '' : `${quote(name)}: `;
    const known = names.length === 0 ? '' : ` Known: ${listAllowed(names)}.`;
    walk.warn('unknown_output', `${where}${problem}.${didYouMean(name ?? '', names)}${known}`, 'path');
  } else if (rules !== undefined && !fits(rules, kindOfShape(end.shape, outputShapes), schemaTable)) {
    const url = end.shape.endsWith('Blob') && rules.k === 'text' ? ' Add .url to the path.' : '';
    const wanted = expected(rules, schemaTable);
    walk.warn(
      'mismatched_reference',
      `This path leads to ${describeShape(end.shape)}, and ${wanted} is needed.${url}`,
      'path',
    );
  }
}
