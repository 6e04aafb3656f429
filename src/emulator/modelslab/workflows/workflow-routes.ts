import { createRateWindows } from '../../http/rate-windows.js';
import { jsonReply } from '../../http/reply.js';
import type { Members, ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { fileOf, runEvent, viewRun } from './view-run.js';
import { type ListedWorkflow, WORKFLOWS } from './workflow-list.js';
import { endRun, isAtWork, type RunParts, startRun, type WorkflowRun } from './workflow-run.js';

const BASE = '/v1/workflows';
const FIRST_RUN = 12_345;
const RUN_CENTS = 3;
const MINUTE_MS = 60_000;

function refuse(status: number, message: string, more: Members = {}): ReturnType<typeof jsonReply> {
  return jsonReply(status, { status: 'error', message, ...more });
}

/** What does not fit the schema of a workflow, as the framework behind the real server says it. */
function mistakesIn({ parameters: schema }: ListedWorkflow, given: Members): Members | undefined {
  const errors = schema.flatMap(({ key, required, type }): [string, string[]][] => {
    const value = given[key];
    if (value === undefined) return required ? [[key, [`The ${key} field is required.`]]] : [];
    return typeof value === type ? [] : [[key, [`The ${key} must be a ${type}.`]]];
  });
  return errors.length === 0 ? undefined : Object.fromEntries(errors);
}

function find({ parameters }: ModelsLabRequest): ListedWorkflow | undefined {
  return WORKFLOWS.find(({ id }) => id === parameters['id']);
}

function unknown(): ReturnType<typeof jsonReply> {
  return refuse(404, 'Workflow not found.');
}

/** Workflows and their runs. Refusals have their status, whatever the other routes do. */
export function createWorkflowRoutes(workshop: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const { assets, baseUrl, gate, media, stepMs, timers, wallet, webhooks, workflowEvents } = workshop;
  const runs = new Map<number, WorkflowRun>();
  const calls = new Map<string, number>();
  const minutes = createRateWindows(MINUTE_MS);
  const parts: RunParts = {
    timers,
    gate,
    stepMs,
    ended: (run) => {
      const name = fileOf(run);
      const { bytes, mediaType } = media.make(name.split('.').at(-1) ?? 'png', name);
      if (run.status === 'completed') assets.add(name, bytes, mediaType);
      const event = runEvent(run, assets, workflowEvents);
      webhooks.deliver('workflow', `run-${run.id}`, run.parameters['webhook'], event);
    },
  };
  const view = ({ parameters: _parameters, steps: _steps, ...workflow }: ListedWorkflow): Members => {
    const when = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-02-15T10:30:00Z' };
    return { ...workflow, call_count: calls.get(workflow.id) ?? 0, last_called_at: null, ...when };
  };
  const findRun = (request: ModelsLabRequest): WorkflowRun | undefined => {
    const run = runs.get(Number(request.parameters['run']));
    return run?.workflow.id === request.parameters['id'] ? run : undefined;
  };

  const run = (request: ModelsLabRequest): unknown => {
    const workflow = find(request);
    if (workflow === undefined) return unknown();
    const errors = mistakesIn(workflow, request.body);
    if (errors !== undefined) return jsonReply(422, { message: 'The given data was invalid.', errors });
    const wait = minutes.take(`${request.credential} ${workflow.id}`, workflow.rate_limit);
    if (wait !== undefined) return refuse(429, 'Too many requests. Please slow down.', { retry_after: wait });
    if (!wallet.pay(RUN_CENTS, 'workflows.run')) return refuse(402, 'Insufficient credits.');
    const id = FIRST_RUN + runs.size;
    calls.set(workflow.id, (calls.get(workflow.id) ?? 0) + 1);
    const pending = { status: 'pending' as const, startedAt: null, completedAt: null };
    const steps = workflow.steps.map((name) => ({ name, ...pending }));
    const begun = { status: 'pending' as const, startedAt: new Date(), completedAt: null };
    const started: WorkflowRun = { id, workflow, parameters: request.body, steps, ...begun };
    runs.set(id, started);
    startRun(started, parts);
    return jsonReply(202, {
      status: 'success',
      message: 'Workflow execution started.',
      execution_id: id,
      workflow_id: workflow.id,
      status_url: `${baseUrl}${BASE}/${workflow.id}/runs/${id}`,
      webhook_url: request.body['webhook'] ?? null,
    });
  };
  const cancel = (request: ModelsLabRequest): unknown => {
    const found = findRun(request);
    if (found === undefined) return refuse(404, 'Execution not found.');
    if (!isAtWork(found)) return refuse(422, 'Execution has already finished.');
    endRun(found, 'cancelled', parts);
    return { status: 'success', message: 'Execution cancelled.' };
  };
  const schema = (request: ModelsLabRequest): unknown => {
    const workflow = find(request);
    if (workflow === undefined) return unknown();
    const { description, id, name, parameters, rate_limit } = workflow;
    const endpoints = { run: `${baseUrl}${BASE}/${id}/run`, status: `${baseUrl}${BASE}/${id}/runs/{id}` };
    const shown = { id, name, description, rate_limit, webhook_url: null };
    return { status: 'success', workflow: shown, parameters, endpoints };
  };
  const key = 'header';
  const status = (request: ModelsLabRequest): unknown => {
    const found = findRun(request);
    return found === undefined ? refuse(404, 'Execution not found.') : viewRun(found, assets);
  };
  return [
    simpleRoute('GET', BASE, { key, answer: () => ({ status: 'success', workflows: WORKFLOWS.map(view) }) }),
    simpleRoute('GET', `${BASE}/:id`, { key, answer: schema }),
    { ...simpleRoute('POST', `${BASE}/:id/run`, { key, answer: run }), kind: 'submit' },
    { ...simpleRoute('GET', `${BASE}/:id/runs/:run`, { key, answer: status }), kind: 'poll' },
    simpleRoute('POST', `${BASE}/:id/runs/:run/cancel`, { key, answer: cancel }),
  ];
}
