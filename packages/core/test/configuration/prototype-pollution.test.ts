import { afterEach, describe, expect, test } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import { Configuration } from '../../src/configuration/configuration.js';
import { configurationErrorOf, createProject } from './support/project.js';

const refusal = 'is a reserved name: a program that assigns to it changes every object.';
const untouched = Object.getOwnPropertyNames(Object.prototype).join();

afterEach(() => {
  if (Object.getOwnPropertyNames(Object.prototype).join() !== untouched)
    throw new Error('Object.prototype was changed.');
});

const documents = [
  '{"__proto__": {"polluted": 1}}',
  '{"__proto__": null}',
  '{"constructor": {"prototype": {"polluted": 1}}}',
  '{"CivitaiApi": {"__proto__": {"polluted": 1}}}',
  '{"CivitaiApi": {"Retry": {"constructor": {"prototype": {"polluted": 1}}}}}',
  '{"CivitaiApi:__proto__:polluted": 1}',
  '{"CivitaiApi__constructor__polluted": 1}',
  '{"List": [{"prototype": {"polluted": 1}}]}',
];

describe.each(documents)('%s', (text) => {
  test.each(['appsettings.json', 'appsettings.Production.json'])('in %s', (name) => {
    expect(messagesOf(() => createProject({ [name]: text }).load())).toContain(refusal);
  });

  test('in the user secrets', () => {
    const options = { environmentName: 'Development', userSecretsId: 'id', environment: { XDG_CONFIG_HOME: '' } };
    const project = createProject({ '../home/.microsoft/usersecrets/id/secrets.json': text });
    expect(messagesOf(() => project.load(options))).toContain(refusal);
  });

  test('in an object', () => {
    expect(messagesOf(() => Configuration.from(JSON.parse(text) as Record<string, unknown>))).toContain(refusal);
  });
});

describe.each(['__proto__', 'CivitaiApi____proto____polluted', 'CivitaiApi__constructor', 'A__prototype__polluted'])(
  '%s',
  (name) => {
    test('as a variable', () => {
      expect(messagesOf(() => createProject().load({ environment: { [name]: '1' } }))).toContain(refusal);
    });

    test.each(['.env', '.env.local'])('in %s', (file) => {
      expect(messagesOf(() => createProject({ [file]: `${name}=1\n` }).load())).toContain(refusal);
    });

    test('as a secret file', () => {
      const project = createProject({ [`secrets/${name}`]: '1' });
      expect(messagesOf(() => project.load({ secretsDirectory: 'secrets' }))).toContain(refusal);
    });
  },
);

test.each(['{"__proto__": {"apiKey": "x"}}', '{"retry": {"constructor": {"prototype": 1}}}', '{"prototype": 1}'])(
  '%s as options',
  (text) => {
    const explicit = JSON.parse(text) as object;
    expect(messagesOf(() => bindSection(Configuration.from({}), civitaiApiSection, { explicit }))).toContain(refusal);
  },
);

test('an object whose prototype brings settings along is no plain object', () => {
  const sneaky: Record<string, unknown> = Object.create({ CivitaiApi: { ApiKey: 'x' } });
  expect(() => Configuration.from(sneaky)).toThrow(TypeError);
});

test('a polluted Object.prototype adds no settings', () => {
  // oxlint-disable-next-line no-extend-native -- what a vulnerable library would do
  Object.defineProperty(Object.prototype, 'apiKey', {
    value: 'x',
    enumerable: true,
    writable: true,
    configurable: true,
  });
  try {
    expect(bindSection(Configuration.from({}), civitaiApiSection, { explicit: {} }).apiKey).toBeNull();
  } finally {
    delete (Object.prototype as { apiKey?: unknown }).apiKey;
  }
});

test('somebody’s setting may be called Prototype', () => {
  expect(Configuration.from({ Prototype: true }).get('prototype')).toBe(true);
});

function messagesOf(work: () => unknown): readonly string[] {
  return configurationErrorOf(work).problems.map(({ message }) => message);
}
