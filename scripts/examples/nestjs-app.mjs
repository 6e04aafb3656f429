// Models, a picture that the webhook hears of, health, and the end of the process.
export async function scenario({ giveKey, print, start, visit }) {
  giveKey();
  const service = await start('main.js');
  await visit(service, '/models?count=2');

  const origin = /http:\S+/.exec(await service.line(/listening on http/))[0];
  const ordered = await fetch(`${origin}/pictures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'a lighthouse at dusk' }),
  });
  const text = await ordered.text();
  print(`  POST /pictures  ${ordered.status} ${text}`);
  await service.line(/succeeded \(confirmed\)/);
  await visit(service, `/pictures/${JSON.parse(text).id}`);

  await visit(service, '/health/ready');
  return service.stop();
}
