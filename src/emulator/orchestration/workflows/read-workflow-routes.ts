import { jsonReply } from '../../http/reply.js';
import { readQuery } from '../requests/read-query.js';
import { withStep, withWorkflow } from '../requests/workflow-route.js';
import type { OrchestrationRoute } from '../route.js';
import { createErrorMap } from '../validation/error-map.js';
import { matchName } from '../validation/read-members.js';
import { holdWorkflow } from './hold-workflow.js';
import { LONGEST_WAIT_SECONDS } from './submit-workflow.js';
import { viewStep } from './view-step.js';
import type { Workshop } from './workshop.js';

const UNTIL = ['completion', 'change'] as const;

/** `GET` of a workflow, held if it asks to be, and of one step. */
export function createReadRoutes(workshop: Workshop): readonly OrchestrationRoute[] {
  return [
    {
      method: 'GET',
      path: '/v2/consumer/workflows/:workflowId',
      handle: withWorkflow(workshop, (workflow, request) => {
        const errors = createErrorMap();
        const query = readQuery(request.query, errors);
        const waitSeconds = query.whole('wait', 0, LONGEST_WAIT_SECONDS) ?? 0;
        const hideMatureContent = query.flag('hideMatureContent') ?? false;
        const asked = workshop.release === 'november' ? query.text('until') : undefined;
        const until = asked === undefined ? 'completion' : matchName(asked, UNTIL);
        if (until === undefined) errors.add('until', `The value '${asked}' is not valid.`);
        if (!errors.isEmpty || until === undefined) return errors.reply();
        return holdWorkflow(workflow, { waitSeconds, until, hideMatureContent }, request, workshop);
      }),
    },
    {
      method: 'GET',
      path: '/v2/consumer/workflows/:workflowId/steps/:stepName',
      handle: withStep(workshop, (step) =>
        jsonReply(200, viewStep(step, workshop.blobs, { hideMatureContent: false })),
      ),
    },
  ];
}
