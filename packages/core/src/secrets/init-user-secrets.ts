import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type ParsedJson, parseJson } from '../configuration/sources/parse-json.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { writeAtomically } from './atomic-write.js';
import { findManifest, userSecretsIdProblem, userSecretsIdProperty } from './user-secrets-id.js';

/** What {@link initUserSecrets} did. */
export interface UserSecretsInitialization {
  readonly id: string;
  /** The `package.json` that has the id. */
  readonly path: string;
  /** `false` when the id was there already; nothing was written then. */
  readonly created: boolean;
}

/**
 * Gives a project user secrets: writes `userSecretsId` into the nearest `package.json`, whose formatting stays as it
 * is. When it has an id already, that one stays.
 *
 * @param id - default: a new UUID.
 * @throws ConfigurationError when there is no `package.json`, when it is malformed, or for an unusable id.
 */
export async function initUserSecrets(
  directory: string,
  id: string = randomUUID(),
): Promise<UserSecretsInitialization> {
  const { manifest, problems } = findManifest(directory);
  const wrong = userSecretsIdProblem(id, 'options');
  if (problems.length > 0 || wrong !== undefined) {
    throw new ConfigurationError(wrong === undefined ? problems : [...problems, wrong]);
  }
  if (manifest === undefined) {
    const remedy = 'Create one with npm init.';
    const message = 'was found neither here nor in a directory above.';
    throw new ConfigurationError([{ key: 'package.json', source: directory, message, remedy }]);
  }
  const { path } = manifest;
  if (manifest.id !== undefined) return { id: manifest.id, path, created: false };

  const text = await readFile(path, 'utf8');
  const { mode } = await stat(path);
  await writeAtomically(path, insertMember(text, userSecretsIdProperty, id, path), mode & 0o777);
  return { id, path, created: true };
}

type ObjectNode = Extract<ParsedJson['body'], { readonly type: 'Object' }>;

/** Adds a member at the end of a JSON object, laid out like the first one; everything else stays as it is. */
function insertMember(text: string, name: string, value: string, path: string): string {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const { range, members } = parseObject(text.slice(mark), path);
  const member = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const start = mark + startOf({ range }) + 1;
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined) {
    return `${text.slice(0, start)}\n  ${member}\n${text.slice(mark + endOf({ range }) - 1)}`;
  }
  const layout = text.slice(start, mark + startOf(first));
  const position = mark + endOf(last);
  return `${text.slice(0, position)},${layout}${member}${text.slice(position)}`;
}

function parseObject(text: string, path: string): ObjectNode {
  // npm takes no comments and no trailing commas, and what npm cannot read is not to be edited.
  const { body } = parseJson(text, 'json');
  if (body?.type === 'Object') return body;
  const remedy = 'Remove comments and trailing commas.';
  throw new ConfigurationError([{ key: 'package.json', source: path, message: 'is not strict JSON.', remedy }]);
}

/** Positions in the text; the parser gives them because it was asked to. */
function startOf({ range }: { readonly range?: readonly number[] | undefined }): number {
  return range?.[0] ?? 0;
}

function endOf({ range }: { readonly range?: readonly number[] | undefined }): number {
  return range?.[1] ?? 0;
}
