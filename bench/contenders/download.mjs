// Downloads the file of `download-origin` and checks its SHA256, then prints the peak of its memory in bytes.
import { Configuration, createCivitaiClient } from '@civitkit/core/client';
import { createDownloader } from '@civitkit/core/files';

const [, , origin, target, segments, sha256] = process.argv;
const civitai = createCivitaiClient(
  Configuration.from({ CivitaiApi: { BaseUrl: origin, ApiKey: '0123456789abcdef0123456789abcdef' } }),
);
const downloaded = await createDownloader(civitai, { segments: Number(segments) }).download('v:301', target);
if (!downloaded.verified || downloaded.sha256 !== sha256) throw new Error('not verified');
console.log(process.resourceUsage().maxRSS * 1024);
process.exit(0);
