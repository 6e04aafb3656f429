import { adds, breaks, changes, removes } from './change.mjs';

/**
 * What is otherwise about a value: a member, an item, a parameter, a body.
 *
 * @param {object} before its schema
 * @param {object} after
 * @param {string} place
 * @param {{ request: boolean, response: boolean }} direction
 * @returns {import('./change.mjs').Change[]}
 */
export function compareValues(before, after, place, direction) {
  const [was, is] = [typeText(before), typeText(after)];
  if (was !== is) return [changedType(was, is, place, direction)];
  const parts = [
    ['items', '[]'],
    ['additionalProperties', '{}'],
  ].flatMap(([key, suffix]) =>
    isSchema(before[key]) && isSchema(after[key])
      ? compareValues(before[key], after[key], `${place}${suffix}`, direction)
      : [],
  );
  return [
    ...compareNull(before, after, place, direction),
    ...compareEnums(before.enum, after.enum, place, direction),
    ...limits.flatMap((limit) => compareLimit(limit, before, after, place, direction)),
    ...comparePattern(before.pattern, after.pattern, place, direction),
    ...compareDefault(before.default, after.default, place),
    ...parts,
  ];
}

/** A value's type in a few words; null is looked at apart. */
function typeText(value) {
  if (value.$ref !== undefined) return value.$ref.slice(value.$ref.lastIndexOf('/') + 1);
  const choice = value.anyOf ?? value.oneOf;
  if (choice !== undefined) return choice.map(typeText).join(' or ');
  const type = [value.type ?? []].flat().find((one) => one !== 'null');
  if (type === 'array') return `list of ${typeText(value.items ?? {})}`;
  if (type === 'object')
    return isSchema(value.additionalProperties) ? `map of ${typeText(value.additionalProperties)}` : 'object';
  if (type === 'string' && value.format !== undefined) return `string (${value.format})`;
  return type ?? 'any JSON';
}

function changedType(was, is, place, { request, response }) {
  const what = `is ${is} now, was ${was}`;
  if (!response && (is === 'any JSON' || (was === 'integer' && is === 'number'))) return changes(place, what);
  if (!request && was === 'number' && is === 'integer') return changes(place, what);
  return breaks(place, what, request ? 'what is sent today may be refused' : 'code that reads it meets another type');
}

function compareNull(before, after, place, { request, response }) {
  const [was, is] = [before, after].map(({ type }) => Array.isArray(type) && type.includes('null'));
  if (was === is) return [];
  if (is)
    return [
      response && !request
        ? breaks(place, 'may be null now', 'code that reads it meets null')
        : changes(place, 'may be null now'),
    ];
  return [request ? breaks(place, 'may not be null any more', 'null is refused') : changes(place, 'is never null now')];
}

/** Values that are chosen among; callers with an open union read new ones without harm. */
export function compareEnums(before, after, place, { request }) {
  if (before === undefined && after === undefined) return [];
  if (after === undefined) return [changes(place, 'takes any value now')];
  const was = before ?? [];
  const gone = was.filter((value) => !after.includes(value));
  const come = after.filter((value) => !was.includes(value));
  if (before === undefined) {
    return [
      request
        ? breaks(place, `takes ${quoted(after)} only now`, 'other values are refused')
        : changes(place, `is one of ${quoted(after)} now`),
    ];
  }
  return [
    ...(gone.length === 0
      ? []
      : [
          request
            ? breaks(place, `no value ${quoted(gone)} any more`, 'bodies with it are refused')
            : removes(place, `value ${quoted(gone)}`),
        ]),
    ...(come.length === 0 ? [] : [adds(place, `value ${quoted(come)}`)]),
  ];
}

export function quoted(values) {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

const limits = [
  { least: 'minimum', unit: '' },
  { least: 'minLength', unit: ' characters' },
  { least: 'minItems', unit: ' items' },
  { most: 'maximum', unit: '' },
  { most: 'maxLength', unit: ' characters' },
  { most: 'maxItems', unit: ' items' },
];

function compareLimit({ least, most, unit }, before, after, place, { request }) {
  const key = least ?? most;
  const none = least === undefined ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const [was, is] = [before[key] ?? none, after[key] ?? none];
  if (was === is) return [];
  const shown = (value) =>
    value === none ? 'without a limit' : `${least === undefined ? 'at most' : 'at least'} ${value}${unit}`;
  const what = `${shown(is)} now, was ${shown(was)}`;
  const tighter = least === undefined ? is < was : is > was;
  return [tighter && request ? breaks(place, what, 'what was allowed before is refused') : changes(place, what)];
}

function comparePattern(was, is, place, { request }) {
  if (was === is) return [];
  if (is === undefined) return [changes(place, 'has no pattern any more')];
  const what = was === undefined ? 'has a pattern now' : 'has another pattern';
  return [request ? breaks(place, what, 'texts that were allowed before may be refused') : changes(place, what)];
}

function compareDefault(was, is, place) {
  const [before, after] = [was, is].map((value) => (value === undefined ? 'none' : JSON.stringify(value)));
  return before === after ? [] : [changes(place, `default ${after} now, was ${before}`)];
}

function isSchema(value) {
  return value !== null && typeof value === 'object';
}
