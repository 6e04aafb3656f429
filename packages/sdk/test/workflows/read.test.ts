import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { useServedClient } from '../support/served-client.js';
import { problem, workflow } from './samples.js';

const served = useServedClient();

describe('get', () => {
  it('asks for the workflow, held until there is news', async () => {
    const { workflows } = await served.serve(json(workflow({ status: 'pondering', brandNew: 1 }), 202));
    const read = await workflows.get('a/b', { waitSeconds: 20, until: 'change', hideMatureContent: false });
    expect(read).toMatchObject({ status: 'pondering', brandNew: 1 });
    expect(served.server.exchanges[0]?.url).toBe(
      '/v2/consumer/workflows/a%2Fb?wait=20&until=change&hideMatureContent=false',
    );
  });

  it('gives a held attempt the time of the hold on top of its own', async () => {
    const clock = new TestClock(0);
    const { workflows } = await served.serve(
      (...call) => {
        clock.advance(29_000);
        return json(workflow())(...call);
      },
      { clock },
      { retry: { attemptTimeoutSeconds: 10, maxRetries: 0 } },
    );
    await expect(workflows.get('w', { waitSeconds: 20 })).resolves.toMatchObject({ id: '0-0001' });
    await expect(workflows.get('w')).rejects.toMatchObject({ code: 'attempt_timeout' });
  });

  it.each([
    ['', 'ValidationError'],
    ['  ', 'ValidationError'],
    ['..', 'ValidationError'],
  ])('refuses the id %j without a request', async (id, name) => {
    const { workflows } = await served.serve(json(workflow()));
    await expect(workflows.get(id)).rejects.toMatchObject({ name, code: 'invalid_argument' });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('throws at once for what is no id and no number of seconds', async () => {
    const { workflows } = await served.serve(json(workflow()));
    expect(() => workflows.get(5 as unknown as string)).toThrow(TypeError);
    expect(() => workflows.get('w', { waitSeconds: -1 })).toThrow(RangeError);
  });

  it('explains a 404', async () => {
    const { workflows } = await served.serve(problem(404));
    const outcome = await workflows.get('w').asResult();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'NotFoundError', code: 'not_found' } });
    expect(outcome.ok ? '' : outcome.error.message).toContain('ephemeral');
  });

  it('refuses unknown members of a workflow, step or job under strict parsing, but not of inputs and outputs', async () => {
    const step = {
      $type: 'echo',
      name: 'a',
      status: 'succeeded',
      metadata: { own: 1 },
      input: { new: 1 },
      output: { new: 1 },
      jobs: [{ id: 'j', status: 'succeeded', cost: 1, extra: 1 }],
      lucky: true,
    };
    const strange = workflow({ steps: [step], mood: 'good', metadata: { mine: { deep: 1 } } });
    const { workflows } = await served.serve(json(strange), {}, { strictJsonParsing: true });
    await expect(workflows.get('w')).rejects.toMatchObject({
      code: 'unmapped_fields',
      details: { fields: ['steps.0.jobs.0.extra', 'steps.0.lucky', 'mood'] },
    });
  });
});

describe('getStep', () => {
  it('asks for one step by its name', async () => {
    const step = { $type: 'echo', name: 'my step', status: 'succeeded', metadata: {}, output: { message: 'x' } };
    const { workflows } = await served.serve(json(step));
    expect(await workflows.getStep('w', 'my step')).toEqual(step);
    expect(served.server.exchanges[0]?.url).toBe('/v2/consumer/workflows/w/steps/my%20step');
  });
});

