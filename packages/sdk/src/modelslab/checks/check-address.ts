import { describe } from '../../checks/describe.js';
import { privateHost } from '../../checks/private-host.js';
import type { FindingList } from './finding-list.js';

/**
 * An address that the server reads from or posts to. It is not repeated: it may carry a secret.
 *
 * @param takesData - whether the request says that media come as data
 */
export function checkAddress(
  findings: FindingList,
  { name, path, takesData }: { readonly name: string; readonly path: string; readonly takesData: boolean },
  text: string,
): void {
  if (text === '') return;
  if (/^data:/i.test(text)) {
    if (!takesData) {
      const remedy =
        'Upload it first (base64ToUrl) and pass the URL that comes back, or set base64 where there is one.';
      findings.warn(path, 'bad_format', `This is data; a URL is needed. ${remedy}`);
    }
    return;
  }
  if (!URL.canParse(text)) {
    // bare base64 is data as well
    if (takesData) return;
    const remedy = 'The server reads no files of yours: pass an absolute URL such as https://example.com/cat.png.';
    findings.warn(path, 'bad_format', `${describe(text)} is no URL. ${remedy}`);
    return;
  }
  const { hostname, protocol } = new URL(text);
  if (name === 'webhook') checkWebhook(findings, path, { hostname, protocol });
  else if (!/^https?:$/.test(protocol)) {
    findings.warn(path, 'bad_format', 'The server reads from public http: and https: addresses only. Upload it first.');
  } else if (privateHost.test(hostname)) {
    findings.warn(
      path,
      'bad_format',
      'This address is on your own machine or network: the server cannot read it. Upload it first.',
    );
  }
}

function checkWebhook(
  findings: FindingList,
  path: string,
  { hostname, protocol }: { readonly hostname: string; readonly protocol: string },
): void {
  if (protocol !== 'https:') {
    findings.warn(path, 'insecure_callback', 'Webhooks are posted over https: alone. Use a public HTTPS address.');
  } else if (privateHost.test(hostname)) {
    findings.warn(
      path,
      'unreachable_callback',
      'This address is on your own machine or network, where the server cannot post. Use a public one, or a tunnel.',
    );
  }
}
