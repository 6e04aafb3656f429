/** Whether a flag is on, whichever way its family spells it. */
export function isOn(value: unknown): boolean {
  return value === true || value === 'yes' || value === 'true';
}
