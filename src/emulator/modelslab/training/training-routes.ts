import { failure } from '../failures/failure.js';
import { modelNotFound, noCredits } from '../failures/failures.js';
import type { ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { sentenceOf, type Training, type Trainings } from './trainings.js';

const TRAINING_CENTS = 200;

/** Training, whose answers have their text under `messege` alone. */
export function createTrainingRoutes({ trainings, wallet }: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const withTraining =
    (act: (training: Training, all: Trainings) => unknown) =>
    ({ parameters }: ModelsLabRequest): unknown => {
      const training = trainings.find(parameters['id'] ?? '');
      return training === undefined
        ? failure(404, undefined, { messege: 'Training not found' })
        : act(training, trainings);
    };
  const cancel = withTraining((training, all) =>
    all.cancel(training)
      ? { status: 'success', messege: 'training cancelled', data: '' }
      : failure(400, undefined, { messege: 'Training has already ended' }),
  );
  const start = ({ body }: ModelsLabRequest): unknown => {
    const { key: _, ...parameters } = body;
    const model = String(parameters['base_model_type']);
    if (model.startsWith('no-such-')) return modelNotFound(model);
    if (!wallet.pay(TRAINING_CENTS, 'lora_fine_tune')) return noCredits;
    const training = trainings.start(parameters);
    return { status: 'success', messege: training.state, data: sentenceOf(training), training_id: training.id };
  };
  return [
    simpleRoute('POST', '/v3/lora_fine_tune', { required: ['instance_prompt', 'images'], answer: start }),
    simpleRoute('POST', '/v3/fine_tune_status/:id', {
      answer: withTraining((training) => ({
        status: 'success',
        messege: training.state,
        data: sentenceOf(training),
      })),
    }),
    simpleRoute('POST', '/v3/cancel_training/:id', { answer: cancel }),
    // As its page spells it.
    simpleRoute('POST', '/v3/cancle_training/:id', { answer: cancel }),
    simpleRoute('POST', '/v3/finetune/delete/:id', {
      answer: withTraining(({ id }, all) => {
        all.remove(id);
        return { status: 'success', messege: 'model deleted', data: '' };
      }),
    }),
    simpleRoute('POST', '/v3/finetune_list', {
      answer: () => ({ status: 'success', messege: 'model list', data: trainings.all().map(({ id }) => id) }),
    }),
  ];
}
