import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelsLabOutput } from '@civitkit/sdk/modelslab/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type LoopbackServer,
  type Responder,
  reset,
  startLoopback,
  text,
} from '../../../../test/support/loopback-server.js';
import { canary, errorOf, success, useModelsLab } from './job-support.js';

const served = useModelsLab();
/** A whole PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder = '';
let assets: LoopbackServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'civitkit-outputs-'));
});
afterEach(async () => {
  await assets?.close();
  assets = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A host of outputs, which is not that of the API; and an output there. */
async function hosted(answer: Responder, name = 'a.png'): Promise<Extract<ModelsLabOutput, { kind: 'url' }>> {
  assets = await startLoopback(answer);
  const encoded = name.endsWith('.base64');
  return {
    kind: 'url',
    url: `${assets.origin}/generations/${name}`,
    fileName: encoded ? name.slice(0, -7) : name,
    role: 'output',
    ...(encoded ? { encoding: 'base64' } : {}),
  };
}

describe('an output', () => {
  it('is fetched without the key, wherever it lies', async () => {
    const output = await hosted(text(png, 'image/png'));
    const client = await served.serve(success());
    expect(Buffer.from(await client.outputs.bytes(output))).toEqual(png);
    expect(Buffer.from(await client.outputs.bytes(output.url))).toEqual(png);
    for (const exchange of assets?.exchanges ?? []) expect(JSON.stringify(exchange)).not.toContain(canary);
    expect(assets?.exchanges.map(({ method, body }) => [method, body])).toEqual([
      ['GET', ''],
      ['GET', ''],
    ]);
  });

  it('is fetched without the key at the API’s own host, too', async () => {
    const client = await served.serve(text(png, 'image/png'));
    expect(await client.outputs.bytes(`${served.server.origin}/api/outputs/a.png`)).toHaveLength(png.length);
    expect(JSON.stringify(served.server.exchanges)).not.toContain(canary);
  });

  it('is opened piece by piece, with what its host says of it', async () => {
    const output = await hosted(text(png, 'image/png'));
    const client = await served.serve(success());
    const { data, response } = await client.outputs.open(output).withResponse();
    expect([data.headers['content-type'], response.status]).toEqual(['image/png', 200]);
    const pieces: Uint8Array[] = [];
    for await (const piece of data.body) pieces.push(piece);
    expect(Buffer.concat(pieces)).toEqual(png);
  });

  it('is followed to another host, without the key', async () => {
    await using mirror = await startLoopback(text(png, 'image/png'));
    const output = await hosted(
      (_, response) => void response.writeHead(302, { location: `${mirror.origin}/b.png` }).end(),
    );
    const client = await served.serve(success());
    expect(await client.outputs.bytes(output)).toHaveLength(png.length);
    expect(JSON.stringify(mirror.exchanges)).not.toContain(canary);
  });

  it.each([
    ['in circles', '/generations/a.png'],
    ['nowhere', ''],
    ['to a file of this machine', 'file:///etc/passwd'],
  ])('is not followed %s', async (_name, location) => {
    const output = await hosted((_, response) => void response.writeHead(302, { location }).end());
    const client = await served.serve(success());
    expect(await errorOf(client.outputs.bytes(output))).toMatchObject({ code: 'unexpected_redirect' });
    expect(assets?.exchanges.length).toBeLessThan(8);
  });

  it('that is a text or lies in the answer needs nobody', async () => {
    const client = await served.serve(success());
    const base = { fileName: 'a', role: 'output' } as const;
    const said = await client.outputs.bytes({ ...base, kind: 'text', text: 'grün' });
    expect(Buffer.from(said).toString()).toBe('grün');
    const data: ModelsLabOutput = { ...base, kind: 'data', base64: png.toString('base64'), mediaType: 'image/png' };
    expect(Buffer.from(await client.outputs.bytes(data))).toEqual(png);
    expect((await client.outputs.open(data)).headers['content-type']).toBe('image/png');
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('that is longer than memory should be is refused', async () => {
    const output = await hosted(text(png, 'image/png'));
    const client = await served.serve(success());
    expect(await errorOf(client.outputs.bytes(output, { maxBytes: 10 }))).toMatchObject({ code: 'response_too_large' });
    await expect.poll(() => assets?.openSockets.size).toBe(0);
  });

  it.each([undefined, null, {}, 'not an address', 'file:///etc/passwd', { kind: 'url', url: 7 }])(
    'cannot be %j',
    async (output) => {
      const client = await served.serve(success());
      expect(() => client.outputs.open(output as unknown as string)).toThrow(TypeError);
    },
  );
});

describe('a file in base64', () => {
  it.each([
    ['bare', png.toString('base64')],
    ['as a data URI', `data:image/png;base64,${png.toString('base64')}`],
    ['in lines', png.toString('base64').replace(/(.{20})/g, '$1\r\n')],
    ['in quotes', `"${png.toString('base64')}"`],
    ['for URLs, without its end', png.toString('base64url')],
  ])('is decoded: %s', async (_name, encoded) => {
    const output = await hosted(text(encoded, 'text/plain'), 'a.png.base64');
    const client = await served.serve(success());
    expect(Buffer.from(await client.outputs.bytes(output))).toEqual(png);
    expect(Buffer.from(await client.outputs.bytes(output.url))).toEqual(png);
    const { headers } = await client.outputs.open(output);
    expect(headers['content-length']).toBeUndefined();
    expect(headers['content-type']).toBe(encoded.startsWith('data:') ? 'image/png' : 'application/octet-stream');
  });

  it('is decoded although it comes in pieces of any length', async () => {
    const bytes = Buffer.from(Array.from({ length: 3001 }, (_, index) => index % 256));
    const encoded = `data:application/octet-stream;base64,${bytes.toString('base64')}`;
    const output = await hosted(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      for (let at = 0; at < encoded.length; at += 37) {
        response.write(encoded.slice(at, at + 37));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    }, 'a.bin.base64');
    const client = await served.serve(success());
    expect(Buffer.from(await client.outputs.bytes(output))).toEqual(bytes);
  });

  it('that is none is an error, and nothing stays of it', async () => {
    const output = await hosted(text('<html>no such thing</html>', 'text/html'), 'a.png.base64');
    const client = await served.serve(success());
    expect(await errorOf(client.outputs.save(output, folder))).toMatchObject({ name: 'InvalidResponseError' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a link that is no good any more', () => {
  const xml = (code: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>x</Message></Error>`;

  it.each([
    [403, xml('AccessDenied')],
    [404, xml('NoSuchKey')],
    [410, 'gone'],
    [400, xml('ExpiredToken')],
    [404, ''],
  ])('is told with status %i', async (status, body) => {
    const output = await hosted(text(body, 'application/xml', status));
    const client = await served.serve(success());
    const error = await errorOf(client.outputs.open(output));
    expect(error).toMatchObject({ name: 'NotFoundError', code: 'link_expired', status });
    expect(error.message).toMatch(/Save outputs when the job is done/);
  });

  it('is nothing else: a server in trouble, a check of the browser', async () => {
    const client = await served.serve(success());
    const busy = await hosted(text('busy', 'text/plain', 503));
    expect(await errorOf(client.outputs.open(busy, { maxRetries: 0 }))).toMatchObject({ code: 'service_unavailable' });
    await assets?.close();
    const checked = await hosted(text('<html>', 'text/html', 403, { 'cf-mitigated': 'challenge' }));
    expect(await errorOf(client.outputs.open(checked))).toMatchObject({ code: 'forbidden' });
  });
});

describe('saving', () => {
  it('goes into a folder under its own name, with the extension that its content asks for', async () => {
    const client = await served.serve(success());
    const output = await hosted(text(png, 'image/jpeg'), 'a.jpg');
    const { bytes, path, skipped } = await client.outputs.save(output, `${folder}/new/`);
    expect([path, bytes, skipped]).toEqual([join(folder, 'new', 'a.png'), png.length, false]);
    expect(readFileSync(path)).toEqual(png);
    expect((await client.outputs.save(output, folder, { name: 'other' })).path).toBe(join(folder, 'other.png'));
  });

  it('goes to the path that is given, as it is', async () => {
    const client = await served.serve(success());
    const output = await hosted(text(png, 'image/png'));
    const { path } = await client.outputs.save(output, join(folder, 'picture.dat'));
    expect(path).toBe(join(folder, 'picture.dat'));
  });

  it('asks for nothing when there is such a file, unless it may be replaced or named anew', async () => {
    const client = await served.serve(success());
    const output = await hosted(text(png, 'image/png'));
    writeFileSync(join(folder, 'a.png'), 'mine');
    expect(await errorOf(client.outputs.save(output, folder))).toMatchObject({ code: 'file_exists' });
    expect(await client.outputs.save(output, folder, { onConflict: 'skip' })).toMatchObject({
      skipped: true,
      bytes: 4,
    });
    expect(assets?.exchanges).toHaveLength(0);
    const renamed = await client.outputs.save(output, folder, { onConflict: 'rename' });
    expect(renamed.path).toBe(join(folder, 'a (1).png'));
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('mine');
    await client.outputs.save(output, folder, { onConflict: 'overwrite' });
    expect(readFileSync(join(folder, 'a.png'))).toEqual(png);
  });

  it('keeps outputs of the same name apart, also at the same time', async () => {
    const client = await served.serve(success());
    const output = await hosted(text(png, 'image/png'), 'a.jpg');
    const saved = await Promise.all(
      [1, 2, 3, 4].map(() => client.outputs.save(output, folder, { onConflict: 'rename' })),
    );
    expect(new Set(saved.map(({ path }) => path)).size).toBe(4);
    expect(readdirSync(folder).toSorted()).toEqual(['a (1).png', 'a (2).png', 'a (3).png', 'a.png']);
  });

  it.each(['../../escape.png', 'C:\\windows\\x.png', '..', 'nul.png'])('stays in the folder: %s', async (fileName) => {
    const client = await served.serve(success());
    const output = { ...(await hosted(text(png, 'image/png'))), fileName };
    const { path } = await client.outputs.save(output, folder);
    expect(path.startsWith(folder)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('leaves nothing behind when it is cut off, short, or aborted', async () => {
    const client = await served.serve(success());
    const short: Responder = (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '1000' });
      response.write(png);
      setImmediate(() => response.socket?.destroy());
    };
    for (const answer of [short, reset]) {
      const output = await hosted(answer);
      const error = await errorOf(client.outputs.save(output, folder, { maxRetries: 0 }));
      expect(error).toMatchObject({ code: 'connection_failed' });
      await assets?.close();
    }
    const reason = new Error('enough');
    const output = await hosted(text(png, 'image/png'));
    await expect(client.outputs.save(output, folder, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells how far it is', async () => {
    const client = await served.serve(success());
    const seen: number[] = [];
    await client.outputs.save(await hosted(text(png, 'image/png')), folder, {
      onProgress: ({ writtenBytes }) => seen.push(writtenBytes),
    });
    expect(seen.at(-1)).toBe(png.length);
  });
});
