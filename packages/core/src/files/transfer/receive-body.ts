import { DownloadError } from '../../errors/download-error.js';
import { sniffedBytes } from '../formats/sniff-format.js';
import { contradictionOf, refuseText } from './content-check.js';
import type { RangeAnswer } from './open-range.js';
import type { PartState } from './part-state.js';
import { RangeWriter } from './range-writer.js';
import type { ActiveRange } from './ranges.js';
import { SpeedFloor } from './speed-floor.js';
import type { TransferJob } from './transfer-job.js';
import { bestHash } from './verify-part.js';

/** What is told while a body arrives. */
export interface Receiving {
  /** Bytes have come. */
  readonly onReceived: () => void;
  /** Bytes are on the disk. */
  readonly onWritten: () => void;
  /** It was fast enough for a while. */
  readonly onSteady: () => void;
  readonly signal: AbortSignal;
}

/**
 * Writes a body into its range. Whatever ends it, all that arrived is written down.
 *
 * @throws what the body throws; DownloadError for what cannot be written, is not the file, or ends too early
 */
export async function receiveBody(
  job: TransferJob,
  state: PartState,
  range: ActiveRange,
  { answer, bodyBytes, kind }: RangeAnswer,
  { onReceived, onSteady, onWritten, signal }: Receiving,
): Promise<void> {
  const { floor, rate } = job.settings;
  const speed = new SpeedFloor(floor, onSteady);
  const startedAt = range.next;
  let position = startedAt;
  const writer = new RangeWriter(state.handle, job.paths.target, position, (count) => {
    range.next = Math.min(range.next + count, range.end ?? Number.POSITIVE_INFINITY);
    state.written(count);
    onWritten();
  });
  try {
    for await (const bytes of withCheckedHead(answer.body, job, position, speed)) {
      // Somebody else may have taken over the tail meanwhile.
      const room = (range.end ?? Number.POSITIVE_INFINITY) - position;
      if (room <= 0) break;
      const piece = bytes.byteLength > room ? bytes.subarray(0, room) : bytes;
      const turn = rate?.take(piece.byteLength, signal);
      if (turn !== undefined) await turn;
      position += piece.byteLength;
      const written = writer.push(piece);
      if (written !== undefined) await written;
      onReceived();
    }
  } finally {
    answer.cancel();
    await writer.flush();
  }
  if (range.end === undefined && bodyBytes === undefined && (kind === 'whole' || startedAt > 0)) {
    // It came in pieces without a length, and ended in good order.
    if (position > 0) state.ranges.setTotal(position);
  }
  if (range.next !== range.end) throw tooShort(job.paths.target, state);
}

/** The same pieces, after the first bytes of the file have been looked at; as long as they come fast enough. */
async function* withCheckedHead(
  body: AsyncIterable<Uint8Array>,
  job: TransferJob,
  position: number,
  speed: SpeedFloor,
): AsyncGenerator<Uint8Array> {
  const { clock } = job.access.pipeline;
  let askedAt = clock.now();
  let head: Uint8Array | undefined = position === 0 ? new Uint8Array() : undefined;
  for await (const bytes of body) {
    speed.received(bytes.byteLength, clock.now() - askedAt);
    if (head === undefined) {
      yield bytes;
      askedAt = clock.now();
      continue;
    }
    askedAt = clock.now();
    head = head.byteLength === 0 ? bytes : Buffer.concat([head, bytes]);
    if (head.byteLength < sniffedBytes) continue;
    checkHead(head, job);
    yield head;
    head = undefined;
    askedAt = clock.now();
  }
  if (head === undefined || head.byteLength === 0) return;
  checkHead(head, job);
  yield head;
}

function checkHead(head: Uint8Array, { emit, expected, verify }: TransferJob): void {
  const first = head.subarray(0, sniffedBytes);
  refuseText(first, expected.fileName);
  const contradiction = contradictionOf(first, expected.fileName);
  if (contradiction === undefined) return;
  if (verify.how === 'hash' && bestHash(expected.hashes) !== undefined) {
    emit({
      type: 'notice',
      code: 'content_differs',
      message: `The name is ${expected.fileName}, but ${contradiction}. Its hash decides whether it is the published one.`,
    });
    return;
  }
  throw new DownloadError(
    `The name is ${expected.fileName}, but ${contradiction}, and there is no hash to show that it is the published file. ` +
      'Nothing of it was saved; report it to its creator.',
    { code: 'wrong_content' },
  );
}

function tooShort(path: string, { ranges }: PartState): DownloadError {
  const { doneBytes, totalBytes } = ranges;
  return new DownloadError(
    `${path}: the connection ended after ${doneBytes} bytes${totalBytes === undefined ? '' : ` of ${totalBytes}`}. ` +
      'They are kept; the same call goes on from there.',
    {
      code: 'incomplete_download',
      retryable: true,
      details: { path, expectedBytes: totalBytes, writtenBytes: doneBytes },
    },
  );
}
