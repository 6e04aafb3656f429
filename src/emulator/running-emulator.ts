import type { NewKey } from './accounts/token-registry.js';
import type { FaultRule } from './faults/fault.js';
import type { ModelsLabControls } from './modelslab/modelslab-controls.js';
import type { OAuthApps } from './oauth/oauth-apps.js';
import type { OrchestrationControls } from './orchestration/orchestration-controls.js';
import type { RecordedRequest } from './request-log.js';

/** What `expireTokens` ends besides access tokens. */
export interface ExpireTokens {
  /** Refresh tokens too, so that only a new authorization helps. */
  readonly refreshTokens?: boolean;
}

/** An emulator that is listening. */
export interface RunningEmulator {
  /** Origin of the emulated site, such as `http://127.0.0.1:41234`; its REST API lies under `/api/v1`. */
  readonly siteUrl: string;
  /** Origin of the OAuth host; its endpoints lie under `/api/auth/oauth`. */
  readonly authUrl: string;
  /** Origin of object storage: where downloads are redirected to and uploads are put. It refuses `Authorization`. */
  readonly storageUrl: string;
  /** Origin of the generation API; it wants a token on nearly every call. */
  readonly orchestrationUrl: string;
  /** Origin of the contents of blobs, under signed URLs. */
  readonly blobsUrl: string;
  /** Where ModelsLab lies, with `/api`: its base address. */
  readonly modelslabUrl: string;
  /** Origin of the files of ModelsLab; it knows no keys. */
  readonly modelslabAssetsUrl: string;
  /** A valid key. */
  readonly apiKey: string;
  /** The same key, under the name that the generation API's configuration has for it. */
  readonly apiToken: string;
  /** The key of ModelsLab. */
  readonly modelslabKey: string;
  /** The key of its enterprise deployments, which the other does not open. */
  readonly modelslabEnterpriseKey: string;
  /** A login token of its control plane (agents). */
  readonly modelslabAgentToken: string;
  /** The token of the partner routes, which belongs into `?token=`. */
  readonly partnerToken: string;
  /** The registered OAuth applications. */
  readonly oauthApps: OAuthApps;
  /** The generation API from the inside: Buzz, workflows, and a hand on their work. */
  readonly orchestration: OrchestrationControls;
  /** ModelsLab from the inside: jobs, money, and what is to go wrong. */
  readonly modelslab: ModelsLabControls;
  /** The last thousand requests to all origins, oldest first; control requests are not among them. */
  readonly requests: readonly RecordedRequest[];
  /** Adds a fault behind the ones there are. */
  addFault(rule: FaultRule): void;
  clearFaults(): void;
  /** Makes another key of the same account valid, and gives it. */
  addKey(key?: NewKey): string;
  /** Ends a key or an access token at once; false when there was no such thing. */
  revokeKey(key: string): boolean;
  /** Lets the user of a device flow agree; false for a code nobody is asked for. */
  approveDevice(userCode: string): boolean;
  /** Lets the user of a device flow refuse. */
  denyDevice(userCode: string): boolean;
  /** Ends every OAuth access token there is, as if its hour were over. */
  expireTokens(options?: ExpireTokens): void;
  /** Every signed URL given out so far has expired, those of blobs too. */
  expireSignedUrls(): void;
  /** Stops listening and ends every open connection of all origins, stalled ones too. May be called again. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
