import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCatalogue } from './catalogue/catalogue.js';
import type { FaultRule } from './faults/fault.js';
import { createFaultPlan } from './faults/fault-plan.js';
import { handleRequest } from './handle-request.js';
import { createRequestLog, type RecordedRequest } from './request-log.js';
import type { SiteBehaviour } from './site/site-behaviour.js';
import { createSiteRouter, type SiteRouter } from './site/site-router.js';

export { CATALOGUE_NOW } from './catalogue/catalogue-time.js';
export type { Fault, FaultMatch, FaultRule } from './faults/fault.js';
export type { RecordedRequest } from './request-log.js';
export type { SiteBehaviour } from './site/site-behaviour.js';

/** How to start an emulator. Everything has a default. */
export interface EmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** `127.0.0.1` unless told. */
  readonly host?: string;
  /** The catalogue is a function of the seed and the counts alone; 1 unless told. */
  readonly seed?: number;
  /** 300 unless told. */
  readonly modelCount?: number;
  /** 3000 unless told. */
  readonly imageCount?: number;
  /** The one valid key; derived from the seed unless told. */
  readonly apiKey?: string;
  /** Faults to start with. */
  readonly faults?: readonly FaultRule[];
  readonly behaviour?: SiteBehaviour;
}

/** An emulator that is listening. */
export interface RunningEmulator {
  /** Origin of the emulated site, such as `http://127.0.0.1:41234`; its REST API lies under `/api/v1`. */
  readonly siteUrl: string;
  /** A valid key. */
  readonly apiKey: string;
  /** The last thousand requests, oldest first; control requests are not among them. */
  readonly requests: readonly RecordedRequest[];
  /** Adds a fault behind the ones there are. */
  addFault(rule: FaultRule): void;
  clearFaults(): void;
  /** Stops listening and ends every open connection, stalled ones too. May be called again. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

function deriveKey(seed: number): string {
  return createHash('sha256').update(`api-key:${seed}`).digest('hex').slice(0, 32);
}

/** The origin clients can reach: a wildcard address is not one, and an IPv6 address needs brackets. */
function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} on ${host} is already in use. Stop what is listening there, choose another port, or use port 0 for any free one.`,
      { cause: error },
    );
  }
  return server.address() as AddressInfo;
}

/**
 * Starts a stand-in for the Civitai site API on this machine. It parses, validates, pages and fails as the real server
 * does, over a made-up catalogue that is the same for the same seed.
 *
 * @throws Error when the port is taken.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { host = '127.0.0.1', port = 0, seed = 1, modelCount = 300, imageCount = 3000 } = options;
  const apiKey = options.apiKey ?? deriveKey(seed);
  const plan = createFaultPlan(options.faults ?? []);
  const log = createRequestLog();

  const server = createServer();
  const address = await listen(server, host, port);
  const siteUrl = originOf(host, address.port);
  const catalogue = createCatalogue({ seed, modelCount, imageCount });
  const site: SiteRouter = createSiteRouter({ catalogue, behaviour: options.behaviour ?? {}, siteUrl, apiKey });
  server.on('request', (request, response) => {
    void handleRequest(request, response, { plan, log, site });
  });

  let closed: Promise<unknown> | undefined;
  const close = async (): Promise<void> => {
    if (closed === undefined) {
      closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
    }
    await closed;
  };
  return {
    siteUrl,
    apiKey,
    requests: log.requests,
    addFault: (rule) => plan.add(rule),
    clearFaults: () => plan.clear(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
