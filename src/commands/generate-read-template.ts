import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { WorkflowTemplate } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { descriptiveOptions, type InputOptions } from './generate-options.js';
import { withWorkflowOptions } from './generate-template.js';

/** Options that describe a step, and so have no place beside a whole workflow. */
const stepOptions: readonly (keyof InputOptions)[] = ['type', 'engine', ...descriptiveOptions];

/** Reads the workflow that `--template` names; what is in it is the preflight's business. */
export async function readTemplate(
  file: string,
  prompt: string | undefined,
  options: InputOptions,
  io: CommandIo,
): Promise<WorkflowTemplate> {
  const given = stepOptions.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  const surplus = [...(prompt === undefined ? [] : ['a prompt']), ...given];
  if (surplus.length > 0) {
    throw new CommandFailure(
      `--template is the whole workflow, so ${surplus.join(', ')} cannot be given too. Change the template instead.`,
      exitCode.usage,
    );
  }
  const place = file === '-' ? 'stdin' : resolve(io.cwd, file);
  const template = parse(file === '-' ? await readStdin(io) : await read(place), place);
  return withWorkflowOptions(template, options);
}

function parse(text: string, place: string): WorkflowTemplate {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CommandFailure(`${place} is not JSON: ${(error as Error).message}.`, exitCode.usage);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as WorkflowTemplate;
  throw new CommandFailure(`${place} is no workflow: it must be an object with "steps".`, exitCode.usage);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new CommandFailure(`--template ${path}: ${why}.`, exitCode.usage);
  }
}

async function readStdin({ stdin }: CommandIo): Promise<string> {
  if (stdin.isTTY === true) {
    throw new CommandFailure('--template - reads the workflow from stdin; pipe one in.', exitCode.usage);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
