import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A key in user secrets, which is replaced while the service runs.
export async function scenario({ emulator, newKey, print, start, temporary }) {
  const folder = join(temporary, '.config', 'civitkit', 'user-secrets', 'civitkit-example-config-file-service');
  const keep = (key) => writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ 'CivitaiApi:ApiKey': key }));
  mkdirSync(folder, { recursive: true });
  keep(emulator.apiKey);
  // a home folder of its own, for yours may have a key
  const home = {
    HOME: temporary,
    USERPROFILE: temporary,
    XDG_CONFIG_HOME: join(temporary, '.config'),
    APPDATA: temporary,
  };
  const env = { ...home, CIVITKIT_ENVIRONMENT: 'Development', Watcher__IntervalSeconds: '0.5' };
  const service = await start('main.js', { env });
  const first = await service.line(/^newest as/);
  if (first === undefined) return service.ended;

  keep(await newKey({ userId: 4001 }));
  print('  (another key was written into the user secrets)');
  await service.line(/^a new key is in use$/);
  const owner = first.split(':')[0];
  await service.line(new RegExp(`^newest as (?!${owner.slice('newest as '.length)}:)`));
  return service.stop();
}
