import { expect } from 'vitest';
import { bodyOf } from './plain-answers.js';
import { acknowledged, type PlainCall, sent, told } from './plain-call.js';

const workflowId = '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33';
const trainingId = 'F5jvdzGnYi';

/** Trainings. */
export const trainingCalls: readonly PlainCall[] = [
  {
    sample: 'training/fine-tune-status',
    place: 'body',
    call: (client) => client.training.status(trainingId),
    expected: told('training/fine-tune-status', {
      trainingId,
      state: 'training_started',
      description: 'Step:1 Training Started, 5 Steps to go : ETA : 30 minutes',
    }),
  },
  {
    sample: 'training/cancel-training',
    place: 'body',
    call: (client) => client.training.cancel(trainingId),
    expected: acknowledged('training/cancel-training', 'training cancelled'),
  },
  {
    sample: 'training/delete-training',
    place: 'body',
    call: (client) => client.training.delete(trainingId),
    expected: acknowledged('training/delete-training', 'model deleted'),
  },
  {
    sample: 'training/finetune-list',
    place: 'body',
    call: (client) => client.training.list(),
    expected: [trainingId],
  },
];

const steps = [
  expect.objectContaining({ name: 'Text to Image' }) as unknown,
  expect.objectContaining({ name: 'Image Upscaler' }) as unknown,
];
const run = { workflowId, executionId: '12345', startedAt: '2026-02-15T10:30:00Z', steps };

/** Workflows: the key in a header. */
export const workflowCalls: readonly PlainCall[] = [
  {
    sample: 'workflows/list',
    place: 'header key',
    call: (client) => client.workflows.list(),
    expected: (bodyOf('workflows/list') as { readonly workflows: unknown }).workflows,
  },
  {
    sample: 'workflows/schema',
    place: 'header key',
    call: (client) => client.workflows.get(workflowId),
    expected: bodyOf('workflows/schema'),
  },
  {
    sample: 'workflows/run-status',
    place: 'header key',
    call: (client) => client.workflows.status(workflowId, 12345),
    expected: told('workflows/run-status', {
      ...run,
      status: 'completed',
      completedAt: '2026-02-15T10:30:15Z',
      executionTimeSeconds: 15.234,
    }),
  },
  {
    sample: 'workflows/run-status.processing',
    place: 'header key',
    call: (client) => client.workflows.status(workflowId, '12345'),
    expected: told('workflows/run-status.processing', { ...run, status: 'running' }),
  },
  {
    sample: 'workflows/run-status.success.failed-run',
    place: 'header key',
    call: (client) => client.workflows.status(workflowId, 12345),
    expected: told('workflows/run-status.success.failed-run', {
      ...run,
      status: 'failed',
      error: 'Image generation failed: Invalid prompt',
      completedAt: '2026-02-15T10:30:05Z',
      executionTimeSeconds: 5.123,
    }),
  },
  {
    sample: 'workflows/cancel',
    place: 'header key',
    call: (client) => client.workflows.cancel(workflowId, 12345),
    expected: acknowledged('workflows/cancel', 'Execution cancelled.'),
  },
];

/** Language models: the key as a bearer token, or in a header of its own. */
export const llmCalls: readonly PlainCall[] = [
  {
    sample: 'llm/chat-completions',
    place: 'header authorization',
    call: (client) => client.llm.chat(sent('llm/chat-completions')),
    expected: bodyOf('llm/chat-completions'),
  },
  {
    sample: 'llm/chat-completions-body-key',
    place: 'header authorization',
    call: (client) => client.llm.chat(sent('llm/chat-completions-body-key')),
    expected: bodyOf('llm/chat-completions-body-key'),
  },
  {
    sample: 'llm/messages',
    place: 'header x-api-key',
    call: (client) => client.llm.messages(sent('llm/messages')),
    expected: bodyOf('llm/messages'),
  },
  {
    sample: 'llm/count-tokens',
    place: 'header x-api-key',
    call: (client) => client.llm.countTokens(sent('llm/count-tokens')),
    expected: { input_tokens: 15 },
  },
  {
    sample: 'llm/models',
    place: 'header x-api-key',
    call: (client) => client.llm.models(),
    expected: (bodyOf('llm/models') as { readonly data: unknown }).data,
  },
  {
    sample: 'chat_legacy/uncensored-chat',
    place: 'body',
    call: (client) => client.llm.uncensoredChat(sent('chat_legacy/uncensored-chat')),
    expected: {
      text: 'The moon gave a pull to the sea...',
      meta: (bodyOf('chat_legacy/uncensored-chat') as { readonly meta: unknown }).meta,
    },
  },
  {
    sample: 'chat_legacy/chat-completions',
    place: 'header authorization',
    call: (client) => client.llm.uncensoredCompletion(sent('chat_legacy/chat-completions')),
    expected: bodyOf('chat_legacy/chat-completions'),
  },
];

