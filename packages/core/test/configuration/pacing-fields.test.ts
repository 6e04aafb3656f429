import { describe, expect, it } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import type { CivitaiApiOptions, CivitaiApiSettings } from '../../src/configuration/client-settings.js';
import { Configuration } from '../../src/configuration/configuration.js';

const bind = (section: object, explicit: CivitaiApiOptions = {}): CivitaiApiSettings =>
  bindSection(Configuration.from({ CivitaiApi: section }), civitaiApiSection, { explicit });

describe('caching and pacing', () => {
  it('are all off by default', () => {
    const { cache, rateLimit, circuitBreaker, coalesceRequests } = bind({});
    expect([cache.enabled, rateLimit.enabled, circuitBreaker.enabled, coalesceRequests]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('are each turned on by one setting, from files as from options', () => {
    const written = { Cache: { Enabled: 'true' }, RateLimit: { Enabled: 'on' }, CircuitBreaker: { Enabled: 1 } };
    expect(bind({ ...written, CoalesceRequests: 'yes' })).toEqual(
      bind(
        {},
        {
          cache: { enabled: true },
          rateLimit: { enabled: true },
          circuitBreaker: { enabled: true },
          coalesceRequests: true,
        },
      ),
    );
    expect(bind(written).cache).toEqual({
      enabled: true,
      maxEntries: 500,
      maxBytes: 67_108_864,
      staleIfErrorSeconds: 0,
      storeTimeoutSeconds: 0.5,
    });
  });

  it.each<[object, string]>([
    [{ Cache: { MaxEntries: 0 } }, 'CivitaiApi:Cache:MaxEntries'],
    [{ Cache: { StaleIfErrorSeconds: '1h' } }, 'CivitaiApi:Cache:StaleIfErrorSeconds'],
    [{ Cache: true }, 'CivitaiApi:Cache'],
    [{ RateLimit: { RequestsPerMinute: 0.5 } }, 'CivitaiApi:RateLimit:RequestsPerMinute'],
    [{ RateLimit: { Buckets: 'articles' } }, 'CivitaiApi:RateLimit:Buckets'],
    [{ RateLimit: { Buckets: 'articles=0' } }, 'CivitaiApi:RateLimit:Buckets'],
    [{ RateLimit: { Buckets: 'articles=1,' } }, 'CivitaiApi:RateLimit:Buckets'],
    [{ RateLimit: { Buckets: 'articles=1 images=2' } }, 'CivitaiApi:RateLimit:Buckets'],
    [{ CircuitBreaker: { OpenSeconds: 0 } }, 'CivitaiApi:CircuitBreaker:OpenSeconds'],
    [{ CircuitBreaker: { Treshold: 5 } }, 'CivitaiApi:CircuitBreaker:Treshold'],
  ])('refuse %j by name', (section, key) => {
    expect(() => bind(section)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ key })] }) as Error,
    );
  });

  it.each(['', 'articles=30', 'articles=30, images=100', 'model-versions = 5,tags=99999'])(
    'take limits such as "%s"',
    (buckets) => {
      expect(bind({}, { rateLimit: { buckets } }).rateLimit.buckets).toBe(buckets);
    },
  );

  it('refuse a limit for endpoints that there are none of', () => {
    expect(() => bind({}, { rateLimit: { buckets: 'model=5' } })).toThrow(
      /CivitaiApi:RateLimit:Buckets \(options\): there is no family of endpoints "model"\. Use articles, .*models/,
    );
  });
});
