// Loaded before a program: no connection leaves this machine.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const lookUp = dns.lookup;
dns.lookup = (hostname, ...rest) => {
  if (/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostname)) return lookUp(hostname, ...rest);
  const refused = Object.assign(new Error(`${hostname} is elsewhere`), { code: 'ENOTFOUND', hostname });
  process.nextTick(rest.at(-1), refused);
  return undefined;
};
syncBuiltinESMExports();
