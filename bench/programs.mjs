// Programs of the system that stand beside ours.
import { spawnSync } from 'node:child_process';

const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Whether there is such a program; on Debian it is installed when we may do that. Says so when there is none. */
export function hasProgram(name, packageName = name) {
  if (runs(name, ['--version'])) return true;
  if (process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
    console.log(`\n${name} is missing: apt-get install ${packageName}`);
    const install = () => runs('apt-get', ['install', '-y', '--no-install-recommends', packageName]);
    if ((install() || (runs('apt-get', ['update']) && install())) && runs(name, ['--version'])) return true;
  }
  console.log(`\n${name} is missing and could not be installed: nothing is compared with it. Install ${packageName}.`);
  return false;
}
