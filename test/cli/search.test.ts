import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { outcomeOf, spawnCli } from './run-cli.js';
import { useSite } from './use-site.js';

const site = useSite();

interface Item {
  readonly id: number;
  readonly name: string;
}

function json(text: string): readonly Item[] {
  return JSON.parse(text) as readonly Item[];
}

async function ids(args: readonly string[]): Promise<readonly unknown[]> {
  const { code, stdout } = await site.run([...args, '--ndjson']);
  expect(code).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

async function answer(path: string): Promise<readonly unknown[]> {
  const response = await fetch(`${site.emulator.siteUrl}/api/v1/${path}`);
  return ((await response.json()) as { readonly items: readonly unknown[] }).items;
}

describe('civitkit models search', () => {
  it('prints a table on stdout, and on stderr how to go on', async () => {
    const { code, stderr, stdout } = await site.run(['models', 'search', '--limit', '3']);
    expect(code).toBe(0);
    const [header = '', ...rows] = stdout.trimEnd().split('\n');
    expect(header).toMatch(/^ *Id {2}Name +Type +Base model +Creator +Downloads +Likes$/);
    expect(rows).toHaveLength(3);
    expect(stderr).toMatch(/^There is more: add --cursor '[^']+' to go on, or ask for --all\.\n$/);
  });

  it('prints with --json what the API gives, and nothing else on stdout', async () => {
    const { code, stdout } = await site.run(['models', 'search', '--limit', '5', '--json']);
    expect(code).toBe(0);
    expect(json(stdout)).toEqual(await answer('models?limit=5'));
  });

  it('sends every filter under the name of the API', async () => {
    const args = ['models', 'search', '--types', 'lora', '--types', 'LoCon', '--base-models', 'SDXL 1.0', '--nsfw'];
    const more = ['--no-primary-file-only', '--archived', '--sort', 'most-downloaded', '--period', 'ALL TIME'];
    const { code } = await site.run([...args, ...more, '--username', 'indigo_smith', '--extra', 'later=1']);
    expect(code).toBe(0);
    const [request] = site.asked();
    const query = new URLSearchParams(request?.query);
    expect([...query]).toEqual([
      ['limit', '20'],
      ['username', 'indigo_smith'],
      ['types', 'LORA'],
      ['types', 'LoCon'],
      ['baseModels', 'SDXL 1.0'],
      ['nsfw', 'true'],
      ['archived', 'true'],
      ['primaryFileOnly', 'false'],
      ['sort', 'Most Downloaded'],
      ['period', 'AllTime'],
      ['later', '1'],
    ]);
  });

  it('searches for the words behind it, or for --query', async () => {
    const words = await site.run(['models', 'search', 'silent', 'garden', '--json']);
    const option = await site.run(['models', 'search', '--query', 'silent garden', '--json']);
    expect(json(words.stdout).length).toBeGreaterThan(0);
    expect(words.stdout).toBe(option.stdout);
    const both = await site.run(['models', 'search', 'silent', '--query', 'garden']);
    expect(both).toMatchObject({ code: 2, stdout: '' });
  });

  it('passes on words that it does not know, and says what the site says', async () => {
    const { code, stderr } = await site.run(['models', 'search', '--sort', 'Newest of All']);
    expect(new URLSearchParams(site.asked()[0]?.query).get('sort')).toBe('Newest of All');
    expect(code).toBe(2);
    expect(stderr).toContain('400');
  });

  it.each([
    [['--limit', '0'], '--limit <number>'],
    [['--limit', 'many'], '--limit <number>'],
    [['--page-size', '1000'], 'limit must be a whole number from 1 to 100'],
    [['--ids', '1.5'], 'It must be a whole number.'],
    [['--tag', ''], 'tag is empty'],
    [['--fields', 'id,,name'], 'It must be names separated by commas'],
    [['--extra', 'nothing'], 'It must be name=value.'],
    [['--json', '--ndjson'], "cannot be used with option '--json'"],
    [['--sorted', 'x'], '(Did you mean --sort?)'],
  ])('%j is a usage error, and nothing is sent', async (args, message) => {
    const { code, stderr, stdout } = await site.run(['models', 'search', ...args]);
    expect(stderr).toContain(message);
    expect({ code, stdout, asked: site.asked() }).toEqual({ code: 2, stdout: '', asked: [] });
  });

  it('chooses members for JSON and for the table, and says which there are not', async () => {
    const fields = ['--limit', '2', '--fields', 'id,creator.username,modelVersions.id,nothing.here'];
    const picked = await site.run(['models', 'search', ...fields, '--json']);
    for (const item of json(picked.stdout)) {
      expect(Object.keys(item)).toEqual(['id', 'creator', 'modelVersions']);
      expect(item).toMatchObject({ creator: { username: expect.any(String) } });
    }
    expect(picked.stderr).toContain('None of what came has the member "nothing.here".');
    const table = await site.run(['models', 'search', ...fields]);
    expect(table.stdout.split('\n')[0]).toMatch(/^id {4}creator\.username {2}modelVersions\.id +nothing\.here$/);
  });

  it('finds nothing without failing', async () => {
    const args = ['models', 'search', '--base-models', 'None of These'];
    expect(await site.run(args)).toMatchObject({ code: 0, stdout: '', stderr: 'Nothing was found.\n' });
    expect((await site.run([...args, '--json'])).stdout).toBe('[]\n');
  });

  it('reads all pages with --all, one line each as they come', async () => {
    const all = await ids(['models', 'search', '--all', '--page-size', '50', '--fields', 'id']);
    expect(new Set(all.map((item) => JSON.stringify(item))).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(200);
    expect(site.asked().length).toBeGreaterThan(4);
    expect(new URLSearchParams(site.asked()[0]?.query).get('limit')).toBe('50');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const args = ['images', 'search', '--all', '--ndjson', '--page-size', '100'];
    const child = spawnCli(site.sandbox, args, { env: site.env });
    const outcome = outcomeOf(child);
    await once(createInterface({ input: child.stdout }), 'line');
    child.stdout.destroy();
    expect(await outcome).toMatchObject({ code: 0, stderr: '' });
    expect(site.asked().length).toBeLessThan(30);
  });
});

describe('every list', () => {
  it.each([
    [['models', 'search'], 'id'],
    [['images', 'search', '--sort', 'newest'], 'id'],
    [['tags', 'search'], 'name'],
    [['creators', 'search'], 'username'],
    [['articles', 'search'], 'id'],
    [['collections', 'search', '--nsfw'], 'id'],
  ])('%j goes on where it ended', async (args, field) => {
    const fields = ['--fields', field, '--limit'];
    const first = await site.run([...args, '--ndjson', ...fields, '3']);
    const [, cursor = ''] = /--cursor '([^']+)'/.exec(first.stderr) ?? [];
    const second = await ids([...args, ...fields, '3', '--cursor', cursor]);
    const both = await ids([...args, ...fields, '6']);
    expect([
      ...first.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
      ...second,
    ]).toEqual(both);
  });

  it('gives no cursor when its last page was cut, for that would leave something out', async () => {
    const { stderr } = await site.run(['models', 'search', '--limit', '7', '--page-size', '5']);
    expect(stderr).toBe('There is more: raise --limit, or ask for --all.\n');
  });

  it('takes maturity levels by name', async () => {
    await site.run(['images', 'search', '--browsing-level', 'PG,PG13']);
    await site.run(['images', 'search', '--nsfw']);
    await site.run(['images', 'search', '--nsfw', 'soft']);
    await site.run(['images', 'search', '--no-nsfw']);
    const sent = site.asked().map(({ query }) => [...new URLSearchParams(query)].slice(1).join('&'));
    expect(sent).toEqual(['browsingLevel,3', 'nsfw,true', 'nsfw,Soft', 'nsfw,false']);
    const wrong = await site.run(['images', 'search', '--browsing-level', 'PG,spicy']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('there is no level "spicy"');
  });

  it('finds users, whose list has no pages', async () => {
    const { code, stdout } = await site.run(['users', 'search', 'fox', '--json', '--fields', 'id,username']);
    expect(code).toBe(0);
    expect(json(stdout)).toHaveLength(5);
    const table = await site.run(['users', 'search', 'fox']);
    expect(table.stdout.split('\n')[0]?.trim()).toBe('Id  Name');
    const nobody = await site.run(['users', 'search', 'zzzzzzzzzz', '--json']);
    expect(nobody).toMatchObject({ code: 0, stdout: '[]\n', stderr: 'Nobody was found.\n' });
  });
});
