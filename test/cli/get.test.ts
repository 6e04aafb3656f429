import { beforeAll, describe, expect, it } from 'vitest';
import { useSite } from './use-site.js';

const site = useSite();

interface Version {
  readonly id: number;
  readonly modelId: number;
  readonly air: string;
  readonly name: string;
  readonly files: readonly { readonly hashes: Readonly<Record<string, string>> }[];
}

let version: Version;

async function answer<T>(path: string): Promise<T> {
  const response = await fetch(`${site.emulator.siteUrl}/api/v1/${path}`);
  return (await response.json()) as T;
}

beforeAll(async () => {
  version = await answer<Version>('model-versions/20004');
});

function hash(name: string): string {
  return version.files[0]?.hashes[name] ?? '';
}

describe('civitkit models get', () => {
  it.each([
    ['models', '1001', 'models/1001'],
    ['versions', '20001', 'model-versions/20001'],
  ])('%s get --json prints what the API gives, and nothing that the client adds', async (noun, id, path) => {
    const response = await fetch(`${site.emulator.siteUrl}/api/v1/${path}`);
    expect(response.status).toBe(200);
    const { code, stdout } = await site.run([noun, 'get', id, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(await response.json());
  });

  it('shows the model with its versions, files and hashes', async () => {
    const { code, stderr, stdout } = await site.run(['models', 'get', '1001']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Model: .* \(1001\)$/m);
    expect(stdout).toContain(`Version 20004: ${version.name} (`);
    expect(stdout).toContain(`    SHA256 ${hash('SHA256')}`);
  });

  it('shows with --description what its creator writes, as Markdown', async () => {
    const plain = await site.run(['models', 'get', '1001']);
    const { stdout } = await site.run(['models', 'get', '1001', '--description']);
    expect(plain.stdout).not.toContain('**HTML**');
    expect(stdout).toMatch(/^An \*\*HTML\*\* description/m);
    const json = await site.run(['models', 'get', '1001', '--json', '--fields', 'descriptionMarkdown']);
    expect(JSON.parse(json.stdout)).toEqual({ descriptionMarkdown: expect.stringContaining('**HTML**') });
  });

  it('finds it by everything that names it', async () => {
    const { siteUrl } = site.emulator;
    const names = [
      '1001',
      'https://civitai.com/models/1001/some-name?modelVersionId=20004',
      'civitai.com/models/1001',
      `${siteUrl}/models/1001`,
      version.air,
      hash('SHA256'),
      hash('AutoV2').toLowerCase(),
      `hash:${hash('CRC32')}`,
      'v:20004',
      'https://civitai.com/api/download/models/20004',
    ];
    for (const name of names) {
      const { stderr, stdout } = await site.run(['models', 'get', name, '--json', '--fields', 'id']);
      expect({ name, stderr, stdout }).toEqual({ name, stderr: '', stdout: '{\n  "id": 1001\n}\n' });
    }
  });

  it('prints with --json what the API gives', async () => {
    const { stdout } = await site.run(['models', 'get', '1001', '--json']);
    expect(JSON.parse(stdout)).toMatchObject(await answer<object>('models/1001'));
  });

  it.each([
    [['nonsense'], 2, 'it is no source'],
    [['https://example.com/models/1001'], 2, 'example.com is not a host of Civitai'],
    [['urn:air:sdxl:lora:huggingface:some/repository'], 2, 'it lies at "huggingface"'],
    [['999999'], 4, 'No model with id 999999'],
    [['ABCDEF0123'], 4, 'Model not found'],
    [['99999999999'], 2, 'is no id of a model'],
  ])('%j is exit code %i', async (args, code, message) => {
    const outcome = await site.run(['models', 'get', ...args, '--json']);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });
});

describe('civitkit versions get', () => {
  it('shows all hashes of its files', async () => {
    const { code, stdout } = await site.run(['versions', 'get', '20004']);
    expect(code).toBe(0);
    expect(stdout).toContain(`AIR: ${version.air}`);
    for (const [name, text] of Object.entries(version.files[0]?.hashes ?? {})) {
      expect(stdout).toContain(`    ${name} ${text}`);
    }
  });

  it('finds it by everything that names it', async () => {
    const names = ['20004', version.air, `1001@20004`, `1001@${version.name}`, hash('SHA256'), hash('AutoV3')];
    for (const name of names) {
      const { stderr, stdout } = await site.run(['versions', 'get', name, '--json', '--fields', 'id,modelId']);
      expect({ name, stderr, stdout }).toEqual({
        name,
        stderr: '',
        stdout: '{\n  "id": 20004,\n  "modelId": 1001\n}\n',
      });
    }
  });

  it('says which versions there are when a model was named', async () => {
    const model = await site.run(['versions', 'get', 'https://civitai.com/models/1001']);
    expect(model).toMatchObject({ code: 2, stdout: '' });
    expect(model.stderr).toContain(`\n  20004 ${version.name}`);
    const wrong = await site.run(['versions', 'get', '1001@v99']);
    expect(wrong.code).toBe(4);
    expect(wrong.stderr).toContain('no version "v99"');
  });
});

describe('the other gets', () => {
  it('show an image of any maturity, and how it was made', async () => {
    const { code, stdout } = await site.run(['images', 'get', '500001']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Image: 500001$/m);
    expect(stdout).toMatch(/^Prompt: .+$/m);
    const byAddress = await site.run(['images', 'get', 'https://civitai.com/images/500001', '--json']);
    expect(JSON.parse(byAddress.stdout)).toMatchObject({ id: 500_001, meta: { prompt: expect.any(String) } });
    expect((await site.run(['images', 'get', '7'])).code).toBe(4);
  });

  it('show a user by name, id and address, and names that are like a wrong one', async () => {
    const names = ['indigo_fox', '@INDIGO_fox', '4055', 'https://civitai.com/user/indigo_fox'];
    for (const name of names) {
      const { stdout } = await site.run(['users', 'get', name]);
      expect({ name, stdout }).toEqual({ name, stdout: expect.stringMatching(/^User: indigo_fox \(4055\)$/m) });
    }
    const wrong = await site.run(['users', 'get', 'indigo_fo']);
    expect(wrong).toMatchObject({ code: 4, stdout: '' });
    expect(wrong.stderr).toContain('indigo_fox');
    expect((await site.run(['users', 'get', '4'])).code).toBe(4);
  });

  it.each(['articles', 'collections'])('show one of the %s', async (noun) => {
    const list = await answer<{ readonly items: readonly { readonly id: number }[] }>(`${noun}?limit=20`);
    const id = list.items[0]?.id;
    const text = await site.run([noun, 'get', String(id)]);
    expect(text.stdout).toContain(`(${id})`);
    const json = await site.run([noun, 'get', `https://civitai.com/${noun}/${id}/some-name`, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject(await answer<object>(`${noun}/${id}`));
    const wrong = await site.run([noun, 'get', 'https://civitai.com/models/1']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect((await site.run([noun, 'get', '1'])).code).toBe(4);
  });

  it('print chosen members for a person', async () => {
    const { stderr, stdout } = await site.run(['models', 'get', '1001', '--fields', 'name,modelVersions.id,no']);
    expect(stdout).toMatch(/^name: .+\nmodelVersions\.id: 20004, 20003, 20002, 20001\n$/);
    expect(stderr).toContain('"no"');
  });
});
