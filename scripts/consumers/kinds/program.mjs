import { isDeepStrictEqual } from 'node:util';

/** What every program prints that talks to the emulator. */
export const expected = {
  types: ['LORA', 'LORA', 'LORA'],
  missing: [true, 'not_found'],
  username: 'you',
  workflow: 'succeeded',
  hashed: [true, true],
  closed: 'client_closed',
};

/** A check of a step: it printed this as JSON, and nothing else; no warning, no deprecation. */
export const prints =
  (wanted) =>
  ({ stdout, stderr }) => {
    if (stderr !== '') return 'it wrote to stderr';
    return isDeepStrictEqual(parsed(stdout), wanted) ? undefined : `it did not print ${JSON.stringify(wanted)}`;
  };

/** Runs the programs with this node, then takes the steps of another kind. */
export const program =
  (files, after = async () => []) =>
  async (place) => [...files.map((file) => ({ args: [file], check: prints(expected) })), ...(await after(place))];

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
