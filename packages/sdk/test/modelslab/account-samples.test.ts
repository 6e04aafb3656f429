import type { ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../test/support/loopback-server.js';
import { canary, enterpriseCanary, useModelsLab } from './job-support.js';
import { answerOf, sampleAnswers } from './plain-answers.js';
import { accountCalls, modelCalls, uploadCalls } from './plain-calls-account.js';
import { agentCalls, enterpriseCalls, llmCalls, trainingCalls, workflowCalls } from './plain-calls-others.js';
import { sampleRequests } from './sample-requests.js';

const served = useModelsLab();
const plainCalls = [
  ...accountCalls,
  ...uploadCalls,
  ...modelCalls,
  ...trainingCalls,
  ...workflowCalls,
  ...llmCalls,
  ...enterpriseCalls,
  ...agentCalls,
];
const agentToken = '123|agent-t0ken-c4na7y-0123456789';
const ids: Readonly<Record<string, string>> = {
  '{workflow_id}': '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33',
  '{execution_id}': '12345',
  '{training_id}': 'F5jvdzGnYi',
};

/** Where an exchange has which secret. */
function places({ body, headers, url }: Exchange): readonly string[] {
  const sent = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
  const found = Object.entries(headers).flatMap(([name, value]) =>
    [canary, enterpriseCanary, agentToken].some((secret) => String(value).includes(secret)) ? [`header ${name}`] : [],
  );
  if (sent['key'] === canary) found.push('body');
  if (sent['key'] === enterpriseCanary) found.push('body, enterprise');
  if (new URL(url, 'http://a.test').searchParams.get('key') === canary) found.push('query');
  return found;
}

function withoutKey({ body, url }: Exchange): { readonly path: string; readonly body: unknown } {
  const target = new URL(url, 'http://a.test');
  target.searchParams.delete('key');
  const { key: _, ...rest } = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
  return { path: `${target.pathname}${target.search}`.replace(/^\/api/, ''), body: rest };
}

describe('every sample of a call that is no job', () => {
  it.each(plainCalls.map((call) => [call.sample, call] as const))(
    '%s is sent as it is shown, and read',
    async (_name, { call, expected, place, sample }) => {
      const client: ModelsLabClient = await served.serve(answerOf(sample), { agentToken });
      await expect(call(client)).resolves.toEqual(expected);
      const [exchange] = served.server.exchanges;
      if (exchange === undefined) throw new Error('nothing was sent');
      const shown = sampleRequests.find((request) => request.sample === sample.replace(/\.[\w.-]+$/, ''));
      const path = Object.entries(ids).reduce((text, [name, id]) => text.replace(name, id), shown?.path ?? '');
      expect(exchange.method).toBe(shown?.method);
      expect(withoutKey(exchange)).toEqual({ path, body: shown?.body });
      expect(places(exchange)).toEqual(place === 'none' ? [] : [place]);
    },
  );

  it('none is left out', () => {
    const tested = new Set(plainCalls.map(({ sample }) => sample));
    // Runs are followed elsewhere, and so are events.
    const elsewhere = /^(?:webhooks\/|workflows\/run$|training\/lora-fine-tune$)/;
    expect(sampleAnswers.filter((name) => !tested.has(name) && !elsewhere.test(name))).toEqual([]);
  });
});
