import type { WorkflowTemplate } from '@civitkit/sdk/client';
import { json, type Responder } from '../../../../test/support/loopback-server.js';

/** A template with one step. */
export const template: WorkflowTemplate = { steps: [{ $type: 'echo', input: { message: 'hello' } }] };

/** A workflow as the server writes it. */
export function workflow(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: '0-0001',
    createdAt: '2026-11-21T10:00:00.1234567Z',
    metadata: {},
    status: 'unassigned',
    tags: [],
    arguments: {},
    steps: [{ $type: 'echo', name: '$0', priority: 'normal', status: 'unassigned', metadata: {}, input: {} }],
    callbacks: [],
    tips: { civitai: 0, creators: 0 },
    cost: { base: 8, factors: { size: 1.5 }, fixed: {}, tips: { civitai: 0, creators: 0 }, fees: {}, total: 12 },
    upgradeMode: 'manual',
    currencies: ['blue', 'yellow'],
    forceRefunded: false,
    ...change,
  };
}

/** An answer to a preview. */
export function estimate(total: number, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return workflow({ id: null, cost: { base: total, tips: { civitai: 0, creators: 0 }, total }, ...change });
}

/** Answers with nothing. */
export const noContent: Responder = (_, response) => {
  response.writeHead(204).end();
};

/** Answers as the API does when something is wrong. */
export function problem(status: number, members: Readonly<Record<string, unknown>> = {}): Responder {
  return json({ type: 'about:blank', title: 'Something is wrong', status, ...members }, status, {
    'content-type': 'application/problem+json',
  });
}
