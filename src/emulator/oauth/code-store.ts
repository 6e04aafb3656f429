import { randomBytes } from 'node:crypto';

/** What an authorization code was given for. */
export interface AuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: number;
  readonly challenge: string;
  readonly nonce: string | undefined;
  readonly expiresAt: number;
}

/** Authorization codes, each good for one use. */
export interface CodeStore {
  issue(code: Omit<AuthorizationCode, 'expiresAt'>): string;
  find(code: string): AuthorizationCode | undefined;
  use(code: string): void;
}

/** Creates an empty store of codes that live so long. */
export function createCodeStore(seconds: number): CodeStore {
  const codes = new Map<string, AuthorizationCode>();
  return {
    issue: (code) => {
      const text = randomBytes(20).toString('hex');
      codes.set(text, { ...code, expiresAt: Date.now() + seconds * 1000 });
      return text;
    },
    find: (code) => codes.get(code),
    use: (code) => {
      codes.delete(code);
    },
  };
}
