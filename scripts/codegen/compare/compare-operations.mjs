import { byText } from '../order.mjs';
import { adds, breaks, changes, removes } from './change.mjs';
import { compareValues } from './compare-values.mjs';

const sent = { request: true, response: false };
const answered = { request: false, response: true };

/** What is otherwise about the operations of two documents. */
export function compareOperations(before, after) {
  const [was, is] = [before, after].map(operationsOf);
  const places = [...new Set([...was.keys(), ...is.keys()])].toSorted(byText);
  return places.flatMap((place) => {
    const [old, now] = [was.get(place), is.get(place)];
    if (now === undefined) return [breaks(place, 'the operation is gone', 'it answers 404 or 405')];
    if (old === undefined) return [adds(place, 'the operation')];
    return [
      ...compareParameters(old.parameters ?? [], now.parameters ?? [], place),
      ...compareBodies(old.requestBody, now.requestBody, place),
      ...compareAnswers(old.responses, now.responses, place),
    ];
  });
}

function operationsOf({ paths }) {
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation]),
    ),
  );
}

function compareParameters(before, after, operation) {
  const [was, is] = [before, after].map((list) => new Map(list.map((one) => [`${one.in} ${one.name}`, one])));
  const gone = [...was.keys()].filter((name) => !is.has(name));
  return [
    ...gone.map((name) => breaks(`${operation} ${name}`, 'the parameter is gone', 'it is refused or has no effect')),
    ...[...is].flatMap(([name, now]) => {
      const place = `${operation} ${name}`;
      const old = was.get(name);
      if (old === undefined) {
        return [
          now.required === true
            ? breaks(place, 'a new parameter that is required', 'calls without it are refused')
            : adds(place, 'the parameter'),
        ];
      }
      const required =
        now.required === true && old.required !== true
          ? [breaks(place, 'is required now', 'calls without it are refused')]
          : [];
      return [...required, ...compareValues(old.schema, now.schema, place, sent)];
    }),
  ];
}

function compareBodies(before, after, operation) {
  const place = `${operation} body`;
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [breaks(place, 'takes no body any more', 'what is sent has no effect')];
  if (before === undefined) return [breaks(place, 'takes a body now', 'calls without it may be refused')];
  return compareContent(before.content, after.content, place, sent);
}

function compareAnswers(before, after, operation) {
  const statuses = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted(byText);
  return statuses.flatMap((status) => {
    const place = `${operation} ${status}`;
    if (after[status] === undefined) return [removes(place, 'the answer')];
    if (before[status] === undefined) return [adds(place, 'the answer')];
    return compareContent(before[status].content ?? {}, after[status].content ?? {}, place, answered);
  });
}

function compareContent(before, after, place, direction) {
  const types = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted(byText);
  return types.flatMap((type) => {
    const [was, is] = [before[type], after[type]];
    if (is === undefined) {
      const what = `no ${type} any more`;
      return [
        direction.request
          ? breaks(place, what, 'bodies of that type are refused')
          : breaks(place, what, 'it comes in another form'),
      ];
    }
    if (was === undefined) return [changes(place, `${type} now`)];
    return compareValues(was.schema ?? {}, is.schema ?? {}, place, direction);
  });
}
