import { isJsonObject } from '../../http/body-checks.js';
import type { Reply } from '../../http/reply.js';
import { readJson } from '../requests/read-json.js';
import type { OrchestrationRequest } from '../route.js';
import { chatError } from './chat-error.js';

type Members = Readonly<Record<string, unknown>>;

/** A chat request that can be answered. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly Members[];
  readonly isStreamed: boolean;
  /** Ends a stream with a chunk that counts tokens. */
  readonly includesUsage: boolean;
  /** How many answers. */
  readonly count: number;
  readonly maxTokens: number;
  readonly stops: readonly string[];
  /** Answers are JSON. */
  readonly isJson: boolean;
  /** The function an answer must call. */
  readonly calledFunction: string | undefined;
}

const ROLES: ReadonlySet<unknown> = new Set(['system', 'user', 'assistant', 'tool', 'developer']);
/** Least and most of what is a number. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  temperature: [0, 2],
  top_p: [0, 1],
  n: [1, 128],
  max_tokens: [1, 128_000],
  max_completion_tokens: [1, 128_000],
  presence_penalty: [-2, 2],
  frequency_penalty: [-2, 2],
};

/** The first thing that is wrong. */
function findMistake(body: Members): Reply | undefined {
  const { model, messages } = body;
  if (typeof model !== 'string' || model === '') return chatError(400, 'model', 'You must name a model.');
  if (!Array.isArray(messages) || messages.length === 0) {
    return chatError(400, 'messages', 'messages must be a list with at least one message.');
  }
  const wrong = messages.findIndex((message) => !isJsonObject(message) || !ROLES.has(message['role']));
  if (wrong !== -1) return chatError(400, `messages[${wrong}].role`, `messages[${wrong}] has no known role.`);
  for (const [name, [least, most]] of Object.entries(RANGES)) {
    const value = body[name] ?? least;
    if (typeof value !== 'number' || value < least || value > most) {
      return chatError(400, name, `${name} must be a number from ${least} to ${most}.`);
    }
  }
  return undefined;
}

function functionName(tool: unknown): string | undefined {
  const described = isJsonObject(tool) ? tool['function'] : undefined;
  return isJsonObject(described) && typeof described['name'] === 'string' ? described['name'] : undefined;
}

/** A function is called only where the client insists: by `required` the first there is, by name that one. */
export function calledFunction({ tools, tool_choice: choice }: Members): string | undefined {
  const names = (Array.isArray(tools) ? tools : []).map(functionName);
  return choice === 'required' ? names[0] : names.find((name) => name !== undefined && name === functionName(choice));
}

function memberOf(value: unknown, name: string): unknown {
  return isJsonObject(value) ? value[name] : undefined;
}

/** Reads the body of a chat request, or gives the refusal. */
export function readChatRequest(request: OrchestrationRequest): ChatRequest | Reply {
  const json = readJson(request);
  if (!json.ok) return json.refusal;
  const body = json.value;
  if (!isJsonObject(body)) return chatError(400, null, 'The body must be a JSON object.');
  const mistake = findMistake(body);
  if (mistake !== undefined) return mistake;
  const most = body['max_completion_tokens'] ?? body['max_tokens'];
  return {
    model: String(body['model']),
    messages: (body['messages'] as readonly unknown[]).filter(isJsonObject),
    isStreamed: body['stream'] === true,
    includesUsage: memberOf(body['stream_options'], 'include_usage') === true,
    count: typeof body['n'] === 'number' ? Math.floor(body['n']) : 1,
    maxTokens: typeof most === 'number' ? most : Number.POSITIVE_INFINITY,
    stops: [body['stop'] ?? []].flat().filter((stop) => typeof stop === 'string'),
    isJson: ['json_object', 'json_schema'].includes(memberOf(body['response_format'], 'type') as string),
    calledFunction: calledFunction(body),
  };
}
