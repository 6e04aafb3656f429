import { Secret } from '@civitkit/core/client';
import type { EnterpriseProduct } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { asked, canary, enterpriseCanary, errorOf, sent, useModelsLab } from './job-support.js';
import { sampleRequests } from './sample-requests.js';

const served = useModelsLab();
const done = json({ status: 'success', message: 'done' });

describe('the servers of a product', () => {
  const products: readonly (readonly [EnterpriseProduct, string, object])[] = [
    ['images', '', {}],
    ['flux', '/flux', {}],
    ['flux_2_dev', '/flux', { deploy_type: 'flux_2_dev' }],
    ['super-resolution', '/super-resolution', {}],
    ['something_new', '/something_new', {}],
  ];

  it.each(products)('%s', async (product, path, parameters) => {
    const client = await served.serve(done);
    await client.enterpriseServers.systemDetails(product);
    await client.enterpriseServers.restartServer(product);
    await client.enterpriseServers.updateServer(product);
    await client.enterpriseServers.clearCache(product);
    await client.enterpriseServers.clearQueue(product);
    expect(asked(served.server)).toEqual(
      ['system_details', 'restart_server', 'update_server', 'clear_cache', 'clear_queue'].map(
        (action) => `POST /api/v1/enterprise${path}/${action}`,
      ),
    );
    for (const ordinal of served.server.exchanges.keys()) {
      expect(sent(served.server, ordinal)).toEqual({ key: enterpriseCanary, ...parameters });
    }
  });

  it('tells what it does under another name', async () => {
    const client = await served.serve(json({ status: 'success', server_status: 'restarting' }));
    expect(await client.enterpriseServers.restartServer('face_gen')).toMatchObject({ message: 'restarting' });
  });

  it('are restarted once, and asked again', async () => {
    const client = await served.serve([reset, reset, json({ status: 'ok', model_count: '2' })]);
    await errorOf(client.enterpriseServers.restartServer('flux'));
    expect(served.server.exchanges).toHaveLength(1);
    expect(await client.enterpriseServers.systemDetails('flux')).toMatchObject({ status: 'ok', modelCount: 2 });
  });
});

describe('the key', () => {
  it('is the API key where there is no other', async () => {
    const client = await served.serve(done, { enterpriseKey: null });
    await client.enterpriseServers.clearCache('flux');
    expect(sent(served.server, 0)).toEqual({ key: canary });
  });

  it('that was refused is told by its own name', async () => {
    const client = await served.serve(json({ status: 'error', message: 'Invalid API key', error_code: 'E401' }, 401));
    const error = await errorOf(client.enterpriseServers.systemDetails('3d'));
    expect(error).toMatchObject({ name: 'AuthenticationError', details: { serverCode: 'E401' } });
    expect(error.message).toContain('MODELSLAB_ENTERPRISE_KEY');
  });
});

describe('further secrets', () => {
  const bucket = {
    ...(sampleRequests.find(({ sample }) => sample === 'enterprise/update-s3')?.body as {
      public_url: string;
      region_name: string;
      endpoint_url: string;
      image_directory: string;
    }),
    aws_access_key_id: 'AKIA-C4NA7Y-0123456789',
    aws_secret_access_key: new Secret('aws-secret-c4na7y-0123456789'),
  };

  it('of a bucket go into the body, and are masked wherever they come back', async () => {
    const echo = 'AKIA-C4NA7Y-0123456789 with aws-secret-c4na7y-0123456789 was refused';
    const client = await served.serve([done, json({ status: 'error', message: echo }, 400), json([echo])]);
    await client.enterpriseServers.updateS3(bucket);
    expect(sent(served.server, 0)).toMatchObject({
      key: enterpriseCanary,
      aws_access_key_id: 'AKIA-C4NA7Y-0123456789',
      aws_secret_access_key: 'aws-secret-c4na7y-0123456789',
    });
    for (let count = 0; count < 2; count += 1) {
      const error = await errorOf(client.enterpriseServers.updateS3(bucket));
      expect(`${error.message} ${String(error['body'])}`).not.toMatch(/c4na7y/i);
    }
  });

  it('of copying models are no less', async () => {
    const client = await served.serve([done, json({ status: 'error', message: 'sync-c4na7y-01 is wrong' })]);
    await client.enterpriseServers.syncModels('sync-c4na7y-01');
    expect(sent(served.server, 0)).toEqual({ key: enterpriseCanary, sync_key: 'sync-c4na7y-01' });
    const error = await errorOf(client.enterpriseServers.syncModels(new Secret('sync-c4na7y-01')));
    expect(error.message).toContain('[redacted] is wrong');
  });

  it('that are none are told by their kind', async () => {
    const client = await served.serve(done);
    expect(() => client.enterpriseServers.syncModels(7 as never)).toThrow('sync_key must be a text or a Secret');
  });
});

describe('calls by their names', () => {
  it('spell flags as the server wants them', async () => {
    const client = await served.serve(json({ status: 'success', message: 'loading' }));
    const answer = await client.enterpriseServers.call('enterprise.images.loadModel', {
      url: 'https://a.test/m.safetensors',
      model_id: 'm',
      model_type: 'custom_ckpt',
      from_safetensors: true,
    });
    expect(answer).toEqual({ status: 'success', message: 'loading' });
    expect(asked(served.server)).toEqual(['POST /api/v1/enterprise/load_model']);
    expect(sent(served.server, 0)).toMatchObject({ key: enterpriseCanary, from_safetensors: 'yes' });
  });

  it('are no others', async () => {
    const client = await served.serve(done);
    for (const name of ['enterprise.images.loadMode', 'enterprise', 'toString.call']) {
      expect(() => client.enterpriseServers.call(name as never, {} as never)).toThrow(`there is no call "${name}"`);
    }
  });

  it('lists come bare or not', async () => {
    const client = await served.serve([json([{ model_id: 'a' }]), json({ status: 'success', data: ['DDIM'] })]);
    expect(await client.enterpriseServers.models()).toEqual([{ model_id: 'a' }]);
    expect(await client.enterpriseServers.schedulers()).toEqual(['DDIM']);
    await client.enterpriseServers.resetS3({ deploy_type: 'text_to_image' });
    expect(asked(served.server)).toEqual(
      ['get_all_models', 'schedulers_list', 'reset_s3'].map((path) => `POST /api/v1/enterprise/${path}`),
    );
  });
});
