import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type ContextManager,
  context,
  ROOT_CONTEXT as ROOT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { instrumentCivitai } from '../../src/observability/open-telemetry.js';
import { canary, getThing, raw, testPipeline } from '../support.js';

/** What `@opentelemetry/context-async-hooks` is for applications, in the few lines a test needs. */
class AsyncContextManager implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#storage.getStore() ?? ROOT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    active: Context,
    work: F,
    self?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(active, () => work.call(self, ...args));
  }

  bind<T>(_: Context, target: T): T {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#storage.disable();
    return this;
  }
}

let server: LoopbackServer;
const spans = new InMemorySpanExporter();
const measurements = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
const reader = new PeriodicExportingMetricReader({ exporter: measurements, exportIntervalMillis: 3_600_000 });
const metering = new MeterProvider({ readers: [reader] });
let stop: () => void;

beforeEach(() => {
  spans.reset();
  measurements.reset();
  stop = instrumentCivitai({ tracer: tracing.getTracer('test'), meter: metering.getMeter('test') });
});

afterEach(async () => {
  stop();
  await server.close();
});

async function call(script: Responder | readonly Responder[], signal?: AbortSignal): Promise<void> {
  server = await startLoopback(script);
  const { pipeline, close } = testPipeline(server.origin, {}, { clock: new TestClock(10_000) });
  const query = [
    ['token', canary],
    ['tag', 'anime'],
  ] as const;
  await pipeline
    .send({ ...getThing, query }, raw, signal === undefined ? {} : { signal })
    .asResult()
    .catch(() => undefined);
  close();
}

describe('instrumentCivitai', () => {
  it('makes a client span for each call, with its retries', async () => {
    await call([json({}, 503), json({ id: 1 })]);
    const [span, ...more] = spans.getFinishedSpans();
    expect(more).toHaveLength(0);
    expect(span).toMatchObject({
      name: 'civitai things.get',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        'civitkit.operation': 'things.get',
        'http.request.method': 'GET',
        'http.request.resend_count': 1,
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'url.full': `${server.origin}/api/v1/things/1?token=[redacted]&tag=anime`,
      },
      events: [{ name: 'retry', attributes: { 'error.type': 'service_unavailable', 'http.request.resend_count': 1 } }],
    });
  });

  it('marks a call that fails, without the key', async () => {
    await call(json({ error: `nothing for ${canary}` }, 404));
    const [span] = spans.getFinishedSpans();
    expect(span).toMatchObject({
      status: { code: SpanStatusCode.ERROR, message: expect.stringContaining('nothing for [redacted]') as string },
      attributes: { 'error.type': 'not_found', 'http.response.status_code': 404 },
    });
    expect(JSON.stringify([span?.attributes, span?.status, span?.events])).not.toContain(canary);
  });

  it('marks a call that was cancelled', async () => {
    await call(json({}), AbortSignal.abort({ why: 'enough' }));
    expect(spans.getFinishedSpans()[0]?.attributes['error.type']).toBe('cancelled');
  });

  it('makes the span a child of the active one', async () => {
    context.setGlobalContextManager(new AsyncContextManager());
    const parent = tracing.getTracer('test').startSpan('parent');
    await context.with(trace.setSpan(ROOT, parent), () => call(json({ id: 1 })));
    parent.end();
    context.disable();
    const child = spans.getFinishedSpans().find(({ name }) => name === 'civitai things.get');
    expect(child?.parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
  });

  it('measures durations in seconds and counts retries', async () => {
    await call([json({}, 503), json({ id: 1 })]);
    await reader.forceFlush();
    const recorded = measurements
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics));
    const duration = recorded.find(({ descriptor }) => descriptor.name === 'http.client.request.duration');
    const retries = recorded.find(({ descriptor }) => descriptor.name === 'civitkit.client.retries');
    expect(duration?.descriptor.unit).toBe('s');
    const attributes = duration?.dataPoints.map((point) => point.attributes) ?? [];
    expect(attributes).toContainEqual({
      'civitkit.operation': 'things.get',
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'server.address': '127.0.0.1',
    });
    expect(retries?.dataPoints.some(({ value }) => typeof value === 'number' && value >= 1)).toBe(true);
  });

  it('does nothing after it is stopped', async () => {
    stop();
    await call(json({ id: 1 }));
    expect(spans.getFinishedSpans()).toHaveLength(0);
  });
});
