/** What a schema says about a value, in words of our own; '' when it says nothing but its type. */
export function noteOfValue(value) {
  const notes = [
    kinds.find(({ is }) => is(value))?.text,
    range(value.minimum, value.maximum, ''),
    range(value.minLength || undefined, value.maxLength, ' characters'),
    range(value.minItems || undefined, value.maxItems, ' items'),
    value.uniqueItems === true ? 'All different' : undefined,
    value.default === undefined || value.default === null ? undefined : `Default: \`${JSON.stringify(value.default)}\``,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? '' : `${notes.join('. ')}.`;
}

/** The pattern of an AIR, wherever it stands. */
function isAir(value) {
  return value.pattern?.includes('<ecosystem>') === true;
}

const kinds = [
  { is: isAir, text: 'An AIR' },
  { is: ({ format }) => format === 'date-span', text: 'A time span such as `00:10:00`' },
  { is: ({ format }) => format === 'date-time', text: 'ISO 8601, UTC' },
  { is: ({ format }) => format === 'uri', text: 'A URL' },
];

function range(from, to, unit) {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined) return `At most ${to}${unit}`;
  if (to === undefined) return `At least ${from}${unit}`;
  return from === to ? `${from}${unit}` : `${from} to ${to}${unit}`;
}
