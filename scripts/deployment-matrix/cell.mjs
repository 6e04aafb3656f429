import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsIn, keyIn, secretsId, sources } from './sources.mjs';

/**
 * Runs one cell: a process of a shape, in an environment, with a key of its own in `source` and in every weaker source. So
 * the right answer shows that the source is read, and that it wins.
 */
export async function runCell({ shape, source, environment, server, folder }) {
  const id = `${shape.name}-${source.name}-${environment}`.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const cell = createCell(join(folder, id), { environment, baseUrl: `${server.origin}/${id}` });
  const given = sources.slice(0, sources.indexOf(source) + 1);
  for (const each of given) each.give(cell, keyIn(each));

  const { code, output, errors } = await runShape(shape, cell);
  const expected = given.findLast((each) => countsIn(each, environment));
  const wanted = {
    code: 0,
    environment,
    authorization: `Bearer ${keyIn(expected)}`,
    explained: given.findLast((each) => countsIn(each, environment) && each.name !== 'options')?.explained(cell),
  };
  const told = code === 0 ? JSON.parse(output) : {};
  const found = {
    code,
    environment: told.environment,
    authorization: server.authorizationOf(id),
    explained: told.explained,
  };
  const leaks = sources.filter((each) => (output + errors).includes(keyIn(each))).map(({ name }) => name);
  return {
    shape: shape.name,
    source: source.name,
    environment,
    winner: expected.name,
    wanted,
    found,
    ok: JSON.stringify(wanted) === JSON.stringify(found) && leaks.length === 0,
    errors,
    leaks,
  };
}

function createCell(folder, { environment, baseUrl }) {
  const project = join(folder, 'project');
  const home = join(folder, 'home');
  const secrets = join(folder, 'secrets');
  for (const each of [project, home, secrets]) mkdirSync(each, { recursive: true });
  const write = (name, text) => writeFileSync(join(project, name), text);
  write('package.json', JSON.stringify({ name: 'deployed', private: true, userSecretsId: secretsId }));
  return {
    folder,
    project,
    home,
    secrets,
    write,
    options: {},
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      APPDATA: join(home, '.config'),
      CIVITKIT_ENVIRONMENT: environment,
      CIVITKIT_SECRETS_DIRECTORY: secrets,
      CivitaiApi__BaseUrl: baseUrl,
    },
  };
}

function runShape({ file, usesWorkingDirectory }, cell) {
  const script = fileURLToPath(new URL(`./shapes/${file}`, import.meta.url));
  const child = spawn(process.execPath, [script, cell.project, JSON.stringify(cell.options)], {
    cwd: usesWorkingDirectory ? cell.project : cell.home,
    env: cell.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}
