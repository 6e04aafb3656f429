/** Installs what a consumer needs and takes its steps, up to the first that fails; gives its row of the table. */
export async function checkConsumer(consumer, { workspace, installer, emulator, gate }) {
  const folder = await installer.install(consumer.project).catch((error) => error);
  if (folder instanceof Error) return { name: consumer.name, result: 'FAILED', seconds: 0, output: folder.message };
  const env = {
    ...workspace.environment,
    CivitaiApi__BaseUrl: emulator.siteUrl,
    CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
    CIVITAI_API_KEY: emulator.apiKey,
  };
  return gate(async () => {
    const startedAt = performance.now();
    const place = { folder, env, bundles: `${workspace.folder}/bundles`, run: workspace.run };
    const problem = await firstProblem(consumer, place).catch((error) => error.message);
    const seconds = (performance.now() - startedAt) / 1000;
    return { name: consumer.name, result: problem === undefined ? 'passed' : 'FAILED', seconds, output: problem ?? '' };
  });
}

async function firstProblem({ steps }, place) {
  for (const step of await steps(place)) {
    const { command = process.execPath, args, cwd = place.folder, check } = step;
    const outcome = await place.run(command, args, { cwd, env: { ...place.env, ...step.env } });
    const problem = outcome.code === 0 ? check?.(outcome) : `ended with code ${outcome.code}`;
    if (problem === undefined) continue;
    return `$ ${[command, ...args].join(' ')}\n${outcome.stdout}${outcome.stderr}\n${problem}`;
  }
  return undefined;
}
