import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-architecture.mjs', import.meta.url));
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'civitkit-architecture-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function check(files: Readonly<Record<string, string>>): { readonly status: number | null; readonly found: string[] } {
  write(files);
  const { status, stdout } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
  // `file:line rule`, without the explanation and the summary
  const found = stdout.split('\n').flatMap((line) => /^(\S+:\d+ [\w-]+): /.exec(line)?.[1] ?? []);
  return { status, found };
}

describe('check-architecture', () => {
  it('accepts a tree that keeps the rules', () => {
    const { status, found } = check({
      'packages/core/src/index.ts':
        "export { pipeline } from './transport/pipeline.js';\nexport * from './errors/e.js';\n",
      'packages/core/src/errors/e.ts': "import type { Secret } from '../secrets/secret.js';\nexport type E = Secret;\n",
      'packages/core/src/secrets/secret.ts': 'export type Secret = string;\n',
      'packages/core/src/secrets/store.ts':
        "import { readFile } from 'node:fs/promises';\nexport const r = readFile;\n",
      'packages/core/src/transport/axios-transport.ts': "export const load = () => import('axios');\n",
      'packages/core/src/transport/pipeline.ts': "import { E } from '../errors/e.js';\nexport const pipeline = E;\n",
      'packages/core/src/container/tokens.ts': "import { Container } from 'inversify';\nexport const c = Container;\n",
      'packages/sdk/src/thing.ts': "import { a } from '@civitkit/core/internal';\nexport const b = a;\n",
      'src/cli.ts':
        "#!/usr/bin/env node\nimport { CivitaiClient } from '@civitkit/core/client';\nexport const c = CivitaiClient;\n",
    });
    expect(found).toEqual([]);
    expect(status).toBe(0);
  });

  it('keeps the layers of core apart, type imports included', () => {
    const { status, found } = check({
      'packages/core/src/errors/e.ts':
        "\nimport type {\n  Send,\n} from '../transport/send.js';\nexport type E = Send;\n",
      'packages/core/src/transport/send.ts':
        "const load = async () => await import('../resources/models/client.js');\nexport { load };\n",
      'packages/core/src/resources/models/client.ts':
        "import '../../container/tokens.js';\nimport '../../civitai-client.js';\n",
      'packages/core/src/secrets/secret.ts': "import { store } from './store.js';\nexport const s = store;\n",
      'packages/core/src/unknown/a.ts': "import { e } from '../errors/e.js';\nexport const a = e;\n",
    });
    expect(status).toBe(1);
    expect(found).toEqual([
      'packages/core/src/errors/e.ts:2 layer',
      'packages/core/src/resources/models/client.ts:1 layer',
      'packages/core/src/resources/models/client.ts:2 layer',
      'packages/core/src/secrets/secret.ts:1 layer',
      'packages/core/src/transport/send.ts:1 layer',
      'packages/core/src/unknown/a.ts:1 layer',
    ]);
  });

  it('keeps reserved modules in their place', () => {
    const { found } = check({
      'packages/core/src/paging/a.ts':
        "import { Container } from 'inversify';\nimport axios from 'axios';\nimport dotenv from 'dotenv';\nimport convict from 'convict';\nimport { parse } from '@humanwhocodes/momoa';\nimport fs from 'node:fs';\n",
      'packages/core/src/transport/b.ts': "import axios from 'axios';\n",
      'packages/core/src/errors/c.ts': "import { x } from '@civitkit/sdk';\nimport { y } from 'civitkit/emulator';\n",
      'packages/sdk/src/d.ts': "import { x } from '@civitkit/core/dist/x.js';\nimport { y } from '@civitkit/core';\n",
      'examples/one/src/f.ts': "import { z } from '@civitkit/core/internal';\nimport { Container } from 'inversify';\n",
      'src/e.ts': "import axios from 'axios';\nimport fs from 'node:fs';\n",
    });
    expect(found).toEqual(
      [
        ...[1, 2, 3, 4, 5, 6].map((line) => `packages/core/src/paging/a.ts:${line} reserved-import`),
        'packages/core/src/errors/c.ts:1 reserved-import',
        'packages/core/src/errors/c.ts:2 reserved-import',
        'packages/core/src/transport/b.ts:1 reserved-import',
        'packages/sdk/src/d.ts:1 reserved-import',
        'examples/one/src/f.ts:1 reserved-import',
        'src/e.ts:1 reserved-import',
      ].toSorted(),
    );
  });

  it('keeps NestJS in nestjs/, and to @nestjs/common', () => {
    const { found } = check({
      'packages/core/src/nestjs/a.ts':
        "import { Module } from '@nestjs/common';\nimport { ModuleRef } from '@nestjs/core';\n",
      'packages/sdk/src/nestjs/b.ts':
        "import { Module } from '@nestjs/common';\nimport { x } from '@civitkit/core/nestjs';\n",
      'packages/sdk/src/webhooks/c.ts':
        "import { Post } from '@nestjs/common';\nimport { x } from '@civitkit/core/nestjs';\n",
      'packages/core/src/transport/d.ts': "import { x } from '../nestjs/a.js';\n",
    });
    expect(found).toEqual([
      'packages/core/src/nestjs/a.ts:2 reserved-import',
      'packages/core/src/transport/d.ts:1 layer',
      'packages/sdk/src/webhooks/c.ts:1 reserved-import',
      'packages/sdk/src/webhooks/c.ts:2 reserved-import',
    ]);
  });

  it('does not let relative imports leave a package', () => {
    const { found } = check({
      'packages/sdk/src/a.ts': "import { x } from '../../core/src/index.js';\n",
      'src/commands/b.ts':
        "import { x } from '../../packages/core/src/index.js';\nimport { y } from '../program.js';\n",
      'examples/one/src/c.ts': "import { x } from '../../../src/program.js';\n",
    });
    expect(found).toEqual([
      'examples/one/src/c.ts:1 package-boundary',
      'packages/sdk/src/a.ts:1 package-boundary',
      'src/commands/b.ts:1 package-boundary',
    ]);
  });

  it('allows re-exports in the public entries only, and default exports nowhere', () => {
    const { found } = check({
      'packages/core/src/errors/index.ts':
        "export * from './e.js';\nexport * as all from './e.js';\nexport type { E } from './e.js';\n",
      'packages/core/src/errors/e.ts': 'export { a };\nconst a = 1;\nexport default a;\nexport { a as default };\n',
      'src/local.ts': "export { b };\nimport { b } from './other.js';\n",
    });
    expect(found).toEqual([
      'packages/core/src/errors/e.ts:3 no-default-export',
      'packages/core/src/errors/e.ts:4 no-default-export',
      ...[1, 2, 3].map((line) => `packages/core/src/errors/index.ts:${line} re-export`),
    ]);
  });

  it('finds writes to the environment, and lets reads be', () => {
    const { found } = check({
      'src/a.ts': [
        "const read = process.env.HOME === 'x' || process.env['HOME'] !== undefined;",
        "process.env['A'] = '1';",
        'process.env.B ??= read;',
        "delete process.env['C'];",
        "Object.assign(process.env, { D: '1' });",
        'process.env = {};',
        'const copy = { ...process.env };',
        '',
      ].join('\n'),
    });
    expect(found).toEqual([2, 3, 4, 5, 6].map((line) => `src/a.ts:${line} no-environment-write`));
  });

  it('limits names and lengths, except of generated files', () => {
    const long = 'export const a = 1;\n'.repeat(301);
    // put together, so that this file does not break the rule itself
    const outside = `const path = '${['..', 'shared', 'x'].join('/')}';\n`;
    const { found } = check({
      'packages/core/src/errors/BadName.ts': '',
      'packages/sdk/src/long.ts': long,
      'packages/sdk/src/full.ts': 'export const a = 1;\n'.repeat(300),
      'packages/sdk/src/generated/steps.ts': long,
      'test/outside.test.ts': `\n${outside}`,
    });
    expect(found).toEqual([
      'packages/core/src/errors/BadName.ts:1 kebab-case',
      'packages/sdk/src/long.ts:301 file-length',
      'test/outside.test.ts:2 no-outside-path',
    ]);
  });

  it('is not misled by text that only looks like code', () => {
    const { found } = check({
      'packages/core/src/paging/a.ts': [
        "// import axios from 'axios';",
        "/* export default 1; import fs from 'node:fs' */",
        'const text = "import axios from \'axios\'";',
        "const template = `import axios from 'axios'; ${nested({ a: `}` })} process.env.A = 1`;",
        "const pattern = /import axios from 'axios'|[/']/u;",
        "const half = text.length / 2; const quote = '/';",
        'const type = { import: 1, export: 2 }; type.import; import.meta.url;',
        "import inversify from 'inversify';",
        '',
      ].join('\n'),
    });
    expect(found).toEqual(['packages/core/src/paging/a.ts:8 reserved-import']);
  });
});
