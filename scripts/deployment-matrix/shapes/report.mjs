/** Asks once, and prints what the matrix wants to know. */
export async function report(civitai, configuration) {
  await civitai.models.get(1);
  const key = configuration.explain().find(({ secret }) => secret);
  const explained = key.source === 'default' ? undefined : key.source;
  console.log(JSON.stringify({ environment: configuration.environmentName, explained }));
}
