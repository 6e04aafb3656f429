import convict from 'convict';
import { describe, expect, test, vi } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import type { CivitaiApiOptions } from '../../src/configuration/client-settings.js';
import { Configuration, isConfiguration } from '../../src/configuration/configuration.js';
import { type RegistrationInput, resolveInput } from '../../src/configuration/registration-input.js';

const fallback = Configuration.from({ CivitaiApi: { TimeoutSeconds: 5 } });

function resolve(input: RegistrationInput<CivitaiApiOptions> | undefined): ReturnType<typeof resolveInput> {
  return resolveInput(input, () => fallback);
}

test('nothing: what is found from the working directory', () => {
  expect(resolve(undefined)).toEqual({ configuration: fallback });
});

test('options', () => {
  expect(resolve({ timeoutSeconds: 9 })).toEqual({ configuration: fallback, explicit: { timeoutSeconds: 9 } });
});

test('a function that sets options', () => {
  const { configuration, explicit } = resolve((options) => {
    options.timeoutSeconds = 9;
  });
  expect([configuration, explicit]).toEqual([fallback, { timeoutSeconds: 9 }]);
});

test('an asynchronous function is refused, and its failure is nobody’s unhandled rejection', async () => {
  // TypeScript lets a function that returns a promise pass for one that returns nothing.
  const late = (() => Promise.reject(new Error('late'))) as () => void;
  expect(() => resolve(late)).toThrow(/must not be asynchronous/);
  await new Promise((done) => {
    setImmediate(done);
  });
});

describe('a configuration', () => {
  test('is taken, and nothing else is loaded', () => {
    const load = vi.fn<() => Configuration>();
    const own = Configuration.from({});
    expect(resolveInput(own, load)).toEqual({ configuration: own });
    expect(load).not.toHaveBeenCalled();
  });

  test('also one from a second copy of the package', async () => {
    vi.resetModules();
    const copy = (await import('../../src/configuration/configuration.js')).Configuration;
    expect(copy).not.toBe(Configuration);
    const foreign = copy.from({ CivitaiApi: { ApiKey: 'abc', TimeoutSeconds: 9 } });
    expect(isConfiguration(foreign)).toBe(true);
    const { configuration } = resolve(foreign);
    expect(bindSection(configuration, civitaiApiSection).timeoutSeconds).toBe(9);
  });
});

test("the application's own convict instance", () => {
  const application = convict(
    {
      port: { default: 80, format: 'port' },
      started: { default: new Date(), format: '*' },
      civitaiApi: { apiKey: { default: '', sensitive: true }, timeoutSeconds: { default: 1 } },
    },
    { env: {}, args: [] },
  );
  application.load({ civitaiApi: { apiKey: 'abc', timeoutSeconds: 12 } });
  const { configuration, explicit } = resolve(application);
  expect(explicit).toBeUndefined();
  const settings = bindSection(configuration, civitaiApiSection);
  expect([settings.apiKey?.reveal(), settings.timeoutSeconds]).toEqual(['abc', 12]);
  expect(configuration.explain().find(({ secret }) => secret)?.source).toBe("the application's convict configuration");
});

test('something in the application’s configuration that no setting can hold matters only where a setting asks for it', () => {
  const configuration = Configuration.from({ started: new Date(), CivitaiApi: { TimeoutSeconds: () => 1 } });
  expect(configuration.get('started')).toBeUndefined();
  expect(() => bindSection(configuration, civitaiApiSection)).toThrow(/must be a single value, not a function/);
});

test.each([null, 5, 'key', [], new Map(), new URL('https://x.example'), Promise.resolve({}), new Date()])(
  '%s is refused with what is accepted',
  (input) => {
    expect(() => resolve(input as never)).toThrow(TypeError);
    expect(() => resolve(input as never)).toThrow(/apiKey.*function.*Configuration.*convict/);
  },
);

test.each([null, 5, 'x', [1], new Map()])('Configuration.from(%s) is refused', (object) => {
  expect(() => Configuration.from(object as never)).toThrow(TypeError);
});

test('a cyclic object is refused', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  expect(() => Configuration.from(cyclic)).toThrow(/nested more than 64 levels/);
});

test('a frozen object, one without a prototype and one from another realm are fine', () => {
  const bare = Object.assign(Object.create(null) as Record<string, unknown>, { A: Object.freeze({ B: 1 }) });
  expect(Configuration.from(Object.freeze(bare)).get('a:b')).toBe(1);
});
