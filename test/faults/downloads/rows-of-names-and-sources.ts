import { large, small } from './catalogue-files.js';
import { atLink, type DownloadRow, inStorage, kept, ok, refused } from './download-row.js';

const aborted = new DOMException('stopped by the user', 'AbortError');

/** Items 49, 55, 64, 71–74, 78 and 82: names, sources and whoever is in between. */
export const nameRows: readonly DownloadRow[] = [
  {
    item: 49,
    name: 'TLS that is not to be trusted',
    prepare: ({ emulator }) => {
      emulator.addFault(
        atLink({ kind: 'redirect', location: `${emulator.storageUrl.replace('http:', 'https:')}/file` }),
      );
    },
    expected: refused('connection_failed', 'network'),
    links: 1,
  },
  {
    item: 55,
    name: 'a hash in lower case',
    source: large.sha256?.toLowerCase() ?? '',
    expected: ok,
    links: 1,
  },
  ...(['star', 'both', 'utf8raw', 'traversal', 'none'] as const).map(
    (disposition): DownloadRow => ({
      item: disposition === 'traversal' ? 71 : 74,
      name: `the storage tells the name otherwise (${disposition})`,
      what: small,
      emulator: { storage: { disposition } },
      expected: ok,
      links: 1,
    }),
  ),
  {
    item: 78,
    name: 'a source that cannot be understood',
    source: 'https://civitai.com.evil.test/models/1',
    expected: refused('bad_source', 'usage'),
    links: 0,
  },
  {
    item: 82,
    name: 'the site names another host for the download',
    source: `hash:${small.sha256?.slice(0, 10)}`,
    what: small,
    emulator: { behaviour: { hashLinksWithHost: false } },
    expected: ok,
    links: 1,
  },
  {
    item: 64,
    name: 'stopped by the user before anything happens',
    options: { signal: AbortSignal.abort(aborted) },
    expected: { code: 'AbortError', file: 'absent', state: 'none', exit: 130 },
    links: 0,
  },
  stoppedHalfway(),
  {
    item: 45,
    name: 'both: a range is cut, and another is lost, 4 connections',
    downloader: { segments: 4 },
    faults: [inStorage({ kind: 'resetMidBody' }, 3), inStorage({ kind: 'reset' }, 2)],
    expected: ok,
    links: 1,
  },
];

function stoppedHalfway(): DownloadRow {
  const controller = new AbortController();
  return {
    item: 64,
    name: 'stopped by the user in the middle',
    options: { signal: controller.signal },
    halfway: () => controller.abort(aborted),
    expected: { ...kept('AbortError', 'cancelled') },
    links: 1,
  };
}
