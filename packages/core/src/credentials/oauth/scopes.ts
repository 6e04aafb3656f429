/** The single scopes of the site, each one bit of the number that is sent. */
export const oauthScopes = {
  UserRead: 1,
  UserWrite: 2,
  ModelsRead: 4,
  ModelsWrite: 8,
  ModelsDelete: 16,
  MediaRead: 32,
  MediaWrite: 64,
  MediaDelete: 128,
  ArticlesRead: 256,
  ArticlesWrite: 512,
  ArticlesDelete: 1024,
  BountiesRead: 2048,
  BountiesWrite: 4096,
  BountiesDelete: 8192,
  AIServicesRead: 16_384,
  AIServicesWrite: 32_768,
  BuzzRead: 65_536,
  CollectionsRead: 131_072,
  CollectionsWrite: 262_144,
  SocialWrite: 524_288,
  SocialTip: 1_048_576,
  NotificationsRead: 2_097_152,
  NotificationsWrite: 4_194_304,
  VaultRead: 8_388_608,
  VaultWrite: 16_777_216,
  /** Not part of {@link oauthScopePresets}.Full. */
  AppBlocksSubmit: 33_554_432,
  /** Not part of {@link oauthScopePresets}.Full. */
  AppBlocksDevTunnel: 67_108_864,
} as const;

/** Groups of scopes that the site offers by name. */
export const oauthScopePresets = {
  /** Everything that only reads. */
  ReadOnly: 10_701_093,
  /** Reading, and writing models, media and articles. */
  Creator: 11_492_205,
  /** Generation, and reading the balance. */
  AIServices: 114_689,
  Full: 33_554_431,
} as const;

/** Name of a single scope, such as `UserRead`. */
export type OAuthScope = keyof typeof oauthScopes;

/** Scopes by name, or as the number that the site uses (a preset, for example). */
export type OAuthScopes = number | readonly OAuthScope[];

/**
 * The number that stands for some scopes. A number passes as it is, bits that this version does not know included.
 *
 * @throws RangeError for a name that is no scope, and for a number that is no set of bits
 *
 * @example
 * ```ts
 * import { hasOAuthScope, oauthScopeBits, oauthScopeNames } from '@civitkit/core/client';
 *
 * const bits = oauthScopeBits(['UserRead', 'ModelsRead']);
 * console.log(bits, oauthScopeNames(bits), hasOAuthScope(bits, 'ModelsWrite')); // 5 ['UserRead', 'ModelsRead'] false
 * ```
 */
export function oauthScopeBits(scopes: OAuthScopes): number {
  if (typeof scopes !== 'number') return [...new Set(scopes)].reduce((bits, name) => bits + bitOf(name), 0);
  if (Number.isSafeInteger(scopes) && scopes >= 0) return scopes;
  throw new RangeError(`Scopes as a number must be a whole number from 0, got ${scopes}`);
}

/** The names of the scopes in a number, in the site's order; bits that this version does not know have none. */
export function oauthScopeNames(bits: number): readonly OAuthScope[] {
  return (Object.keys(oauthScopes) as OAuthScope[]).filter((name) => hasOAuthScope(bits, name));
}

/** Whether a number contains a scope. */
export function hasOAuthScope(bits: number, scope: OAuthScope): boolean {
  // Not with &, which would cut the number to 32 bits.
  return Math.floor(bits / bitOf(scope)) % 2 === 1;
}

function bitOf(name: OAuthScope): number {
  if (Object.hasOwn(oauthScopes, name)) return oauthScopes[name];
  throw new RangeError(`"${name}" is no scope. There are ${Object.keys(oauthScopes).join(', ')}.`);
}
