// Waiting for workflows beside a poll loop over the official client, and what a submit costs beside its own.
import { withOfficialClient } from './official-client.mjs';
import { contender, interleave, median, number, printTable, ratio, runNode, withServer } from './support.mjs';

const workflows = 1000;
const inFlight = 16;
const limit = 0.3;
/**
 * A loop is quick or sparing, never both: the first interval notices an end about as soon as a loop can, the second is
 * what spares a server. One that sleeps longer than the work lasts makes two requests, as few as there can be while the
 * id is wanted first; there it is the latency that counts.
 */
const loops = [
  { pollMs: 20, wanted: 'at most 0.3 × its requests and 0.3 × its latency', asQuick: true },
  { pollMs: 1000, wanted: 'at most 0.3 × its latency, with no more requests', asQuick: false },
];

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const workflowWait = () =>
  withOfficialClient((official) =>
    withServer('emulator', async (line) => {
      const { origin, apiToken, count } = JSON.parse(line);
      const requests = async () => Number(await (await fetch(count)).text());
      const measure = async (name, pollMs = 0) => {
        await requests();
        const args = [name, origin, apiToken, workflows, inFlight, pollMs, official].map(String);
        const { output } = await runNode([contender('workflow-wait'), ...args]);
        const latencies = JSON.parse(output);
        return { requests: (await requests()) / workflows, latencyMs: mean(latencies), medianMs: median(latencies) };
      };
      for (const { pollMs, wanted, asQuick } of loops) {
        const ours = await measure('run');
        const loop = await measure('pollLoop', pollMs);
        const held = await measure('heldSubmit');
        const of = (one, key) => `${(one[key] / loop[key]).toFixed(2)} × the loop`;
        const rows = (name, one) => [
          { name, value: one.requests, note: `requests a workflow, ${of(one, 'requests')}` },
          {
            name: '',
            value: one.latencyMs,
            note: `ms from end to notice, ${of(one, 'latencyMs')} (median ${one.medianMs})`,
          },
        ];
        printTable(
          `Waiting for ${workflows} workflows of 200 ms, ${inFlight} at a time, beside a loop that reads every ${pollMs} ms`,
          '',
          [...rows('client.run', ours), ...rows('client.run, submit held', held), ...rows('poll loop', loop)],
          {
            met: ours.requests <= loop.requests * (asQuick ? limit : 1.01) && ours.latencyMs <= loop.latencyMs * limit,
            text: wanted,
          },
        );
      }
    }),
  );

export const submitCost = () =>
  withOfficialClient((official) =>
    withServer('workflow-server', async (origin) => {
      const run = (name) => ({ name, run: () => number([contender('submit'), name, origin, '2000', official]) });
      const figures = await interleave(5, [run('civitkit'), run('official')]);
      const toOfficial = ratio(figures, 'civitkit', 'official');
      printTable(
        'CPU of one submit: workflows.submit over loopback, 2,000 in a row',
        'µs',
        [
          {
            name: 'workflows.submit',
            value: median(figures.get('civitkit')),
            note: `${toOfficial.toFixed(2)} × the official client`,
          },
          { name: 'official client', value: median(figures.get('official')) },
        ],
        { met: toOfficial <= 1.15, text: 'at most 1.15 × the official client' },
      );
    }),
  );
