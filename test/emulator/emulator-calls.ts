import { request } from 'node:http';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { onTestFinished } from 'vitest';

/** The parts of answers the tests look at. */
interface FileView {
  readonly sizeKB: number;
  readonly scannedAt: string | null;
  readonly metadata: { readonly fp?: string | null };
  readonly hashes: { readonly SHA256?: string; readonly CRC32?: string };
  readonly downloadUrl: string;
  readonly primary?: boolean;
}

interface GalleryImageView {
  readonly id: number;
  readonly url: string;
  readonly nsfwLevel: number;
}

export interface VersionView {
  readonly id: number;
  readonly index: number | null;
  readonly baseModel: string;
  readonly availability: string;
  readonly publishedAt: string;
  readonly nsfwLevel: number;
  readonly licensingFee: number | null;
  readonly paidAccess: { readonly permanent: boolean; readonly endsAt: string | null } | null;
  readonly air: string;
  readonly files: readonly FileView[];
  readonly images: readonly GalleryImageView[];
}

export interface ModelView {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly mode?: string;
  readonly cosmetic: null;
  readonly nsfwLevel: number;
  readonly supportsGeneration: boolean;
  readonly allowCommercialUse: readonly string[] | string;
  readonly stats: { readonly downloadCount: number | null; readonly tippedAmountCount: number | null };
  readonly creator?: { readonly username: string | null };
  readonly tags: readonly string[];
  readonly modelVersions: readonly VersionView[];
}

export interface ImageView {
  readonly id: number;
  readonly url: string;
  readonly type: string;
  readonly nsfw: boolean;
  readonly nsfwLevel: string;
  readonly browsingLevel: number;
  readonly createdAt: string;
  readonly postId?: number | null;
  readonly stats: Readonly<Record<string, number>>;
  readonly meta: unknown;
  readonly username: string | null;
  readonly baseModel: string | null;
  readonly modelVersionIds: readonly number[];
  readonly tags?: readonly { readonly id: number; readonly name: string }[];
}

export interface CreatorView {
  readonly username: string | null;
  readonly modelCount?: number;
  readonly link: string;
  readonly image?: string;
}

export interface ListBody<T> {
  readonly items: readonly T[];
  readonly metadata: {
    readonly nextCursor?: string | number;
    readonly nextPage?: string;
    readonly prevPage?: string;
    readonly currentPage?: number;
    readonly pageSize?: number;
    readonly totalItems?: number;
    readonly totalPages?: number;
    readonly hasMore?: boolean;
  };
}

export interface ErrorBody {
  readonly error?: string;
  readonly message?: string;
  readonly code?: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` when the body is not JSON. */
  readonly json: T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Starts an emulator that is closed when the test ends. */
export async function startForTest(options: EmulatorOptions): Promise<RunningEmulator> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Reads an answer to its end. */
export async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) as T };
}

/** Calls the emulated API; `path` begins after `/api/v1`. */
export async function call<T = ErrorBody>(
  emulator: RunningEmulator,
  path: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  return answerOf(await fetch(`${emulator.siteUrl}/api/v1${path}`, { redirect: 'manual', ...init }));
}

/** The same with the emulator's own key. */
export function callSigned<T = ErrorBody>(emulator: RunningEmulator, path: string): Promise<Answer<T>> {
  return call(emulator, path, { headers: { authorization: `Bearer ${emulator.apiKey}` } });
}

/** Posts JSON to the emulated API. */
export function postJson<T = ErrorBody>(
  emulator: RunningEmulator,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  return call(emulator, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

export interface IssueView {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The issues inside an E3 body. */
export function wrappedIssues({ text }: { readonly text: string }): readonly IssueView[] {
  const body = parse(text) as { readonly error: { readonly name: string; readonly message: string } };
  if (body.error.name !== 'ZodError') throw new Error(`not a ZodError: ${text}`);
  return parse(body.error.message) as readonly IssueView[];
}

export interface Walk<T> {
  readonly ids: readonly number[];
  readonly items: readonly T[];
  readonly pages: number;
  readonly shortPages: number;
}

/** Follows `nextCursor` to the end. */
export async function walk<T extends { readonly id: number } = ModelView>(
  emulator: RunningEmulator,
  path: string,
  limit: number,
): Promise<Walk<T>> {
  const items: T[] = [];
  let cursor: string | number | undefined;
  let pages = 0;
  let shortPages = 0;
  do {
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const separator = path.includes('?') ? '&' : '?';
    const { json, status } = await call<ListBody<T>>(emulator, `${path}${separator}limit=${limit}${next}`);
    if (status !== 200) throw new Error(`status ${status}`);
    items.push(...json.items);
    cursor = json.metadata.nextCursor;
    pages += 1;
    if (cursor !== undefined && json.items.length < limit) shortPages += 1;
    if (pages > 2000) throw new Error('endless walk');
  } while (cursor !== undefined);
  return { ids: items.map((item) => item.id), items, pages, shortPages };
}

/** A request with exactly these headers, `host` included, which fetch would not allow. */
export function rawCall(
  url: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });
}
