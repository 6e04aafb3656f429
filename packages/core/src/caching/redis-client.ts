/**
 * The part of a Redis client that is used: `call` of ioredis (and iovalkey), or `sendCommand` of node-redis. Written out
 * so that neither is a dependency.
 */
export type RedisClientLike =
  | { call(command: string, ...args: string[]): Promise<unknown> }
  | { sendCommand(args: string[]): Promise<unknown> };

/** The text of a reply, or `undefined` for none; clients may be set up to give bytes. */
export function replyText(reply: unknown): string | undefined {
  if (typeof reply === 'string') return reply;
  if (reply instanceof Uint8Array) return Buffer.from(reply).toString();
  if (reply === null || reply === undefined) return undefined;
  throw new TypeError(`Redis replied with ${typeof reply} instead of a text`);
}

/** Sends one command. */
export function sendRedis(client: RedisClientLike, command: string, ...args: string[]): Promise<unknown> {
  return 'call' in client ? client.call(command, ...args) : client.sendCommand([command, ...args]);
}