/** Enterprise: with its own key. */
export const enterpriseCalls: readonly PlainCall[] = [
  {
    sample: 'enterprise/system-details',
    place: 'body, enterprise',
    call: (client) => client.enterpriseServers.systemDetails('flux'),
    expected: told('enterprise/system-details', { status: 'ok', modelCount: 0, queueTime: 0 }),
  },
  {
    sample: 'enterprise/restart-server',
    place: 'body, enterprise',
    call: (client) => client.enterpriseServers.restartServer('flux'),
    expected: acknowledged('enterprise/restart-server', 'server restarting'),
  },
  {
    sample: 'enterprise/clear-queue',
    place: 'body, enterprise',
    call: (client) => client.enterpriseServers.clearQueue('flux'),
    expected: acknowledged('enterprise/clear-queue', 'Queue cleared, server is restarting'),
  },
  {
    sample: 'enterprise/update-s3',
    place: 'body, enterprise',
    call: (client) => client.enterpriseServers.updateS3(sent('enterprise/update-s3')),
    expected: acknowledged('enterprise/update-s3', 'S3 details updated'),
  },
];

/** The `data` of a sample of the control plane. */
function dataOf(sample: string): unknown {
  return (bodyOf(sample) as { readonly data: unknown }).data;
}

/** The control plane: with a login token, apart from signing in. */
export const agentCalls: readonly PlainCall[] = [
  {
    sample: 'agents/login',
    place: 'none',
    call: async (client) => {
      const { accessToken, raw, ...login } = await client.agents.login(sent('agents/login'));
      return { ...login, token: accessToken.reveal(), covered: String(raw['access_token']) };
    },
    expected: {
      token: '123|sanctum-test-token',
      covered: '[redacted]',
      tokenExpiry: '1_month',
      expiresAt: '2026-03-21T09:30:00Z',
      user: { id: 123, name: 'Agent', email: 'agent@example.com', username: 'agent', verified: true },
    },
  },
  {
    sample: 'agents/me',
    place: 'header authorization',
    call: (client) => client.agents.me(),
    expected: dataOf('agents/me'),
  },
  {
    sample: 'agents/api-keys',
    place: 'header authorization',
    call: (client) => client.agents.apiKeys(),
    expected: [{ id: 7, name: 'Production', notes: 'orchestrator' }],
  },
  {
    sample: 'agents/usage-summary',
    place: 'header authorization',
    call: (client) => client.agents.call('usage.summary'),
    expected: { total_calls: 10, credits_used: 3.2 },
  },
  {
    sample: 'agents/models',
    place: 'header authorization',
    call: (client) => client.agents.models({ feature: 'imagen', search: 'flux', per_page: 20 }),
    expected: dataOf('agents/models'),
  },
  {
    sample: 'agents/wallet-balance',
    place: 'header authorization',
    call: (client) => client.agents.walletBalance(),
    expected: { balance: 75.5, currency: 'USD' },
  },
  {
    sample: 'agents/wallet-fund',
    place: 'header authorization',
    call: (client) => client.agents.fundWallet({ amount: 25, payment_method_id: 'pm_1Xyz' }),
    expected: { message: 'Wallet funded.' },
  },
  {
    sample: 'agents/wallet-transactions',
    place: 'header authorization',
    call: (client) => client.agents.call('wallet.transactions', { type: 'credit', limit: 20, offset: 0 }),
    expected: dataOf('agents/wallet-transactions'),
  },
  {
    sample: 'agents/stripe-config',
    place: 'header authorization',
    call: (client) => client.agents.call('billing.stripeConfig'),
    expected: bodyOf('agents/stripe-config'),
  },
  {
    sample: 'agents/subscription-plans',
    place: 'header authorization',
    call: (client) => client.agents.call('subscriptions.plans'),
    expected: dataOf('agents/subscription-plans'),
  },
];
