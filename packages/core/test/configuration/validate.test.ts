import { describe, expect, it } from 'vitest';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import { Configuration } from '../../src/configuration/configuration.js';
import type { SectionSchema } from '../../src/configuration/section-schema.js';
import { canary } from '../support.js';
import { configurationErrorOf, createProject } from './support/project.js';

const keyed: SectionSchema<object> = {
  name: 'Keyed',
  fields: {
    Token: { doc: 'A token.', kind: 'secret', required: { remedy: 'Get one.' }, aliases: ['CIVITAI_API_KEY'] },
  },
};
const studio = { ...civitaiApiSection, name: 'Studio' };

describe('configuration.validate', () => {
  it('reports what is wrong in all sections at once, and no secret', () => {
    const configuration = Configuration.from({
      CivitaiApi: { TimeoutSeconds: 'soon', Retry: { MaxRetries: 99 } },
      Studio: { ApiKey: `Bearer ${canary}`, Timeout: 3 },
    });
    const error = configurationErrorOf(() => configuration.validate([civitaiApiSection, studio, keyed]));
    expect(error.problems.map(({ key }) => key)).toEqual([
      'CivitaiApi:TimeoutSeconds',
      'CivitaiApi:Retry:MaxRetries',
      'Studio:Timeout',
      'Studio:ApiKey',
      'Keyed:Token',
    ]);
    expect(error.code).toBe('invalid_configuration');
    expect(error.message).toMatch(/^5 problems in the configuration:/);
    expect(error.message).not.toContain(canary);
  });

  it('says so when nothing but keys is missing', () => {
    const error = configurationErrorOf(() => Configuration.from({}).validate([civitaiApiSection, keyed]));
    expect(error.code).toBe('missing_api_key');
    expect(error.problems).toHaveLength(1);
  });

  it('says once what is wrong with a file that two sections share', () => {
    const configuration = createProject().load({ environment: { CIVITAI_API_KEY_FILE: '/nowhere/key' } });
    const error = configurationErrorOf(() => configuration.validate([civitaiApiSection, keyed]));
    expect(error.problems).toHaveLength(1);
    expect(error.message).toContain('/nowhere/key');
  });

  it('is content with what is right, and looks at CivitaiApi unless told otherwise', () => {
    const configuration = Configuration.from({ CIVITAI_API_KEY: 'abc', Studio: { Nonsense: 1 } });
    expect(() => configuration.validate()).not.toThrow();
    expect(() => configuration.validate([civitaiApiSection, keyed])).not.toThrow();
    expect(() => configuration.validate([studio])).toThrow(/Studio:Nonsense/);
  });
});
