import { dirname, join, resolve } from 'node:path';
import { parseJson } from '../configuration/sources/parse-json.js';
import { readSettingsFile } from '../configuration/sources/read-text-file.js';
import { ConfigurationError, type ConfigurationProblem } from '../errors/configuration-error.js';

/** Property of `package.json` that names the user secrets of a project. */
export const userSecretsIdProperty = 'userSecretsId';

/** The `package.json` that counts for a directory, and the id in it. */
interface ProjectManifest {
  readonly path: string;
  readonly id?: string;
}

/** The manifest, if there is one, and what is wrong with it. */
export interface FoundManifest {
  readonly manifest?: ProjectManifest;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * The id of the user secrets of a project: `userSecretsId` of the nearest `package.json`, upward from a directory.
 *
 * @returns `undefined` when there is no `package.json` or no id in it.
 * @throws ConfigurationError when the `package.json` or the id is malformed.
 */
export function findUserSecretsId(directory: string): string | undefined {
  const { manifest, problems } = findManifest(directory);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return manifest?.id;
}

/** The nearest `package.json`, upward from a directory, with what is wrong with it. */
export function findManifest(directory: string): FoundManifest {
  for (let current = resolve(directory); ; current = dirname(current)) {
    const path = join(current, 'package.json');
    const content = readSettingsFile(path);
    if (content?.problem !== undefined)
      return { problems: [{ key: 'package.json', source: path, ...content.problem }] };
    if (content !== undefined) return readManifest(path, content.text);
    if (dirname(current) === current) return { problems: [] };
  }
}

/** Only the top level is looked at: below it, package and script names follow other rules than settings. */
function readManifest(path: string, text: string): FoundManifest {
  const { body, failure } = parseJson(text);
  if (failure !== undefined) {
    const { message, remedy, position } = failure;
    const source = position === undefined ? path : `${path}:${position.line}:${position.column}`;
    return { problems: [{ key: 'package.json', source, message, remedy }] };
  }
  const members = body.type === 'Object' ? body.members : [];
  const member = members.findLast(({ name }) => name.type === 'String' && name.value === userSecretsIdProperty);
  if (member === undefined) return { manifest: { path }, problems: [] };
  const id = member.value.type === 'String' ? member.value.value : '';
  const wrong = userSecretsIdProblem(id, `${path}:${member.loc.start.line}`);
  return wrong === undefined ? { manifest: { path, id }, problems: [] } : { problems: [wrong] };
}

/** What is wrong with an id, which becomes the name of a directory and so must not be a path. */
export function userSecretsIdProblem(id: string, source: string): ConfigurationProblem | undefined {
  if (/^(?!\.+$)[A-Za-z0-9._-]{1,200}$/.test(id)) return undefined;
  return {
    key: userSecretsIdProperty,
    source,
    message: 'may only contain letters, digits, ".", "_" and "-".',
    remedy: 'Use a UUID or the name of the project.',
  };
}