describe('where', () => {
  it('writes the filters, the same way for the same filters', async () => {
    const { workflows } = await served.serve(json({ items: [], next: null }));
    const query = workflows.where({
      excludeFailed: true,
      tags: ['a', 'b'],
      excludeTags: ['c'],
      query: 'cat & dog',
      fromDate: new Date('2026-11-01T00:00:00Z'),
      toDate: '2026-11-21T00:00:00Z',
      ascending: true,
      hideMatureContent: false,
    });
    expect(query.toQuery()).toBe(
      'tags=a&tags=b&excludeTags=c&query=cat%20%26%20dog&fromDate=2026-11-01T00%3A00%3A00.000Z&' +
        'toDate=2026-11-21T00%3A00%3A00Z&ascending=true&excludeFailed=true&hideMatureContent=false',
    );
    await query.page();
    expect(served.server.exchanges[0]?.url).toBe(`/v2/consumer/workflows?take=100&${query.toQuery()}`);
    expect(Object.isFrozen(query)).toBe(true);
  });

  it('walks by the cursor beside the items', async () => {
    const pages = [
      { items: [workflow({ id: '1' }), workflow({ id: '2' })], next: 'after 2' },
      { items: [], next: 'after nothing' },
      { items: [workflow({ id: '3' })], next: '' },
    ];
    const { workflows } = await served.serve(pages.map((page) => json(page)));
    const ids: unknown[] = [];
    for await (const { id } of workflows.where()) ids.push(id);
    expect(ids).toEqual(['1', '2', '3']);
    expect(served.server.exchanges.map(({ url }) => url.split('?')[1])).toEqual([
      'take=100',
      'take=100&cursor=after%202',
      'take=100&cursor=after%20nothing',
    ]);
  });

  it.each([{}, { next: null }, { next: '' }])('ends with %j', async (end) => {
    const { workflows } = await served.serve(json({ items: [workflow()], ...end }));
    await expect(workflows.where().toArray()).resolves.toHaveLength(1);
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('asks for no more than is taken, and starts where it is told', async () => {
    const { workflows } = await served.serve(json({ items: [workflow(), workflow()], next: 'more' }));
    await expect(workflows.where().from('here').take(2).toArray()).resolves.toHaveLength(2);
    expect(served.server.exchanges.map(({ url }) => url.split('?')[1])).toEqual(['take=2&cursor=here']);
  });

  it('finds that a server goes round in circles', async () => {
    const { workflows } = await served.serve(json({ items: [workflow()], next: 'again' }));
    await expect(workflows.where().toArray()).rejects.toMatchObject({ code: 'repeated_cursor' });
  });

  it('refuses filters that mean nothing, at once', async () => {
    const { workflows } = await served.serve(json({ items: [] }));
    expect(() => workflows.where({ tags: [] })).toThrow(RangeError);
    expect(() => workflows.where({ fromDate: new Date(Number.NaN) })).toThrow(RangeError);
    expect(() => workflows.where({ fromDate: 5 as unknown as string })).toThrow(TypeError);
    expect(() => workflows.where({ tag: 'x' } as object)).toThrow('there is no filter "tag"');
  });

  it('passes further parameters on, and says what a list is under strict parsing', async () => {
    const answer = json({ items: [workflow({ mood: 1 })], next: 'x', total: 5 });
    const { workflows } = await served.serve(answer, {}, { strictJsonParsing: true });
    await expect(workflows.where({ extra: { future: true } }).page()).rejects.toMatchObject({
      code: 'unmapped_fields',
      details: { fields: ['items.0.mood', 'total'] },
    });
    expect(served.server.exchanges[0]?.url).toContain('&future=true');
  });
});

describe('archive', () => {
  it('streams a page of the list as a zip file', async () => {
    const { workflows } = await served.serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/zip' });
      response.end(Buffer.from('PK zip'));
    });
    const { body, headers } = await workflows.archive({ tags: ['a'] }, { limit: 5, cursor: 'here' });
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('PK zip');
    expect(headers['content-type']).toBe('application/zip');
    expect(served.server.exchanges[0]).toMatchObject({
      url: '/v2/consumer/workflows?take=5&cursor=here&tags=a',
      headers: { accept: 'application/zip' },
    });
  });

  it('refuses the list itself, from a server that knows no zip files', async () => {
    const { workflows } = await served.serve(json({ items: [] }));
    await expect(workflows.archive()).rejects.toMatchObject({ code: 'unexpected_content_type', status: 200 });
  });

  it('is asked for again when the connection is lost before the headers', async () => {
    const zip = (_: unknown, response: { end(text: string): void }): void => {
      response.end('PK');
    };
    const { workflows } = await served.serve([reset, zip]);
    const answer = await workflows.archive();
    answer.cancel();
    expect(served.server.exchanges).toHaveLength(2);
    expect(() => workflows.archive({}, { limit: 0 })).toThrow(RangeError);
  });
});
