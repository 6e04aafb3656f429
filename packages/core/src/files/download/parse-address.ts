import type { FileChoice, SourceTarget } from './source.js';

/** What an address names, or a clause that says why it names nothing. */
export type ParsedAddress = { readonly target: SourceTarget; readonly choice?: FileChoice } | string;

const siteHosts: ReadonlySet<string> = new Set(
  ['civitai.com', 'civitai.red', 'civitai.green'].flatMap((host) => [host, `www.${host}`]),
);

/** Whether a text is an address of the web, its scheme possibly left out. */
export function looksLikeAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text) || /^(?:www\.)?civitai\.(?:com|red|green)\//i.test(text);
}

/**
 * Reads the address of a model page, a version page, an API answer or a download. Only the ids in it are used: nothing is
 * ever requested from the address itself, nor is a key that is in it.
 *
 * @param ownHost - of the configured server, with its port
 */
export function parseAddress(text: string, ownHost: string | undefined): ParsedAddress {
  const complete = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(complete)) return 'it is no complete address';
  const url = new URL(complete);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `it is no address of the web (${url.protocol})`;
  if (!siteHosts.has(url.hostname) && url.host !== ownHost) return `${url.host} is not a host of Civitai`;
  const path = url.pathname.split('/').filter((part) => part !== '');
  if (path[0] === 'api') return parseApiPath(path.slice(1), url.searchParams);
  if (path[0] === 'models') return modelAt(path[1], url.searchParams.get('modelVersionId'));
  if (path[0] === 'model-versions') return versionAt(path[1]);
  return 'it is not the address of a model, of a version or of a download';
}

function parseApiPath(path: readonly string[], query: URLSearchParams): ParsedAddress {
  if (path[0] === 'download' && path[1] === 'models') {
    const parsed = versionAt(path[2]);
    return typeof parsed === 'string' ? parsed : { ...parsed, ...choiceOf(query) };
  }
  if (path[0] === 'download' && path[1] === 'training-data') {
    const parsed = versionAt(path[2]);
    return typeof parsed === 'string' ? parsed : { ...parsed, choice: { type: 'Training Data' } };
  }
  if (path[0]?.match(/^v\d+$/) == null) return 'it is not the address of a model, of a version or of a download';
  if (path[1] === 'models') return modelAt(path[2], null);
  if (path[1] === 'model-versions' && path[2] === 'by-hash' && path[3] !== undefined) {
    return { target: { kind: 'hash', hash: path[3] } };
  }
  if (path[1] === 'model-versions') return versionAt(path[2] === 'mini' ? path[3] : path[2]);
  return 'it is not the address of a model, of a version or of a download';
}

function modelAt(id: string | undefined, version: string | null): ParsedAddress {
  const modelId = readId(id);
  if (modelId === undefined) return 'there is no id of a model in it';
  if (version === null || version === '') return { target: { kind: 'model', modelId } };
  const versionId = readId(version);
  if (versionId === undefined) return `"${version.slice(0, 20)}" is no id of a version`;
  return { target: { kind: 'model', modelId, versionId } };
}

function versionAt(id: string | undefined): ParsedAddress {
  const versionId = readId(id);
  return versionId === undefined ? 'there is no id of a version in it' : { target: { kind: 'version', versionId } };
}

/** The parameters of a download that choose a file. */
function choiceOf(query: URLSearchParams): { readonly choice?: FileChoice } {
  const fileId = readId(query.get('fileId') ?? undefined);
  // The id is exact, and the server looks at nothing else then.
  if (fileId !== undefined) return { choice: { file: fileId } };
  const choice: Record<string, string> = {};
  for (const name of ['type', 'format', 'fp', 'size', 'quantType']) {
    const value = query.get(name);
    if (value !== null && value !== '') choice[name] = value;
  }
  return Object.keys(choice).length === 0 ? {} : { choice };
}

/** An id as the site has them: 1 to 2147483647; `undefined` for anything else. */
export function readId(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,10}$/.test(text)) return undefined;
  const id = Number(text);
  return id >= 1 && id <= 2_147_483_647 ? id : undefined;
}
