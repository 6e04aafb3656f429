import { join } from 'node:path';

const bin = (...path) => join('node_modules', ...path);
/** Both runners write their counts on stdout or stderr, and end with 0 as well where they have found no test. */
const bothPassed = ({ stdout, stderr }) =>
  /Tests:? +2 passed/.test(`${stdout}${stderr}`) ? undefined : 'it did not pass two tests';

export const tested = {
  jest: (mode) => async () => {
    const flags = mode === 'native' ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : [];
    const args = [...flags, bin('jest', 'bin', 'jest.js'), '--config', `${mode}.json`, '--no-watchman'];
    return [{ args, check: bothPassed }];
  },
  vitest: () => async () => [{ args: [bin('vitest', 'vitest.mjs'), 'run'], check: bothPassed }],
};
