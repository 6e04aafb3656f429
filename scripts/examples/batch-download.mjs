import { join } from 'node:path';

// Downloads everything, then finds that all of it is there.
export async function scenario({ giveKey, print, run, temporary }) {
  giveKey();
  const args = ['models.txt', join(temporary, 'models')];
  const first = await run('main.js', { args });
  if (first !== 0) return first;
  print('\n── the same once more\n');
  return run('main.js', { args });
}
