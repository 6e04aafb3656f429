import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What a cluster does: mounts a secret, replaces it, ends the pod; and what the service says when it cannot start.
export async function scenario({ emulator, newKey, print, start, temporary, visit }) {
  const mount = join(temporary, 'mount');
  mountSecret(mount, '..1', emulator.apiKey);
  const env = {
    CIVITKIT_SECRETS_DIRECTORY: mount,
    CivitaiApi__ReloadOnChange: 'true',
    CivitaiSdk__ReloadOnChange: 'true',
  };
  const service = await start('main.js', { env });
  const before = await visit(service, '/account');
  await visit(service, '/price?prompt=a%20lighthouse');

  mountSecret(mount, '..2', await newKey({ userId: 4001 }));
  print('  (the secret was replaced, as Kubernetes does it)');
  let after = before;
  while (after === before) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    after = await visit(service, '/account');
  }
  const stopped = await service.stop();
  if (stopped !== 0) return stopped;

  print('\n── the same, with a configuration that cannot work\n');
  const broken = await start('main.js', {
    env: {
      CivitaiApi__TimeoutSeconds: '20s',
      CivitaiSdk__Retry__MaxRetries: '99',
      CIVITAI_API_KEY_FILE: '/nowhere/key',
    },
  });
  const code = await broken.ended;
  print(`  exit code ${code}`);
  return code === 78 ? 0 : 1;
}

/** A directory as Kubernetes mounts a secret: links into `..data`, itself a link that is replaced in one step. */
function mountSecret(mount, version, key) {
  mkdirSync(join(mount, version), { recursive: true });
  writeFileSync(join(mount, version, 'CIVITAI_API_KEY'), `${key}\n`);
  symlinkSync(version, join(mount, '..data_tmp'));
  renameSync(join(mount, '..data_tmp'), join(mount, '..data'));
  if (version === '..1') symlinkSync(join('..data', 'CIVITAI_API_KEY'), join(mount, 'CIVITAI_API_KEY'));
}
