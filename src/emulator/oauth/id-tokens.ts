import { createECDH, createHash, createPrivateKey, type JsonWebKey, sign } from 'node:crypto';

/** Signs `id_token`s. */
export interface IdTokens {
  /** The document of public keys. */
  keys(): { readonly keys: readonly JsonWebKey[] };
  sign(claims: Readonly<Record<string, unknown>>): string;
}

const KEY_ID = 'emulator';

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The key is derived and not kept anywhere; making it waits for the first use. */
function deriveKey(seed: number): JsonWebKey {
  const curve = createECDH('prime256v1');
  const secret = createHash('sha256').update(`id-token:${seed}`).digest();
  curve.setPrivateKey(secret);
  const point = curve.getPublicKey();
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: secret.toString('base64url'),
  };
}

/** Signs with a P-256 key that follows from the seed. */
export function createIdTokens(seed: number): IdTokens {
  let derived: JsonWebKey | undefined;
  const key = (): JsonWebKey => {
    derived ??= deriveKey(seed);
    return derived;
  };
  return {
    keys: () => {
      const { d: _secret, ...open } = key();
      return { keys: [{ ...open, use: 'sig', alg: 'ES256', kid: KEY_ID }] };
    },
    sign: (claims) => {
      const text = `${encode({ alg: 'ES256', typ: 'JWT', kid: KEY_ID })}.${encode(claims)}`;
      const signer = createPrivateKey({ key: key(), format: 'jwk' });
      const signature = sign('sha256', Buffer.from(text), { key: signer, dsaEncoding: 'ieee-p1363' });
      return `${text}.${signature.toString('base64url')}`;
    },
  };
}
