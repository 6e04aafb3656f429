// Downloads beside the programs one would use otherwise: curl and sha256sum for one connection, aria2c for several.
// CIVITKIT_BENCH_BYTES sets the size of the file (default: 2 GB), CIVITKIT_BENCH_FOLDER where files are put.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bytesFrom, withFolder } from './large-files.mjs';
import { hasProgram } from './programs.mjs';
import { contender, interleave, median, printTable, ratio, runNode, runProgram, withServer } from './support.mjs';

const wantedBytes = () => bytesFrom('CIVITKIT_BENCH_BYTES', 2e9);
const mebibyte = 1_048_576;
const memoryLimitBytes = 150e6;
const connections = 8;
const bytesPerSecond = 4 * mebibyte;

/** Calls `work` with a file on a server, and with a folder for it. */
const withFile = (sizeBytes, rate, work) =>
  withFolder(sizeBytes * 1.2 + 64 * mebibyte, (folder) =>
    withServer(
      'download-origin',
      async (line) => {
        const target = join(folder, 'large.safetensors');
        const peaks = [];
        /** Wall time of a whole process in milliseconds; what it leaves is removed after the clock has stopped. */
        const timed = async (run) => {
          try {
            return await run();
          } finally {
            for (const name of [target, `${target}.part`]) rmSync(name, { force: true });
          }
        };
        const { origin, sha256, url } = JSON.parse(line);
        const ours = (segments) =>
          timed(async () => {
            const { ms, output } = await runNode([contender('download'), origin, target, String(segments), sha256]);
            peaks.push(Number(output));
            return ms;
          });
        const theirs = (...command) => timed(async () => (await runProgram(...command)).ms);
        await work({ ours, theirs, target, url, sha256, folder, peaks });
      },
      [sizeBytes, rate].map(String),
    ),
  );

const sizeName = (bytes) => (bytes >= 1e9 ? `${bytes / 1e9} GB` : `${Math.round(bytes / 1e6)} MB`);

/** One connection that is as fast as the machine. */
export async function download() {
  const sizeBytes = wantedBytes();
  const hasCurl = hasProgram('curl');
  // The small one shows that the memory does not grow with the file; its time is that of the start of the process.
  for (const bytes of [sizeBytes / 8, sizeBytes].map(Math.floor)) {
    await withFile(bytes, 0, async ({ ours, theirs, target, url, sha256, peaks }) => {
      const check = `curl -sSfL -o "$1" "$2" && echo "$3  $1" | sha256sum --check --status`;
      const curlOnly = ['curl', '-sSfL', '-o', target, url];
      const contenders = [
        { name: 'ours', run: () => ours(1) },
        ...(hasCurl
          ? [
              { name: 'curl', run: () => theirs('sh', '-c', check, 'sh', target, url, sha256.toLowerCase()) },
              { name: 'curlOnly', run: () => theirs(...curlOnly) },
            ]
          : []),
      ];
      const figures = await interleave(3, contenders);
      const peakBytes = Math.max(...peaks);
      const note = (name) => `${ratio(figures, 'ours', name).toFixed(2)} × for ours`;
      const compared = hasCurl && bytes === sizeBytes;
      printTable(
        `A download of ${sizeName(bytes)} over loopback, with its SHA256; whole processes`,
        'ms',
        [
          {
            name: 'downloader.download',
            value: median(figures.get('ours')),
            note: `at most ${Math.round(peakBytes / 1e6)} MB of memory`,
          },
          ...(hasCurl
            ? [
                { name: 'curl, then sha256sum', value: median(figures.get('curl')), note: note('curl') },
                { name: 'curl alone', value: median(figures.get('curlOnly')), note: note('curlOnly') },
              ]
            : []),
        ],
        {
          met: peakBytes < memoryLimitBytes && (!compared || ratio(figures, 'ours', 'curl') <= 0.85),
          text: compared ? 'at most 0.85 × curl and sha256sum, below 150 MB' : 'below 150 MB',
        },
      );
    });
  }
}

/** A storage that gives each connection a share only. */
export async function segmentedDownload() {
  // A share takes as long as a full-sized file at the rates of a home: start-up is then what it is there, next to nothing.
  const sizeBytes = Math.floor(wantedBytes() / 4);
  const hasAria2 = hasProgram('aria2c', 'aria2');
  await withFile(sizeBytes, bytesPerSecond, async ({ ours, theirs, folder, url, sha256, peaks }) => {
    const options = [`-x${connections}`, `-s${connections}`, '-q', '--file-allocation=none', '--no-conf'];
    const aria2 = ['aria2c', ...options, '-d', folder, '-o', 'large.safetensors'];
    const figures = await interleave(3, [
      { name: 'ours', run: () => ours(connections) },
      ...(hasAria2
        ? [
            { name: 'aria2', run: () => theirs(...aria2, url) },
            { name: 'checked', run: () => theirs(...aria2, `--checksum=sha-256=${sha256.toLowerCase()}`, url) },
          ]
        : []),
    ]);
    const least = (sizeBytes / connections / bytesPerSecond) * 1000;
    const peakBytes = Math.max(...peaks);
    const note = (name) => `${ratio(figures, 'ours', name).toFixed(2)} × for ours`;
    printTable(
      `A download of ${sizeName(sizeBytes)}, ${connections} connections of ${bytesPerSecond / mebibyte} MiB/s; whole processes`,
      'ms',
      [
        { name: 'as fast as the connections are', value: least },
        {
          name: `downloader.download, ${connections} segments, SHA256`,
          value: median(figures.get('ours')),
          note: `at most ${Math.round(peakBytes / 1e6)} MB of memory`,
        },
        ...(hasAria2
          ? [
              {
                name: `aria2c -x${connections} -s${connections}`,
                value: median(figures.get('aria2')),
                note: note('aria2'),
              },
              { name: 'the same with --checksum', value: median(figures.get('checked')), note: note('checked') },
            ]
          : []),
      ],
      {
        met: peakBytes < memoryLimitBytes && (!hasAria2 || ratio(figures, 'ours', 'aria2') <= 1.05),
        text: hasAria2 ? 'at most 1.05 × aria2c, below 150 MB' : 'below 150 MB',
      },
    );
  });
}
