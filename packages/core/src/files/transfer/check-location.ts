import { BlockList, isIP } from 'node:net';
import { DownloadError } from '../../errors/download-error.js';
import { isLoopback } from '../../transport/credential.js';

/** Why a download may not be sent there; `undefined` when it may. */
function refusalOf(target: URL, from: URL, allowInsecureHttp: boolean): string | undefined {
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return `not http (${target.protocol})`;
  if (target.username !== '' || target.password !== '') return 'an address with a user name in it';
  const local = isPrivate(target.hostname);
  // A server on this machine or in this network may lead to its neighbours; one on the internet may not lead inside.
  if (local && !isPrivate(from.hostname)) return `an address of a private network (${target.hostname})`;
  if (target.protocol === 'https:') return undefined;
  const unencryptedAlready = from.protocol === 'http:' && (isLoopback(target.hostname) || allowInsecureHttp);
  return unencryptedAlready ? undefined : 'an unencrypted address';
}

/**
 * Checks where a server sends a download.
 *
 * @param from - whoever sends it there
 * @throws DownloadError with code `unsafe_redirect`
 */
export function checkLocation(location: string | undefined, from: string, allowInsecureHttp: boolean): string {
  const source = new URL(from);
  const target = location !== undefined && URL.canParse(location, from) ? new URL(location, from) : undefined;
  const why = target === undefined ? 'nowhere that can be understood' : refusalOf(target, source, allowInsecureHttp);
  if (target !== undefined && location !== undefined && why === undefined) {
    // A complete one is left as it is: it is signed, and URL writes some characters in another way.
    return URL.canParse(location) ? location : target.href;
  }
  throw new DownloadError(
    `The download was sent from ${source.origin} to ${why}, which is not followed. Check BaseUrl and the network; ` +
      'something else than Civitai may be answering.',
    { code: 'unsafe_redirect', details: { from: source.origin } },
  );
}

/** Whether a host lies on this machine or in a network that is not the internet. Names are not looked up. */
export function isPrivate(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const family = isIP(name);
  if (family === 0) return isPrivateName(name);
  // It finds the IPv4 address inside of one of IPv6 as well.
  return privateRanges().check(name, family === 4 ? 'ipv4' : 'ipv6');
}

function isPrivateName(name: string): boolean {
  return !name.includes('.') || /\.(?:localhost|local|internal|lan|home\.arpa)\.?$/.test(name);
}

function privateRanges(): BlockList {
  const list = new BlockList();
  for (const [network, bits] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ] as const) {
    list.addSubnet(network, bits, 'ipv4');
  }
  for (const [network, bits] of [
    ['::', 127],
    ['64:ff9b::', 96],
    ['fc00::', 7],
    ['fe80::', 10],
  ] as const) {
    list.addSubnet(network, bits, 'ipv6');
  }
  return list;
}
