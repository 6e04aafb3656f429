import { tryParseAir } from '../../air/parse-air.js';
import { looksLikeAddress, type ParsedAddress, parseAddress, readId } from './parse-address.js';
import type { Source, SourceProblem } from './source.js';

/** What may be set for reading sources. */
export interface ParseSourceOptions {
  /** The configured server, whose addresses are understood too. Default: those of Civitai alone. */
  readonly baseUrl?: string;
}

const grammar =
  'Write the id of a model (1234), of a version (v:5678), both (1234@5678, with +<file id> for one file), a hash ' +
  '(hash:… or a SHA256), an AIR (urn:air:…:civitai:1234@5678) or an address of civitai.com.';

/** Reads one source; a problem says what is wrong with it. */
export function parseSource(text: string, options: ParseSourceOptions = {}, at?: string): Source | SourceProblem {
  const trimmed = text.trim();
  const shown = { text: withoutKey(trimmed), ...(at === undefined ? {} : { at }) };
  const parsed = read(trimmed, options);
  if (typeof parsed === 'string') return { ...shown, problem: `${parsed}. ${grammar}` };
  return { ...parsed.target, ...shown, ...(parsed.choice === undefined ? {} : { choice: parsed.choice }) };
}

/** Whether a source could not be read. */
export function isSourceProblem(source: Source | SourceProblem): source is SourceProblem {
  return 'problem' in source;
}

function read(text: string, { baseUrl }: ParseSourceOptions): ParsedAddress {
  if (text === '') return 'it is empty';
  if (/^\d+$/.test(text)) return model(text);
  if (/^(?:urn:)?air:/i.test(text)) return readAirText(text);
  if (looksLikeAddress(text)) return parseAddress(text, baseUrl === undefined ? undefined : new URL(baseUrl).host);
  const [, prefix = '', rest = ''] = /^([a-z]+):(.*)$/is.exec(text) ?? [];
  switch (prefix.toLowerCase()) {
    case 'm':
    case 'model':
      return model(rest);
    case 'v':
    case 'version':
      return version(rest);
    case 'f':
    case 'file':
      return fileAlone(rest);
    case 'hash':
      return hash(rest);
    case '':
      break;
    default:
      return readAirText(text);
  }
  if (/^\d+@/.test(text)) return modelAndVersion(text);
  return /^[\da-f]{64}$/i.test(text) ? hash(text) : 'it is no source';
}

function model(text: string): ParsedAddress {
  const modelId = readId(text);
  return modelId === undefined ? `"${text.slice(0, 20)}" is no id of a model` : { target: { kind: 'model', modelId } };
}

function version(text: string): ParsedAddress {
  const [, id, fileId] = /^(\d+)(?:\+(\d+))?$/.exec(text) ?? [];
  const versionId = readId(id);
  if (versionId === undefined) return `"${text.slice(0, 20)}" is no id of a version`;
  return { target: { kind: 'version', versionId }, ...fileOf(fileId) };
}

/** No route of the site leads from a file to its version; guessing it would take as many requests as there are versions. */
function fileAlone(text: string): ParsedAddress {
  const id = readId(text.trim());
  if (id === undefined) return `"${text.slice(0, 20)}" is no id of a file`;
  return (
    `the site cannot say which version file ${id} belongs to; name the version too, as v:<version>+${id}, or give the ` +
    'hash of the file'
  );
}

/** `1234@5678`, `1234@5678+90` or `1234@v1.0`: by id where it is a number, else by name. */
function modelAndVersion(text: string): ParsedAddress {
  const [, id, versionText = ''] = /^(\d+)@(.*)$/s.exec(text) ?? [];
  const modelId = readId(id);
  if (modelId === undefined) return `"${(id ?? '').slice(0, 20)}" is no id of a model`;
  const [, versionId, fileId] = /^(\d+)(?:\+(\d+))?$/.exec(versionText) ?? [];
  const number = readId(versionId);
  if (number !== undefined) return { target: { kind: 'model', modelId, versionId: number }, ...fileOf(fileId) };
  if (versionText.trim() === '') return 'the version behind the @ is missing';
  return { target: { kind: 'model', modelId, versionName: versionText.trim() } };
}

function hash(text: string): ParsedAddress {
  const digits = text.trim();
  // AutoV1 and CRC32, AutoV2, AutoV3, SHA256 and BLAKE3
  const known = [8, 10, 12, 64].includes(digits.length) && /^[\da-f]+$/i.test(digits);
  return known
    ? { target: { kind: 'hash', hash: digits.toUpperCase() } }
    : 'a hash has 8, 10, 12 or 64 digits of 0-9 and A-F';
}

function readAirText(text: string): ParsedAddress {
  const air = tryParseAir(text);
  if (air === undefined) return 'it is no source';
  if (air.source !== 'civitai') return `it lies at "${air.source}" and not at civitai`;
  const modelId = readId(air.id);
  if (modelId === undefined) return `"${air.id.slice(0, 20)}" is no id of a model`;
  const choice = fileOf(air.fileId);
  if (air.version === undefined) return { target: { kind: 'model', modelId }, ...choice };
  const versionId = readId(air.version);
  return versionId === undefined
    ? `"${air.version.slice(0, 20)}" is no id of a version`
    : { target: { kind: 'model', modelId, versionId }, ...choice };
}

function fileOf(fileId: string | undefined): { readonly choice?: { readonly file: number } } {
  const file = readId(fileId);
  return file === undefined ? {} : { choice: { file } };
}

/** People paste addresses with their key in it; it must not come back in a message. */
function withoutKey(text: string): string {
  return text
    .replace(/([?&](?:token|key|api_?key|x-amz-signature|sig|authorization)=)[^&#\s]*/gi, '$1[redacted]')
    .slice(0, 500);
}
