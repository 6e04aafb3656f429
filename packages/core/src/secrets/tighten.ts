import { chmod, stat } from 'node:fs/promises';

/** Takes the permissions of group and others away from a file or a directory, where it has any and may be done. */
export async function tighten(path: string, mode: number): Promise<void> {
  if (process.platform === 'win32') return;
  const stats = await stat(path).catch(() => undefined);
  if (stats !== undefined && (stats.mode & 0o077) !== 0) await chmod(path, mode).catch(() => undefined);
}
