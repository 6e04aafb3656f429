import { privateHost } from '../private-host.js';
import { listItems } from '../read-json.js';
import type { Walk } from '../walk.js';

/** The server posts to HTTPS addresses only. The address is not repeated: it may carry a secret. */
export function checkCallbackAddress(walk: Walk, url: unknown): boolean {
  if (typeof url !== 'string') return false;
  if (!URL.canParse(url)) {
    walk.error('bad_format', 'The address of a callback is an absolute URL such as https://example.com/civitai.');
    return true;
  }
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') {
    const scheme = /^(?:http|wss?|ftp|file):$/.test(protocol) ? ` and not over ${protocol}` : '';
    walk.error('insecure_callback', `The server posts over https:${scheme}. Use a public HTTPS address.`);
  } else if (privateHost.test(hostname)) {
    const message =
      'This address is on your own machine or network, where the server cannot post. Use a public one, or a tunnel.';
    walk.warn('unreachable_callback', message);
  }
  return true;
}

/** Without an event, nothing is ever posted. */
export function checkCallbackEvents(walk: Walk, events: unknown): boolean {
  if (listItems(events)?.length !== 0) return false;
  walk.warn('wrong_count', 'No event is named, so nothing is ever posted. Name some, such as workflow:succeeded.');
  return true;
}
