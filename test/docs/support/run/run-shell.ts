import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type RunningEmulator, startEmulator } from '../../../../src/emulator/start-emulator.js';
import { foldersIn, root } from '../markdown.js';
import { sampleFiles } from './sample-files.js';
import { type ShellBlock, type ShellLine, whyNotTyped } from './shell-lines.js';
import { withStandIns } from './stand-ins.js';

/**
 * Types the commands of a block, in a folder and against an emulator of their own.
 *
 * @returns what went wrong, with the place of the command.
 */
export async function runShell(block: ShellBlock): Promise<readonly string[]> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(cache, 'docs-shell-')));
  await using emulator = await startEmulator();
  try {
    prepare(folder, await knownModel(emulator));
    const environment = environmentOf(folder, emulator);
    const problems: string[] = [];
    for (const line of block.lines) {
      if (whyNotTyped(line) !== undefined) continue;
      const command = await asTyped(line, emulator);
      const { code, output } = await type(command, folder, environment, emulator.apiKey);
      if (code !== 0)
        problems.push(`${line.file}:${line.line} ${line.command}: exit code ${code}\n${output.slice(-800)}`);
    }
    return problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A project with some files, a home folder, and `npx`, which runs the built command line and nothing else. */
function prepare(folder: string, model: Uint8Array): void {
  const project = join(folder, 'project');
  const home = join(folder, 'home');
  const files: Readonly<Record<string, string | Uint8Array>> = {
    ...sampleFiles(),
    'app.js': "import { createCivitaiClient } from '@civitkit/core/client';\ncreateCivitaiClient().close();\n",
    'list.txt': '827184\n',
    'package.json': '{ "name": "application", "type": "module" }\n',
    'workflow.json': '{ "steps": [{ "$type": "textToImage", "input": { "prompt": "a lighthouse" } }] }\n',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), typeof content === 'string' ? withStandIns(content) : content);
  }
  for (const place of ['.local/share/bash-completion/completions', '.config/fish/completions']) {
    mkdirSync(join(home, place), { recursive: true });
  }
  for (const place of ['home/ComfyUI/models/loras', 'home/Downloads', 'home/models', 'project/loras']) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, 'a-model.safetensors'), model);
  }
  for (const example of foldersIn('examples')) {
    for (const name of ['package.json', 'appsettings.json'].filter((file) => existsSync(join(root, example, file)))) {
      cpSync(join(root, example, name), join(project, example, name));
    }
  }
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const cli = join(root, 'dist', 'cli.js');
  writeFileSync(
    join(bin, 'npx'),
    `#!/bin/sh\n[ "$1" = civitkit ] || exit 127\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`,
    {
      mode: 0o755,
    },
  );
}

/** A file of a model that the emulated site knows. */
async function knownModel({ siteUrl, apiKey }: RunningEmulator): Promise<Uint8Array> {
  const response = await fetch(`${siteUrl}/api/download/models/20141`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return new Uint8Array(await response.arrayBuffer());
}

/** The environment of somebody whose settings are those of the emulator. */
function environmentOf(folder: string, emulator: RunningEmulator): NodeJS.ProcessEnv {
  return {
    PATH: `${join(folder, 'bin')}${delimiter}${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: join(folder, 'home'),
    NODE_OPTIONS: `--import=${new URL('stay-here.mjs', import.meta.url).href}`,
    NO_PROXY: '127.0.0.1',
    CIVITKIT_SECRETS_DIRECTORY: join(folder, 'home'),
    // hosts outside are asked once
    CivitaiApi__Retry__MaxRetries: '0',
    CivitaiApi__BaseUrl: emulator.siteUrl,
    CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
    ModelsLab__BaseUrl: emulator.modelslabUrl,
    CIVITAI_API_KEY: emulator.apiKey,
    MODELSLAB_API_KEY: emulator.modelslabKey,
  };
}

/** The command with what is here in place of what is documented. */
async function asTyped({ command }: ShellLine, emulator: RunningEmulator): Promise<string> {
  const typed = withStandIns(command)
    .replaceAll('http://127.0.0.1:4010', emulator.siteUrl)
    .replaceAll(/=…/g, `=${emulator.apiKey}`)
    .replaceAll('your-key', emulator.apiKey);
  if (!typed.includes('12345-20261121113548568')) return typed;
  return typed.replaceAll('12345-20261121113548568', await submit(emulator));
}

async function submit(emulator: RunningEmulator): Promise<string> {
  const response = await fetch(`${emulator.orchestrationUrl}/v2/consumer/workflows`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      steps: [{ $type: 'textToImage', input: { prompt: 'a lighthouse', width: 512, height: 512 } }],
    }),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}

function type(
  command: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  input: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
    cwd: join(folder, 'project'),
    env,
    timeout: 30_000,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // for what asks for a key
  child.stdin.on('error', () => undefined).end(`${input}\n`);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
