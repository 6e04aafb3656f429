/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import {
  type CivitaiApiOptions,
  type CivitaiApiSettings,
  civitaiApiSection,
  type Field,
  isSecret,
  Secret,
  type SectionSchema,
} from '@civitkit/core';
import { describe, expectTypeOf, it } from 'vitest';
import { compiles } from './compiles.js';

interface MirrorSettings {
  readonly enabled: boolean;
  readonly address: string;
  readonly parts: number;
  readonly password: Secret | null;
  readonly limits: { readonly perHour: number };
}

const address: Field<string> = { doc: 'Where the mirror is.', kind: 'url', default: 'https://example.org' };
const limits: SectionSchema<MirrorSettings>['fields']['Limits'] = {
  PerHour: { doc: 'Files an hour.', kind: 'integer', default: 10, min: 1 },
};
const fields: SectionSchema<MirrorSettings>['fields'] = {
  Enabled: { doc: 'Whether to use the mirror.', kind: 'boolean', default: false },
  Address: address,
  Parts: { doc: 'Parts a file is split into.', kind: 'integer', default: 4 },
  Password: { doc: 'Password of the mirror.', kind: 'secret', default: null },
  Limits: limits,
};

describe('SectionSchema', () => {
  it('has a field for every setting, groups included', () => {
    expectTypeOf({ name: 'Mirror', fields }).toExtend<SectionSchema<MirrorSettings>>();
    expectTypeOf(civitaiApiSection).toEqualTypeOf<SectionSchema<CivitaiApiSettings>>();
    expectTypeOf<keyof SectionSchema<MirrorSettings>['fields']>().toEqualTypeOf<
      'Enabled' | 'Address' | 'Parts' | 'Password' | 'Limits'
    >();
  });

  it('does not compile with one missing', () => {
    const { Parts, ...withoutParts } = fields;
    expectTypeOf(Parts).toEqualTypeOf<Field<number>>();
    // @ts-expect-error -- Parts is missing
    expectTypeOf<SectionSchema<MirrorSettings>>({ name: 'Mirror', fields: withoutParts }).toBeObject();
    // @ts-expect-error -- PerHour is missing
    expectTypeOf<SectionSchema<MirrorSettings>>({ name: 'Mirror', fields: { ...fields, Limits: {} } }).toBeObject();
  });

  it('does not compile with one too many', () => {
    // @ts-expect-error -- there is no such setting
    const tooMany: SectionSchema<MirrorSettings>['fields'] = { ...fields, Colour: address };
    expectTypeOf(tooMany).toBeObject();
  });

  it('has fields of the kind of the setting', () => {
    // @ts-expect-error -- a boolean cannot be declared as text
    expectTypeOf<Field<boolean>>({ doc: '', kind: 'text', default: false }).toBeObject();
    // @ts-expect-error -- a secret cannot be declared as text
    expectTypeOf<Field<Secret | null>>({ doc: '', kind: 'text', default: null }).toBeObject();
    // @ts-expect-error -- a secret has no default in code
    expectTypeOf<Field<Secret>>({ doc: '', kind: 'secret', default: new Secret('x') }).toBeObject();
    // @ts-expect-error -- a default of the wrong type
    expectTypeOf<Field<number>>({ doc: '', kind: 'integer', default: '4' }).toBeObject();
    // @ts-expect-error -- neither a default nor required
    expectTypeOf<Field<number>>({ doc: '', kind: 'integer' }).toBeObject();
    // @ts-expect-error -- both
    expectTypeOf<Field<number>>({ doc: '', kind: 'integer', default: 1, required: { remedy: '' } }).toBeObject();
    expectTypeOf<Field<number>>({ doc: '', kind: 'integer', required: { remedy: 'Set it.' } }).toBeObject();
  });
});

describe('Secret', () => {
  it('is not a string and a string is none', () => {
    expectTypeOf<Secret>().not.toExtend<string>();
    expectTypeOf<string>().not.toExtend<Secret>();
    expectTypeOf<{ reveal(): string; toString(): string; toJSON(): string }>().not.toExtend<Secret>();
    // @ts-expect-error -- the text is had by reveal()
    const text: string = new Secret('x');
    expectTypeOf(text).toBeString();
    expectTypeOf<Secret['reveal']>().returns.toBeString();
  });

  it('is found by its guard', () => {
    compiles((value: unknown) => {
      if (isSecret(value)) expectTypeOf(value).toEqualTypeOf<Secret>();
    });
  });

  it('is how settings hold a key, which options may give as text', () => {
    expectTypeOf<CivitaiApiSettings['apiKey']>().toEqualTypeOf<Secret | null>();
    expectTypeOf<CivitaiApiOptions['apiKey']>().toEqualTypeOf<string | Secret | null | undefined>();
  });

  it('settings cannot be changed', () => {
    compiles((settings: CivitaiApiSettings) => {
      // @ts-expect-error -- read-only
      settings.timeoutSeconds = 1;
      // @ts-expect-error -- read-only, one level down
      settings.retry.maxRetries = 1;
    });
  });
});
