import { fileURLToPath } from 'node:url';
import { createCivitaiClient, isCivitaiError } from '@civitkit/core/client';
import { createDownloader, parseSources } from '@civitkit/core/files';
import { downloadAll } from './download-all.js';

const here = fileURLToPath(new URL('..', import.meta.url));
const [list = `${here}models.txt`, directory = `${here}models`] = process.argv.slice(2);

// Ctrl-C keeps what has arrived; the next run goes on from there.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopping.abort());
try {
  const sources = await parseSources(`@${list}`);
  using civitai = createCivitaiClient();
  const downloader = createDownloader(civitai, { maxConcurrentFiles: 2 });
  const complete = await downloadAll(downloader, sources, { directory, signal: stopping.signal });
  process.exitCode = complete ? 0 : 1;
} catch (error) {
  if (!isCivitaiError(error) && !stopping.signal.aborted) throw error;
  console.error(isCivitaiError(error) ? `${error.message} [${error.code}]` : 'Stopped; run it again to go on.');
  process.exitCode = stopping.signal.aborted ? 130 : 1;
}
