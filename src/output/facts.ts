import { oneLine } from './display-width.js';

/** What is known of something, as lines `Name: value`; what has no value is left out. */
export function factLines(facts: readonly (readonly [name: string, value: unknown])[]): string[] {
  return facts.flatMap(([name, value]) => {
    const text = factText(value);
    return text === '' ? [] : [`${name}: ${text}`];
  });
}

function factText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(factText).join(', ');
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value));
}
