const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A number of bytes as it is said: `6.5 GiB`. */
export function byteText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  // 1023.96 would be rounded to 1024.0 of the smaller unit.
  while (value >= 1023.95 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}
