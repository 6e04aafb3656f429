import { join } from 'node:path';
import { prints } from './program.mjs';

/** `nest build`, then the application that came out. */
export const built = async () => [
  { args: [join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'] },
  { args: [join('dist', 'main.js')], check: prints({ answered: 200, username: 'you', status: 'succeeded' }) },
];
