import type { EmulatorOptions, RunningEmulator, SiteBehaviour } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { createCatalogue, type PlacedFile } from '../../src/emulator/catalogue/catalogue.js';
import { startForTest } from './emulator-calls.js';

/** The catalogue of seed 1 as every emulator of these tests has it. */
const files: readonly PlacedFile[] = [
  ...createCatalogue({ seed: 1, modelCount: 300, imageCount: 0 }).fileById.values(),
];
const find = (test: (placed: PlacedFile) => boolean): PlacedFile => {
  const found = files.find(test);
  if (found === undefined) throw new Error('the catalogue has no such file');
  return found;
};
const plain = ({ model, version }: PlacedFile): boolean =>
  model.status === 'Published' &&
  version.status === 'Published' &&
  !model.poi &&
  model.mode !== 'Archived' &&
  model.availability === 'Public' &&
  version.usageControl === 'Download' &&
  version.paidAccess === null;
const FREE = find((placed) => plain(placed) && placed.file.primary && placed.file.metadata.format === 'SafeTensor');

const BROWSER = 'Mozilla/5.0 (X11) Firefox/130';
const start = (behaviour: SiteBehaviour = {}, options: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({ imageCount: 0, behaviour, ...options });

interface Got {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
}
const get = async (
  emulator: RunningEmulator,
  path: string,
  { key, agent = 'my-tool/1', ...headers }: Record<string, string> = {},
): Promise<Got> => {
  const response = await fetch(`${emulator.siteUrl}/api/download/${path}`, {
    redirect: 'manual',
    headers: { 'user-agent': agent, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
  });
  const { status } = response;
  return { status, location: response.headers.get('location'), text: await response.text(), headers: response.headers };
};
const own = (emulator: RunningEmulator, path: string, more: Record<string, string> = {}): Promise<Got> =>
  get(emulator, path, { key: emulator.apiKey, ...more });
const body = ({ text }: Got): unknown => JSON.parse(text);

describe('GET /api/download/models/{versionId}', () => {
  it('redirects to a signed URL on another origin', async () => {
    const emulator = await start();
    const got = await own(emulator, `models/${FREE.version.id}`);
    expect(got.status).toBe(307);
    const url = new URL(got.location ?? '');
    expect(url.origin).toBe(emulator.storageUrl);
    expect(url.searchParams.get('X-Amz-Expires')).toBe('86400');
    expect(url.searchParams.get('response-content-disposition')).toBe(`attachment; filename="${FREE.file.name}"`);
    expect(got.headers.get('cache-control')).toBe('no-store, max-age=0');
    expect(got.headers.get('access-control-allow-origin')).toBe('*');
    expect((await get(emulator, `models/${FREE.version.id}?token=${emulator.apiKey}`)).status).toBe(307);
  });

  it('needs a login: JSON for tools, the login page for browsers, wrong tokens as none', async () => {
    const emulator = await start();
    const path = `models/${FREE.version.id}`;
    for (const key of [undefined, 'wrong']) {
      const got = await get(emulator, path, key === undefined ? {} : { key });
      expect([got.status, body(got)]).toEqual([
        401,
        { error: 'Unauthorized', message: expect.stringContaining('requires you to be logged in') },
      ]);
    }
    for (const agent of [BROWSER, 'my-edge-tool/1', 'knowledge-bot', 'OPERA']) {
      const got = await get(emulator, path, { agent });
      expect([got.status, got.location]).toEqual([
        307,
        `/login?returnUrl=%2Fmodel-versions%2F${FREE.version.id}&reason=download-auth`,
      ]);
    }
    expect((await get(await start({ publicDownloads: true }), path)).status).toBe(307);
  });

  it('finds nothing where there is nothing, as JSON or text', async () => {
    const emulator = await start();
    const hidden = [
      find(({ model }) => model.poi).version.id,
      find(({ version }) => version.status === 'Draft' && version.id < 900_000).version.id,
      find(({ model }) => model.status === 'Draft' && model.id < 900_000).version.id,
      7,
    ];
    for (const id of hidden) {
      const got = await own(emulator, `models/${id}`);
      expect([got.status, body(got)]).toEqual([404, { error: 'File not found' }]);
      const page = await own(emulator, `models/${id}`, { agent: BROWSER });
      expect([page.status, page.text]).toEqual([404, 'File not found']);
    }
  });

  it('refuses archived, disabled, paid and private ones, each in its own way', async () => {
    const emulator = await start();
    const archived = find(({ model }) => model.mode === 'Archived').version.id;
    const disabled = find(
      (placed) => placed.version.usageControl !== 'Download' && placed.model.status === 'Published',
    );
    const paid = find(({ model, version }) => {
      const open = version.status === 'Published' && version.usageControl === 'Download' && !model.poi;
      return open && model.mode === null && Boolean(version.paidAccess?.endsAt);
    }).version;
    const gone = await own(emulator, `models/${archived}`);
    expect([gone.status, body(gone)]).toEqual([410, { error: 'Model archived, not available for download' }]);
    for (const agent of ['my-tool/1', BROWSER]) {
      const off = await own(emulator, `models/${disabled.version.id}`, { agent });
      expect([off.status, body(off)]).toEqual([
        401,
        { error: 'Unauthorized', message: expect.stringContaining('disabled downloads') },
      ]);
    }
    const early = await own(emulator, `models/${paid.id}`);
    expect([early.status, body(early)]).toEqual([
      403,
      { error: 'Early Access', deadline: paid.paidAccess?.endsAt?.toISOString(), message: expect.any(String) },
    ]);
    const browser = await own(emulator, `models/${paid.id}`, { agent: BROWSER });
    expect([browser.status, browser.location]).toEqual([307, `/model-versions/${paid.id}`]);
    const hidden = find(({ model }) => model.availability === 'Private' && model.id < 900_000).version.id;
    const stranger = await get(emulator, `models/${hidden}`, { key: emulator.addKey({ userId: 4001 }) });
    expect([stranger.status, body(stranger)]).toEqual([403, { error: 'You do not have access to download this file' }]);
    expect((await own(emulator, `models/${hidden}`)).status).toBe(307);
    expect((await own(emulator, 'models/990002')).status).toBe(307);
  });

  it('refuses readable mistakes after everything about the caller (E6)', async () => {
    const emulator = await start();
    const cases: readonly (readonly [string, string])[] = [
      ['models/x', '✖ Invalid input: expected number, received NaN\n  → at id'],
      ['models/0', 'Missing modelVersionId'],
      ['models/1?size=big', '✖ Invalid option: expected one of "full"|"pruned"\n  → at size'],
      [`models/1?fp=${'x'.repeat(65)}`, '✖ Too big: expected string to have <=64 characters\n  → at fp'],
      ['models/1?fileId=x', '✖ Invalid input: expected number, received NaN\n  → at fileId'],
    ];
    for (const [path, error] of cases) {
      const got = await get(emulator, path);
      expect([got.status, body(got)]).toEqual([400, { error }]);
    }
    expect((await own(emulator, `models/1?type=model`)).text).toContain(
      'expected one of \\"Model\\"|\\"Text Encoder\\"',
    );
  });

  it('blocks addresses, then accounts, then counts, all before validation', async () => {
    expect((await get(await start({ downloadsBlocked: 'address' }), 'models/x')).status).toBe(403);
    const account = await start({ downloadsBlocked: 'account' });
    expect([(await own(account, 'models/x')).status, (await get(account, 'models/x')).status]).toEqual([403, 400]);
    const counted = await start({}, { limits: { downloadsPerDay: 2 } });
    const path = `models/${FREE.version.id}`;
    const statuses = [await own(counted, path), await own(counted, 'models/x'), await own(counted, path)];
    expect(statuses.map(({ status }) => status)).toEqual([307, 400, 429]);
    expect(statuses[2]?.headers.get('retry-after')).toBeNull();
    expect((await get(counted, path)).status).toBe(401);
  });

  it('chooses the file: by id, by type, by preference, and refuses what contradicts', async () => {
    const emulator = await start();
    const several = find(
      (placed) => plain(placed) && placed.version.files.some((file) => file.metadata.format === 'GGUF'),
    );
    const gguf = several.version.files.find((file) => file.metadata.format === 'GGUF');
    const chosen = async (query: string): Promise<string | undefined> => {
      const { location } = await own(emulator, `models/${several.version.id}?${query}`);
      return location === null ? undefined : new URL(location).pathname.split('/')[4];
    };
    const first = several.version.files[0];
    expect(await chosen('')).toBe(String(first?.id));
    expect(await chosen('fileId=')).toBe(String(first?.id));
    expect(await chosen('format=GGUF')).toBe(String(gguf?.id));
    expect(await chosen('type=Model&format=GGUF&quantType=Q8_0&fp=fp8&size=full')).toBe(String(gguf?.id));
    expect(await chosen(`fileId=${gguf?.id}&format=SafeTensor`)).toBe(String(gguf?.id));
    expect(await chosen('format=ONNX')).toBeUndefined();
    expect(await chosen('quantType=Q2_K')).toBeUndefined();
    expect(await chosen('type=Config')).toBeUndefined();
    expect(await chosen('fileId=1')).toBeUndefined();
  });

  it('cannot find files storage does not know, and nothing may keep that', async () => {
    const emulator = await start({ unresolvableStorage: true });
    const got = await own(emulator, `models/${FREE.version.id}`);
    expect([got.status, got.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
  });

  it('is reachable from a blocked country', async () => {
    expect((await own(await start({ regionBlocked: true }), `models/${FREE.version.id}`)).status).toBe(307);
  });
});
