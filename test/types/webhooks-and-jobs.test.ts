/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import type { WorkflowCallback, WorkflowStepPreparation } from '@civitkit/sdk/client';
import type { LegacyJob } from '@civitkit/sdk/jobs';
import { parseWebhookEvent, type WebhookEvent, webhookCallback } from '@civitkit/sdk/webhooks';
import { describe, expectTypeOf, it } from 'vitest';

describe('types', () => {
  it('of events narrow by kind', () => {
    expectTypeOf(parseWebhookEvent).returns.toEqualTypeOf<WebhookEvent>();
    type Of<K extends WebhookEvent['kind']> = Extract<WebhookEvent, { readonly kind: K }>;
    expectTypeOf<Of<'workflow'>['timestamp']>().toEqualTypeOf<string>();
    expectTypeOf<Of<'step'>['preparation']>().toEqualTypeOf<WorkflowStepPreparation | null | undefined>();
    expectTypeOf<Of<'job'>['reason']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Of<'unlisted'>['whatever']>().toBeUnknown();
    // @ts-expect-error -- which members there are is known once the kind is
    expectTypeOf<WebhookEvent['timestamp']>().toBeString();
  });

  it('of callbacks know the names of events, and let others through', () => {
    expectTypeOf(webhookCallback).returns.toEqualTypeOf<WorkflowCallback>();
    expectTypeOf<'job:preparing'>().toExtend<WorkflowCallback['type'][number]>();
    expectTypeOf<'blob:ready'>().toExtend<WorkflowCallback['type'][number]>();
  });

  it('of jobs find what is missing, and let other values through', () => {
    const params = { prompt: 'a cat', width: 64, height: 64 };
    expectTypeOf({ $type: 'textToImage' as const, model: 'x', params }).toExtend<LegacyJob>();
    expectTypeOf({
      $type: 'textToImage' as const,
      model: 'x',
      params: { ...params, scheduler: 'New' },
    }).toExtend<LegacyJob>();
    expectTypeOf({ $type: 'textToImage' as const, model: 'x', params: { prompt: 'a cat' } }).not.toExtend<LegacyJob>();
    expectTypeOf({ $type: 'textToimage' as const, model: 'x', params }).not.toExtend<LegacyJob>();
  });
});
