import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { json, startLoopback } from '../support/loopback-server.js';
import { exampleFolder, startExample, temporaryFolder } from './support/example-process.js';

const folder = exampleFolder('env-deployment');
const canary = 'canary0123456789abcdef0123456789';
/** How long the service gives to what is under way, and a moment to end. */
const graceSeconds = 20 + 5;

interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

interface ComposeService {
  readonly build: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly stop_grace_period: string;
  readonly restart: string;
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Deployment {
  readonly kind: string;
  readonly spec: { readonly template: { readonly spec: PodSpec } };
}

interface PodSpec {
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly [PodContainer];
  readonly volumes: readonly { readonly name: string; readonly secret: { readonly secretName: string } }[];
}

interface PodContainer {
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string; readonly subPath?: string }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly lifecycle: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
}

/** The documents of a YAML file; a warning counts as an error. */
function parseYaml(file: string): readonly unknown[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true });
  if (!Array.isArray(documents)) throw new Error(`${file} is empty.`);
  return documents.map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS() as unknown;
  });
}

function readDeployment(): PodSpec {
  return (parseYaml(join(folder, 'k8s/deployment.yaml'))[0] as Deployment).spec.template.spec;
}

describe('compose.yaml', () => {
  const [compose] = parseYaml(join(folder, 'compose.yaml')) as [Compose];
  const service = compose.services['service'] as ComposeService;

  it('builds the Dockerfile, mounts a secret for every key, and has no key in the environment', () => {
    expect(existsSync(join(folder, service.build.context, service.build.dockerfile))).toBe(true);
    expect(service.secrets).toEqual(Object.keys(compose.secrets));
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(existsSync(join(folder, file))).toBe(false);
    }
    expect(Object.keys(service.environment).filter((name) => /(?:key|token|secret)/i.test(name))).toEqual([]);
    expect(service.restart).toMatch(/^on-failure:\d+$/);
    expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThanOrEqual(graceSeconds);
  });

  it('is a service that works: the variables, and the secret in its file', async () => {
    await using civitai = await startLoopback(json({ id: 1, username: 'somebody' }));
    const secrets = temporaryFolder();
    for (const name of service.secrets) writeFileSync(join(secrets, name), `${canary}\n`);
    const running = startExample('env-deployment', {
      env: {
        ...service.environment,
        PORT: '0',
        // in a container they are in /run/secrets, where they are found without this
        CIVITKIT_SECRETS_DIRECTORY: secrets,
        CivitaiApi__BaseUrl: civitai.origin,
      },
    });
    expect((await fetch(`${await running.origin()}/account`)).status).toBe(200);
    expect(civitai.exchanges[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(0);
  });
});

describe('k8s', () => {
  const pod = readDeployment();
  const [container] = pod.containers;
  const variables = Object.fromEntries(container.env.map(({ name, value = '' }) => [name, value]));

  it('has manifests of known kinds that name each other', () => {
    const documents = readdirSync(join(folder, 'k8s')).flatMap((file) => parseYaml(join(folder, 'k8s', file)));
    expect(documents).toMatchObject([
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchLabels: { app: 'civitkit-env' } } } },
      {
        apiVersion: 'v1',
        kind: 'Service',
        spec: { selector: { app: 'civitkit-env' }, ports: [{ targetPort: 'http' }] },
      },
    ]);
    expect(container.ports.map(({ containerPort }) => String(containerPort))).toEqual([variables['PORT']]);
  });

  it('mounts the secret as a whole directory, in which it changes, and has no key in a manifest', () => {
    const [mount] = container.volumeMounts;
    expect(mount).toMatchObject({ mountPath: variables['CIVITKIT_SECRETS_DIRECTORY'] });
    expect(mount?.subPath).toBeUndefined();
    expect(pod.volumes).toMatchObject([{ name: mount?.name, secret: { secretName: 'civitai' } }]);
    expect(Object.keys(variables).filter((name) => /(?:key|token)$/i.test(name))).toEqual([]);
  });

  it('gives the service the time to end, and no more rights than it needs', () => {
    const { seconds } = container.lifecycle.preStop.sleep;
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(seconds + graceSeconds);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
  });

  it('is a service that works, and whose probes are answered', async () => {
    await using civitai = await startLoopback(json({ id: 1, username: 'somebody' }));
    const mount = join(temporaryFolder(), 'civitai');
    mkdirSync(mount);
    writeFileSync(join(mount, 'CIVITAI_API_KEY'), canary);
    const running = startExample('env-deployment', {
      env: { ...variables, PORT: '0', CIVITKIT_SECRETS_DIRECTORY: mount, CivitaiApi__BaseUrl: civitai.origin },
    });
    const origin = await running.origin();
    for (const { httpGet } of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
      expect(httpGet.port).toBe('http');
      expect((await fetch(`${origin}${httpGet.path}`)).status).toBe(200);
    }
    // asking whether it is alive asks nothing of Civitai
    expect(civitai.exchanges).toHaveLength(0);
    expect((await fetch(`${origin}/account`)).status).toBe(200);
    expect(civitai.exchanges[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    running.kill('SIGTERM');
    expect(await running.exitCode).toBe(0);
  });
});
