import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const script = fileURLToPath(new URL('../../../../scripts/codegen.mjs', import.meta.url));
const sdk = fileURLToPath(new URL('../..', import.meta.url));

/** What the generator said and how it ended. */
export interface CodegenRun {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export function runCodegen(...parameters: readonly string[]): CodegenRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], { encoding: 'utf8' });
  return { code: status, output: stdout, errors: stderr };
}

/** The same while this process goes on serving; rejects when the generator fails. */
export async function runCodegenBeside(...parameters: readonly string[]): Promise<{ readonly output: string }> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...parameters]);
  return { output: stdout };
}

/** A folder with the contract and what was generated from it, for a test to change. */
export function copyOfSdk(): string {
  const folder = temporaryFolder();
  for (const part of ['contract', 'src/generated', 'src/modelslab/generated'])
    cpSync(join(sdk, part), join(folder, part), { recursive: true });
  return folder;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'civitkit-codegen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The parts of the document that tests change. */
export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, SchemaNode> };
}

export interface SchemaNode {
  [key: string]: unknown;
  properties?: Record<string, Record<string, unknown>>;
  required?: string[];
}

export function readDocument(folder: string = sdk): OpenApi {
  return JSON.parse(readFileSync(join(folder, 'contract/orchestration-v2.json'), 'utf8')) as OpenApi;
}

export function writeJson(path: string, value: unknown): string {
  writeFileSync(path, JSON.stringify(value));
  return path;
}

/** The text of every generated file. */
export function generatedFiles(folder: string): Readonly<Record<string, string>> {
  const names = ['types.ts', 'recipe-calls.ts', 'step-builders.ts', 'schema-table.ts'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, 'src/generated', name), 'utf8')]));
}
