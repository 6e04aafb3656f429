/**
 * What the documents name as it is at Civitai, and what there is of its kind in the emulator's catalogue or on this
 * machine. It is put in its place before the code runs.
 */
const standIns: readonly (readonly [documented: RegExp, here: string])[] = [
  // an SDXL LoRA with its file and its pictures
  [/\b(?:827184|328553)\b/g, '1115'],
  [/\b(?:128713|368189|1234|2514310)\b/g, '20141'],
  [/\b(?:2402203|90001)\b/g, '201410'],
  [/(?<=\bmodels\.get\()1(?=\))/g, '1115'],
  [/(?<=\bdownload )1 2\b/g, '1115 1208'],
  [/(?<=\barticles(?:\.get\(| get ))3001\b/g, '15117'],
  [/\b13B7994FAE\b/g, '976253DB8E'],
  // an SDXL checkpoint
  [/101055@128078/g, '1208@20260'],
  // an address for the callbacks of OAuth, and the applications that the emulator has
  [/new OAuthClient\(\{/g, "new OAuthClient({ authBaseUrl: process.env['AUTH_URL'],"],
  [/clientId: '(?:your-client-id|my-app|my-tool)'/g, "clientId: process.env['OAUTH_CLIENT_ID']"],
  [/'0123456789abcdef0123456789abcdef'/g, "process.env['CIVITAI_API_KEY']"],
  [/'\/home\/me\/[^']*\/([^/']+)'/g, "'$1'"],
  [/'\/(?:srv|opt)\/[^']*'/g, 'process.cwd()'],
  // pictures lie at a host of their own
  [/(?<=--sidecar [\w,]+),preview\b/g, ''],
  // two processes at once, and whatever else runs on this machine
  [/\.listen\(\d{4}/g, '.listen(0'],
];

/** Values of what an example only declares, since an application brings it. */
const declared: Readonly<Record<string, string>> = {
  app: 'const app = { post: () => undefined, addContentTypeParser: () => undefined };',
  orders: 'const orders = { keyOf: async () => undefined, setKey: async () => undefined };',
  readVault: "const readVault = async () => process.env['CIVITAI_API_KEY'];",
  save: 'const save = async () => undefined;',
  sessions: 'const sessions = new Map();',
  tokens: `const tokens = await (async () => {
    using oauth = new OAuthClient({ clientId: 'your-client-id' });
    const device = await oauth.requestDeviceCode();
    console.log(\`type in \${device.userCode}\`);
    return await oauth.waitForDeviceToken(device);
  })();`,
  vault: "const vault = { read: async () => process.env['CIVITAI_API_KEY'], forget: () => undefined };",
};

/** The code of an example as it runs here. */
export function withStandIns(code: string): string {
  const names = Array.from(code.matchAll(/^declare (?:const|function) (\w+)/gm), ([, name = '']) => name);
  const values = names.flatMap((name) => declared[name] ?? []);
  return standIns.reduce((text, [documented, here]) => text.replaceAll(documented, here), [...values, code].join('\n'));
}
