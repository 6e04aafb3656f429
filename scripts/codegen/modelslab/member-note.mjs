/** What is known of a member, in words of our own; '' when that is nothing but its type. */
export function memberNote(member) {
  const { default: preset, kinds, maximum, maxItems, minimum, minItems, separated } = member;
  const notes = [
    member.isAddress ? 'An absolute URL' : undefined,
    kinds.includes('integer') && !kinds.includes('number') ? wholeNumber(member) : undefined,
    range(minimum, maximum, ''),
    range(minItems, maxItems, ' items'),
    separated ? 'Several are separated by commas' : undefined,
    preset === undefined ? undefined : `Default: \`${JSON.stringify(preset)}\``,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? '' : `${notes.join('. ')}.`;
}

function wholeNumber({ enum: known }) {
  return known === undefined ? 'A whole number' : undefined;
}

function range(minimum, maximum, unit) {
  if (minimum !== undefined && maximum !== undefined) {
    return minimum === maximum ? `Always ${minimum}${unit}` : `${minimum} to ${maximum}${unit}`;
  }
  if (maximum !== undefined) return `At most ${maximum}${unit}`;
  return minimum === undefined ? undefined : `At least ${minimum}${unit}`;
}
