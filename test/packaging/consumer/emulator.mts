// The emulator, as another project's tests would use it.
import { createCivitaiClient } from '@civitkit/core/client';
import { type RecordedRequest, startEmulator } from 'civitkit/emulator';

// oxlint-disable-next-line typescript/await-thenable -- the linter does not know this project's `lib`
await using emulator = await startEmulator({ modelCount: 5, imageCount: 5 });
using civitai = createCivitaiClient({ baseUrl: emulator.siteUrl, apiKey: emulator.apiKey });
const { username } = await civitai.me.get();
const requests: readonly RecordedRequest[] = emulator.requests;
console.log(typeof username, requests.length);
