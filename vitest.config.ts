import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@civitkit\/core$/, replacement: source('./packages/core/src/index.ts') },
      { find: /^@civitkit\/core\/client$/, replacement: source('./packages/core/src/client.ts') },
      {
        find: /^@civitkit\/core\/opentelemetry$/,
        replacement: source('./packages/core/src/observability/open-telemetry.ts'),
      },
      { find: /^@civitkit\/core\/files$/, replacement: source('./packages/core/src/files.ts') },
      { find: /^@civitkit\/core\/internal$/, replacement: source('./packages/core/src/internal.ts') },
      { find: /^@civitkit\/core\/nestjs$/, replacement: source('./packages/core/src/nestjs.ts') },
      { find: /^@civitkit\/sdk\/checks$/, replacement: source('./packages/sdk/src/checks.ts') },
      { find: /^@civitkit\/sdk\/client$/, replacement: source('./packages/sdk/src/client.ts') },
      { find: /^@civitkit\/sdk\/jobs$/, replacement: source('./packages/sdk/src/jobs.ts') },
      { find: /^@civitkit\/sdk\/modelslab$/, replacement: source('./packages/sdk/src/modelslab.ts') },
      {
        find: /^@civitkit\/sdk\/modelslab\/checks$/,
        replacement: source('./packages/sdk/src/modelslab-checks.ts'),
      },
      {
        find: /^@civitkit\/sdk\/modelslab\/client$/,
        replacement: source('./packages/sdk/src/modelslab-client.ts'),
      },
      { find: /^@civitkit\/sdk\/nestjs$/, replacement: source('./packages/sdk/src/nestjs.ts') },
      { find: /^@civitkit\/sdk\/webhooks$/, replacement: source('./packages/sdk/src/webhooks.ts') },
      { find: /^@civitkit\/sdk$/, replacement: source('./packages/sdk/src/index.ts') },
      { find: /^civitkit\/emulator$/, replacement: source('./src/emulator/start-emulator.ts') },
    ],
  },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    // One more than the cores of the smallest machine: many tests wait for a process they have started.
    maxWorkers: 3,
    // Nothing in these packages is kept in modules, so that files may share them; that spares half of the imports.
    isolate: false,
    testTimeout: 20_000,
    // What is waited for comes later on a machine that has much to do, and that is no failure.
    expect: { poll: { timeout: 10_000 } },
    coverage: { provider: 'v8', include: ['packages/*/src/**', 'src/**'] },
  },
});
