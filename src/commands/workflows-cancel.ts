import { isFinalStatus } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { oneLine } from '../output/display-width.js';
import type { ProjectOption } from './project-option.js';
import { openClients } from './workflows-open-client.js';

/** `civitkit workflows cancel`. Doing it twice is no mistake. */
export async function cancelWorkflow(id: string, options: ProjectOption, io: CommandIo): Promise<void> {
  const stop = io.stopSignal();
  using clients = await openClients(options, io);
  const { workflows } = clients.generation;
  const message = await untilStopped(
    stop,
    `Whether workflow ${id} was canceled is not known; run it again.`,
    async () => {
      // Some servers answer a change with nothing at all.
      const workflow = (await workflows.cancel(id, { signal: stop })) ?? (await workflows.get(id, { signal: stop }));
      const status = String(workflow.status);
      if (status === 'canceled') return `Workflow ${id} is canceled. What had not started may be refunded.`;
      return isFinalStatus(status)
        ? `Workflow ${id} had already ended: ${status}.`
        : `Workflow ${id} will be canceled; it is still ${status}.`;
    },
  );
  io.out(oneLine(message));
}
