/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import type {
  AgentApiKey,
  AgentMoneyCallName,
  JobOperation,
  ModelsLabClient,
  ModelsLabConfirmation,
  ModelsLabEvent,
  ModelsLabJob,
  ModelsLabOutput,
  ModelsLabProgress,
  ModelsLabResult,
  ModelsLabTraining,
  ModelsLabWorkflowRun,
  TrainingState,
  WorkflowRunResult,
  WorkflowRunState,
} from '@civitkit/sdk/modelslab/client';
import { expectTypeOf, it } from 'vitest';

declare const client: ModelsLabClient;
declare const operation: JobOperation;

it('a job is awaited for its result and iterated for its progress', () => {
  expectTypeOf<Awaited<ModelsLabJob>>().toEqualTypeOf<ModelsLabResult>();
  expectTypeOf<ModelsLabJob>().toExtend<AsyncIterable<ModelsLabProgress>>();
  expectTypeOf<ModelsLabJob['reference']>().toEqualTypeOf<string | undefined>();
});

it('operations have names with their parameters, or are given whole', () => {
  const byName = (): ModelsLabJob => client.generate('video.text2video', { model_id: 'wan2.2', prompt: 'waves' });
  const byFamily = (): ModelsLabJob =>
    client.video.text2video({ model_id: 'wan2.2', prompt: 'waves' }, { timeoutMs: null });
  const unlisted = (): ModelsLabJob => client.generate(operation, { anything: 1 });
  // @ts-expect-error -- there is no such operation
  const wrongName = (): ModelsLabJob => client.generate('video.text2vidoe', { prompt: 'waves' });
  // @ts-expect-error -- the prompt is a text
  const wrongType = (): ModelsLabJob => client.generate('images.text2img', { model_id: 'flux', prompt: 7 });
  // @ts-expect-error -- the client adds the key
  const withKey = (): ModelsLabJob => client.images.text2img({ model_id: 'flux', prompt: 'waves', key: 'x' });
  expectTypeOf([byName, byFamily, unlisted, wrongName, wrongType, withKey]).items.returns.toEqualTypeOf<ModelsLabJob>();
});

it('outputs are told apart by their kind', () => {
  const shown = (output: ModelsLabOutput): string => {
    switch (output.kind) {
      case 'url':
        return output.url;
      case 'text':
        return output.text;
      case 'data':
        return output.base64;
    }
  };
  expectTypeOf(shown).parameter(0).toEqualTypeOf<ModelsLabOutput>();
});

it('runs and trainings are handles like jobs', () => {
  expectTypeOf<Awaited<ModelsLabWorkflowRun>>().toEqualTypeOf<WorkflowRunResult>();
  expectTypeOf<ModelsLabWorkflowRun>().toExtend<AsyncIterable<WorkflowRunState>>();
  expectTypeOf<Awaited<ModelsLabTraining>>().toEqualTypeOf<TrainingState>();
  expectTypeOf<ModelsLabTraining>().toExtend<AsyncIterable<TrainingState>>();
  expectTypeOf<ModelsLabJob>().not.toHaveProperty('cancel');
});

it('calls of the control plane go by names, and secrets in their answers are covered', () => {
  const key = (): PromiseLike<AgentApiKey> => client.agents.call('apiKeys.create', { name: 'CI' });
  // @ts-expect-error -- there is no such call
  const wrong = (): PromiseLike<unknown> => client.agents.call('wallet.empty');
  expectTypeOf(key).returns.toEqualTypeOf<PromiseLike<AgentApiKey>>();
  expectTypeOf(wrong).returns.toEqualTypeOf<PromiseLike<unknown>>();
  expectTypeOf<'wallet.fund'>().toExtend<AgentMoneyCallName>();
  expectTypeOf<'wallet.balance'>().not.toExtend<AgentMoneyCallName>();
  expectTypeOf<Exclude<AgentApiKey['key'], undefined>>().not.toExtend<string>();
});

it('events and what became of them are told apart by their kind', () => {
  const told = (event: ModelsLabEvent): string => (event.kind === 'workflow' ? event.executionId : event.status);
  const outcome = (confirmation: ModelsLabConfirmation): unknown =>
    confirmation.verdict === 'not_found'
      ? confirmation.error
      : confirmation.kind === 'training'
        ? confirmation.training
        : confirmation.outcome;
  expectTypeOf(told).returns.toEqualTypeOf<string>();
  expectTypeOf(outcome).parameter(0).toEqualTypeOf<ModelsLabConfirmation>();
});
