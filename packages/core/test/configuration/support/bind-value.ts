import { expect } from 'vitest';
import { bindSection } from '../../../src/configuration/binding/bind-section.js';
import { civitaiApiSection } from '../../../src/configuration/civitai-api-section.js';
import type { CivitaiApiSettings } from '../../../src/configuration/client-settings.js';
import { Configuration } from '../../../src/configuration/configuration.js';
import { configurationErrorOf } from './project.js';

/** Binds one value, given as a source would give it, and once more as an option. */
export function bindValue(name: string, value: unknown): readonly [CivitaiApiSettings, CivitaiApiSettings] {
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    bindSection(Configuration.from({ CivitaiApi: { [key]: value } }), civitaiApiSection),
    bindSection(Configuration.from({}), civitaiApiSection, { explicit: { [name]: value } }),
  ];
}

/** What is said about one wrong value, given both ways. */
export function problemsOf(name: string, value: unknown): readonly string[] {
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    () => bindSection(Configuration.from({ CivitaiApi: { [key]: value } }), civitaiApiSection),
    () => bindSection(Configuration.from({}), civitaiApiSection, { explicit: { [name]: value } }),
  ].map((work) => {
    const { problems } = configurationErrorOf(work);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.remedy).not.toBe('');
    return `${problems[0]?.key} (${problems[0]?.source}) ${problems[0]?.message}`;
  });
}
