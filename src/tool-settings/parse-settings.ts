import { ConfigurationError, type ConfigurationProblem } from '@civitkit/core/client';
import { defaultChecks } from './default-checks.js';
import type { DownloadDefaults } from './download-defaults.js';
import { noSettings, type ToolSettings } from './tool-settings.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the settings out of a text. What a newer civitkit has written and this one does not know is left out.
 *
 * @throws ConfigurationError with everything that is wrong
 */
export function parseSettings(text: string | undefined, path: string): ToolSettings {
  if (text === undefined || text.trim() === '') return noSettings;
  const problems: ConfigurationProblem[] = [];
  const wrong = (key: string, message: string): void => {
    const remedy = 'Mend it, or remove it and set it anew by `civitkit config`.';
    problems.push({ key, source: path, message, remedy });
  };
  const content = parseJson(text);
  if (content === undefined) wrong('', 'is no JSON object.');
  const { aliases = {}, defaults = {}, sorters = {} } = content ?? {};
  const settings = {
    defaults: defaultsOf(defaults, wrong),
    sorters: textsOf(sorters, 'sorters', wrong),
    aliases: textsOf(aliases, 'aliases', wrong),
  };
  if (problems.length > 0) throw new ConfigurationError(problems);
  return settings;
}

function parseJson(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function defaultsOf(value: unknown, wrong: (key: string, message: string) => void): DownloadDefaults {
  if (!isObject(value)) {
    wrong('defaults', 'is no object.');
    return {};
  }
  const known = Object.entries(defaultChecks).flatMap(([name, { isValid, means }]) => {
    if (!Object.hasOwn(value, name)) return [];
    if (isValid(value[name])) return [[name, value[name]] as const];
    wrong(`defaults.${name}`, `must be ${means}.`);
    return [];
  });
  return Object.fromEntries(known);
}

function textsOf(
  value: unknown,
  key: string,
  wrong: (key: string, message: string) => void,
): Readonly<Record<string, string>> {
  if (!isObject(value)) {
    wrong(key, 'is no object.');
    return {};
  }
  for (const [name, one] of Object.entries(value)) {
    if (typeof one !== 'string' || one === '') wrong(`${key}.${name}`, 'must be a path.');
  }
  return value as Readonly<Record<string, string>>;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
