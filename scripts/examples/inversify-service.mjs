// The report without and with a key, then the HTTP service with two accounts.
export async function scenario({ giveKey, newKey, print, run, secrets, start, visit, emulator }) {
  print('── the report, without a key\n');
  const anonymous = await run('main.js');
  if (anonymous !== 0) return anonymous;

  giveKey();
  print(`\n── the report, with a key in ${secrets}/CIVITAI_API_KEY\n`);
  const identified = await run('main.js');
  if (identified !== 0) return identified;

  print('\n── the service, whose second account has a key of its own\n');
  giveKey(await newKey({ userId: 4001 }), 'Studio__ApiKey');
  const service = await start('serve.js', { env: { Studio__BaseUrl: emulator.siteUrl } });
  for (const path of ['/readyz', '/accounts/shop/me', '/accounts/studio/me', '/accounts/shop/top?count=2']) {
    await visit(service, path);
  }
  return service.stop();
}
