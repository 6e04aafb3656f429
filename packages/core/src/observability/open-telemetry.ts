import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import {
  type Attributes,
  type Counter,
  type Histogram,
  type Meter,
  metrics,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { isCivitaiError } from '../errors/civitai-error.js';
import type { CallEvent, ErrorEvent, ResponseEvent, RetryEvent } from './diagnostics.js';

/** Where spans and metrics go. */
export interface OpenTelemetryOptions {
  /** Default: the global provider's tracer `civitkit`. */
  readonly tracer?: Tracer | undefined;
  /** Default: the global provider's meter `civitkit`. */
  readonly meter?: Meter | undefined;
}

/** The semantic conventions' boundaries for durations of HTTP requests, in seconds. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60];

/**
 * Turns the diagnostics events of every client in the process into OpenTelemetry spans and metrics: one client span for
 * each call (child of the span that is active when the call is made, retries as its events), the histogram
 * `http.client.request.duration` in seconds and the counter `civitkit.client.retries`.
 *
 * Spans are named by operation (`civitai models.get`) and carry neither query values that are not known to be harmless
 * nor headers nor bodies. No trace header is sent to the server.
 *
 * @returns stops it; spans of calls that are still open are ended
 *
 * @example
 * ```ts
 * import { instrumentCivitai } from '@civitkit/core/opentelemetry';
 *
 * const stop = instrumentCivitai();
 * process.once('SIGTERM', stop);
 * ```
 */
export function instrumentCivitai(options: OpenTelemetryOptions = {}): () => void {
  const recorder = new TelemetryRecorder(
    options.tracer ?? trace.getTracer('civitkit'),
    options.meter ?? metrics.getMeter('civitkit'),
  );
  const listeners: readonly (readonly [channel: string, listener: (message: unknown) => void])[] = [
    ['civitkit:request', (message) => recorder.started(message as CallEvent)],
    ['civitkit:retry', (message) => recorder.retried(message as RetryEvent)],
    ['civitkit:response', (message) => recorder.succeeded(message as ResponseEvent)],
    ['civitkit:error', (message) => recorder.failed(message as ErrorEvent)],
  ];
  for (const [channel, listener] of listeners) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of listeners) unsubscribe(channel, listener);
    recorder.stop();
  };
}

/** Keeps the spans of the calls that are under way. */
class TelemetryRecorder {
  readonly #tracer: Tracer;
  readonly #duration: Histogram;
  readonly #retries: Counter;
  readonly #spans = new Map<string, Span>();

  constructor(tracer: Tracer, meter: Meter) {
    this.#tracer = tracer;
    this.#duration = meter.createHistogram('http.client.request.duration', {
      description: 'Duration of calls, repetitions included.',
      unit: 's',
      advice: { explicitBucketBoundaries: durationBuckets },
    });
    this.#retries = meter.createCounter('civitkit.client.retries', { description: 'Attempts that were repeated.' });
  }

  started(call: CallEvent): void {
    // The event is published while the caller's context is active, so the span finds its parent by itself.
    const attributes = { ...attributesOf(call), 'url.full': call.url, 'civitkit.request_id': call.requestId };
    const span = this.#tracer.startSpan(`civitai ${call.operation}`, { kind: SpanKind.CLIENT, attributes });
    this.#spans.set(call.requestId, span);
  }

  retried(event: RetryEvent): void {
    const reason = { 'error.type': event.error.code };
    this.#retries.add(1, { ...attributesOf(event), ...reason });
    const details = { ...reason, 'civitkit.delay_ms': event.delayMs, 'http.request.resend_count': event.attempt };
    this.#spans.get(event.requestId)?.addEvent('retry', details);
  }

  succeeded(event: ResponseEvent): void {
    const outcome = { 'http.response.status_code': event.status };
    this.#finish(event, event.durationMs, outcome, event.attempts);
  }

  failed(event: ErrorEvent): void {
    const { error } = event;
    const known = isCivitaiError(error) ? error : undefined;
    const name = error instanceof Error ? error.name : typeof error;
    const outcome = {
      'error.type': event.cancelled ? 'cancelled' : (known?.code ?? name),
      ...(known?.status === undefined ? {} : { 'http.response.status_code': known.status }),
    };
    const status = { code: SpanStatusCode.ERROR, ...(known === undefined ? {} : { message: known.message }) };
    this.#spans.get(event.requestId)?.setStatus(status);
    this.#finish(event, event.durationMs, outcome, known?.attempts ?? 0);
  }

  stop(): void {
    for (const span of this.#spans.values()) span.end();
    this.#spans.clear();
  }

  #finish(call: CallEvent, durationMs: number, outcome: Attributes, attempts: number): void {
    this.#duration.record(durationMs / 1000, { ...attributesOf(call), ...outcome });
    const span = this.#spans.get(call.requestId);
    this.#spans.delete(call.requestId);
    if (attempts > 1) span?.setAttribute('http.request.resend_count', attempts - 1);
    span?.setAttributes(outcome).end();
  }
}

/** What spans and metrics share; few values each, so that they are fit for metrics. */
function attributesOf(call: CallEvent): Attributes {
  return {
    'civitkit.operation': call.operation,
    'http.request.method': call.method,
    'server.address': new URL(call.url).hostname,
  };
}
