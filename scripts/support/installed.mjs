import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `node_modules` was installed from: the lock, and the platform, whose binaries it holds. */
function fingerprint(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

const stampPath = (root) => join(root, 'node_modules', '.civitkit-lock');

export function writeStamp(root) {
  writeFileSync(stampPath(root), `${fingerprint(root)}\n`);
}

/** Whether `node_modules` is what the lock says, by our stamp, or by npm's own record after a hand-made `npm ci`. */
export function isInstalled(root) {
  if (existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8').trim() === fingerprint(root)) return true;
  if (!matchesLock(root)) return false;
  writeStamp(root);
  return true;
}

function matchesLock(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const locked = readPackages(join(root, 'package-lock.json'));
  const wanted = Object.entries(locked).filter(([path]) => path.includes('node_modules/'));
  const asLocked = wanted.every(([path, entry]) => {
    const found = installed[path];
    // other platforms' binaries are optional and are left out
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path));
  });
  return asLocked && Object.keys(installed).every((path) => path in locked);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
