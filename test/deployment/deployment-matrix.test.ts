import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

interface Cell {
  readonly shape: string;
  readonly source: string;
  readonly environment: string;
  readonly winner: string;
  readonly wanted: object;
  readonly found: object;
  readonly ok: boolean;
  readonly leaks: readonly string[];
}

const script = fileURLToPath(new URL('../../scripts/deployment-matrix.mjs', import.meta.url));
const fromTop = ['options', 'CIVITAI_API_KEY', 'CIVITAI_API_KEY_FILE', 'secrets directory'];
const shapes = ['Inversify', 'NestJS', 'configuration file', 'no container'];

it('every shape sends the key of the strongest source that counts, and explains it', { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--json'], { maxBuffer: 10_000_000 }).catch(
    (error: { stdout: string }) => error,
  );
  const cells = JSON.parse(stdout) as readonly Cell[];
  for (const { environment, found, leaks, shape, source, wanted } of cells) {
    const cell = { shape, source, environment };
    expect({ ...cell, ...found, leaks }).toEqual({ ...cell, ...wanted, leaks: [] });
  }
  expect(cells.every(({ ok }) => ok)).toBe(true);
  expect(cells).toHaveLength(shapes.length * 8 * 2);
  for (const shape of shapes) {
    const own = cells.filter((cell) => cell.shape === shape);
    const winners = (environment: string): readonly string[] =>
      own.filter((cell) => cell.environment === environment).map(({ winner }) => winner);
    expect(winners('Development')).toEqual([
      ...fromTop,
      'user secrets',
      '.env',
      'appsettings.json',
      'appsettings.json',
    ]);
    expect(winners('Production')).toEqual([
      ...fromTop,
      '.env',
      '.env',
      'appsettings.Production.json',
      'appsettings.json',
    ]);
  }
});
