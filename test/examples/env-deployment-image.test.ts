import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { json, startLoopback } from '../support/loopback-server.js';
import { commandOf, type Instruction, parseDockerfile, type Stage } from './support/dockerfile.js';
import { type ExampleProcess, exampleFolder, startExample, temporaryFolder } from './support/example-process.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const dockerfile = readFileSync(join(exampleFolder('env-deployment'), 'Dockerfile'), 'utf8');
const canary = 'canary0123456789abcdef0123456789';
let stages: readonly Stage[];
let image: Stage;

beforeAll(() => {
  stages = parseDockerfile(dockerfile);
  image = stages.at(-1) as Stage;
});

const all = (name: string, stage: Stage = image): readonly Instruction[] =>
  stage.instructions.filter((instruction) => instruction.name === name);
const last = (name: string): string => all(name).at(-1)?.rest ?? '';

/** Where something of the image is in the repository, of which it is a copy. */
function inRepository(path: string): string {
  return join(repository, posix.relative('/app', path));
}

/** Starts what the image starts, in the folder and with the variables that the image has. */
function startImage(env: Readonly<Record<string, string>>, command = commandOf(last('CMD'))): ExampleProcess {
  const variables = all('ENV').map(({ rest }) => rest.split('=') as [string, string]);
  return startExample('env-deployment', {
    command,
    cwd: inRepository(last('WORKDIR')),
    env: { ...Object.fromEntries(variables), CIVITKIT_SECRETS_DIRECTORY: temporaryFolder(), ...env },
  });
}

describe('the Dockerfile', () => {
  it('builds in one stage and runs in another, as a user that is not root', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', undefined]);
    expect(last('USER')).toBe('node');
    const lastCopy = image.instructions.findLastIndex(({ name }) => name === 'COPY');
    expect(image.instructions.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(lastCopy);
    expect(all('RUN')).toEqual([]);
  });

  it('has no key in a layer, nor a variable for one', () => {
    const variables = stages.flatMap((stage) => [...all('ARG', stage), ...all('ENV', stage)]);
    expect(variables.map(({ rest }) => rest)).toEqual(['NODE_ENV=production']);
    expect(dockerfile).not.toMatch(/(?:KEY|TOKEN|PASSWORD)\s*=/i);
    const ignored = readFileSync(join(exampleFolder('env-deployment'), 'Dockerfile.dockerignore'), 'utf8').split('\n');
    expect(ignored[0]).toBe('**');
    expect(ignored).toContain('**/.env*');
    expect(ignored.filter((line) => /^!.*secret/i.test(line))).toEqual([]);
  });

  it('copies what is there, and lets it through the ignore file', () => {
    const [build] = stages as [Stage, Stage];
    const ignored = readFileSync(join(exampleFolder('env-deployment'), 'Dockerfile.dockerignore'), 'utf8');
    const sources = all('COPY', build).flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(join(repository, source)))).toEqual([]);
    for (const source of sources) {
      const pattern = source.replace(/^packages\/\w+/, 'packages/*');
      expect(ignored).toMatch(new RegExp(`^!${pattern.replaceAll(/[.*]/g, '\\$&')}`, 'm'));
    }
    for (const { flags, rest } of all('COPY')) {
      expect(flags['from']).toBe('build');
      const [from = ''] = rest.split(/\s+/);
      expect({ from, there: existsSync(inRepository(from)) }).toEqual({ from, there: true });
    }
  });
});

describe('the command of the image', () => {
  it('serves, is found alive by its health check, and ends with 0 after SIGTERM', async () => {
    await using civitai = await startLoopback(json({ id: 1, username: 'somebody' }));
    const service = startImage({ CIVITAI_API_KEY: canary, CivitaiApi__BaseUrl: civitai.origin });
    const origin = await service.origin();
    const health = commandOf(last('HEALTHCHECK'));
    expect(await startImage({ PORT: new URL(origin).port }, health).exitCode).toBe(0);
    const answers = await Promise.all(['/livez', '/readyz', '/account'].map((path) => fetch(`${origin}${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(civitai.exchanges[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
    expect(await startImage({ PORT: new URL(origin).port }, health).exitCode).toBe(1);
    expect(service.lines).toContain('CivitaiSdk:ApiToken from environment variable CIVITAI_API_KEY');
    expect(service.output).not.toContain(canary);
  });

  it('listens on the port that the image says, unless told otherwise', () => {
    expect(last('EXPOSE')).toBe('8080');
    expect(readFileSync(join(exampleFolder('env-deployment'), 'src/main.ts'), 'utf8')).toContain(
      `?? ${last('EXPOSE')}`,
    );
  });
});
