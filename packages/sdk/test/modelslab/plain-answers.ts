import { readFileSync } from 'node:fs';
import { json, type Responder } from '../../../../test/support/loopback-server.js';

/** An answer as the documents show it, its values our own. */
interface SampleAnswer {
  readonly status: number;
  readonly body: unknown;
}

const answers = JSON.parse(readFileSync(new URL('./fixtures/plain-answers.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, SampleAnswer>
>;

/** What a call that is no job answers, or what is posted to a webhook, by the name of its sample. */
export function bodyOf(sample: string): unknown {
  const answer = answers[sample];
  if (answer === undefined) throw new Error(`there is no sample "${sample}"`);
  return answer.body;
}

/** Answers with a sample. */
export function answerOf(sample: string): Responder {
  return json(bodyOf(sample), answers[sample]?.status);
}

/** Names of all samples. */
export const sampleAnswers: readonly string[] = Object.keys(answers);
