import { type DownloadEvent, type Downloader, failureClassOf, type Source } from '@civitkit/core/files';

interface Order {
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Downloads everything into one folder; gives whether all of it is there. */
export async function downloadAll(
  downloader: Downloader,
  sources: readonly Source[],
  { directory, signal }: Order,
): Promise<boolean> {
  // asks for models and versions, but for no file: each file counts against the account's quota
  const plan = await downloader.plan(sources, { signal });
  const bytes = plan.files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0);
  console.log(`${plan.files.length} files, ${(bytes / 1_000_000).toFixed(2)} MB, into ${directory}`);

  const { files, failed, failures } = await downloader.batch(plan, { directory }, { signal, onEvent: tell });
  for (const { outcome, path, verified } of files) {
    console.log(`${outcome === 'skipped' ? 'there   ' : 'new     '}${path}${verified ? ', hash verified' : ''}`);
  }
  const errors = [...failures, ...failed].map(({ error }) => error);
  for (const error of errors) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`missing  ${message} (${failureClassOf(error)})`);
  }
  return errors.length === 0;
}

function tell(event: DownloadEvent): void {
  const { name } = event.file;
  if (event.type === 'start' && event.resumedFromBytes > 0) {
    console.log(`on      ${name}, from byte ${event.resumedFromBytes}`);
  }
  if (event.type === 'retry') console.log(`again   ${name} in ${event.delayMs} ms (${event.reason})`);
  if (event.type === 'notice') console.log(`note    ${name}: ${event.message}`);
}
