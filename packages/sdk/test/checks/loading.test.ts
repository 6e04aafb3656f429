import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

test('nothing loads the checks unless it asks for them', () => {
  const others = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(?:(?:modelslab[/-])?checks\b|generated\/schema-table)/.test(file),
  );
  const eager = others.filter((file) =>
    /^(?:import|export) (?!type\b)[^;]*from '[^']*(?:[/-]checks[/.]|schema-table|check-table)/m.test(
      readFileSync(`${source}${file}`, 'utf8'),
    ),
  );
  expect(others.length).toBeGreaterThan(20);
  expect(eager).toEqual([]);
});
