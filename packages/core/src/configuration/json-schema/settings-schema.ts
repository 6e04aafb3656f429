import { isField, placeFields } from '../binding/placed-field.js';
import { childKey } from '../configuration-key.js';
import type { AnySection, FieldDefinition } from '../section-schema.js';
import { otherSpelling } from './any-case.js';
import { type ValueSchema, valueSchema } from './value-schema.js';

/** A settings file, or a part of one, as JSON Schema (draft 7, which editors know best). */
export interface SettingsSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type: string | readonly string[];
  /** Both are for editors: the files are read with comments and trailing commas. */
  readonly allowComments?: true;
  readonly allowTrailingCommas?: true;
  readonly properties: Readonly<Record<string, SchemaNode>>;
  /** Other spellings: any case, and `Retry:MaxRetries` in one key. */
  readonly patternProperties: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties: boolean;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

type SchemaNode = SettingsSchema | ValueSchema | { readonly $ref: string } | Record<string, never>;

/** A setting or a group of settings, as far below a section as `key` says. */
interface Place {
  /** Such as `Retry` or `Retry:MaxRetries`. */
  readonly key: string;
  readonly pointer: string;
}

/**
 * The JSON Schema of a settings file with these sections, for editors and validators. It takes what configuration takes:
 * every spelling of a key, text in place of numbers, other sections, `null`. A wrong value of a known key, and an
 * unknown key in a known section, are errors.
 *
 * What only shows when sources come together (a missing key, settings that contradict each other) is not in it.
 */
export function settingsSchema(sections: readonly AnySection[]): SettingsSchema {
  const names = sections.map(({ name }) => name);
  const flat = sections.flatMap(({ name, fields }) =>
    placesIn(fields, `#/definitions/${name}`).map((place) =>
      spelling(childKey(name, place.key), undefined, place.pointer),
    ),
  );
  const aliases = sections.flatMap(aliasesOf);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'appsettings.json',
    description: `Settings of civitkit: ${names.join(', ')}. Other sections are left alone.`,
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { description: 'Where this schema is, for editors.', type: ['string'] },
      ...Object.fromEntries(names.map((name) => [name, { $ref: `#/definitions/${name}` }])),
    },
    definitions: Object.fromEntries(sections.map((section) => [section.name, sectionSchema(section)])),
    patternProperties: Object.fromEntries([
      ...names.map((name) => spelling(name, name, `#/definitions/${name}`)),
      ...flat,
      ...aliases,
    ]),
    additionalProperties: true,
  };
}

function sectionSchema({ name, fields }: AnySection): SettingsSchema {
  return { title: name, ...groupSchema(fields, `#/definitions/${name}`) };
}

function groupSchema(fields: object, pointer: string): SettingsSchema {
  const members = membersOf(fields);
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      members.map(([name, node]) => [
        name,
        isField(node) ? valueSchema(node) : groupSchema(node, `${pointer}/properties/${name}`),
      ]),
    ),
    patternProperties: {
      // `$schema`, `$comment` and the like are meant for editors.
      [String.raw`(?:^|:|__)\$`]: {},
      ...Object.fromEntries(
        placesIn(fields, pointer).map((place) =>
          spelling(place.key, place.key.includes(':') ? undefined : place.key, place.pointer),
        ),
      ),
    },
    additionalProperties: false,
  };
}

/** Every setting and every group below `fields`. */
function placesIn(fields: object, pointer: string, prefix = ''): readonly Place[] {
  return membersOf(fields).flatMap(([name, node]) => {
    const place = { key: `${prefix}${name}`, pointer: `${pointer}/properties/${name}` };
    return isField(node) ? [place] : [place, ...placesIn(node, place.pointer, `${place.key}:`)];
  });
}

/** Names such as `CIVITAI_API_KEY`, which stand beside the sections; several sections may share one. */
function aliasesOf({ name, fields }: AnySection): readonly (readonly [string, SchemaNode])[] {
  return placeFields(fields).flatMap(({ key, field }) =>
    (field.aliases ?? []).map((alias) =>
      spelling(alias, undefined, `#/definitions/${name}/properties/${key.split(':').join('/properties/')}`),
    ),
  );
}

function spelling(key: string, canonical: string | undefined, pointer: string): readonly [string, SchemaNode] {
  return [otherSpelling(key, canonical), { $ref: pointer }];
}

function membersOf(fields: object): readonly (readonly [string, FieldDefinition | object])[] {
  return Object.entries(fields as Readonly<Record<string, FieldDefinition | object>>);
}
