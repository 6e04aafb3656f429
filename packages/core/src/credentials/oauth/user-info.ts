import type { ParseContext } from '../../transport/api-request.js';
import { parseObject } from '../../transport/parse-object.js';

/** Who signed in. Members that the server adds stay. */
export interface OAuthUserInfo {
  /** The id as text. */
  readonly sub: string;
  readonly id: number;
  readonly username: string | null;
  readonly preferred_username?: string;
  readonly name?: string;
  readonly picture?: string;
  readonly image?: string | null;
  readonly roles?: readonly string[];
  readonly isModerator?: boolean;
  /** Level of the membership, such as `gold`. */
  readonly tier?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** Reads the answer of `userinfo`. */
export function parseUserInfo(json: unknown, context: ParseContext): OAuthUserInfo {
  return parseObject(json, 'sub', context) as unknown as OAuthUserInfo;
}
