/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import {
  type CivitaiClient,
  type CommercialUse,
  type Creator,
  type CreatorsQuery,
  createCivitaiClient,
  type Image,
  type ImageSort,
  type ImagesQuery,
  type Model,
  type ModelSort,
  type ModelsFilter,
  type ModelsQuery,
  type ModelType,
  type Page,
  type Period,
  type PeriodOf,
  type SortOf,
  type TagSort,
  type TagsQuery,
} from '@civitkit/core';
import { describe, expectTypeOf, it } from 'vitest';
import { compiles } from './compiles.js';

/** Makes a query without asking the compiler's opinion of calling it: nothing is sent by any of these. */
const civitai: CivitaiClient = createCivitaiClient({ apiKey: null });

describe('open unions', () => {
  it('take words the library does not know', () => {
    expectTypeOf<'of the future'>().toExtend<ModelType>();
    expectTypeOf<string>().toExtend<ModelType>();
    expectTypeOf<string>().toExtend<CommercialUse>();
    civitai.models.where({ types: ['LORA', 'of the future'] }).orderBy('Best Smelling', 'Decade');
  });

  it('keep the words it knows, for completion', () => {
    // `string | 'LORA'` would have collapsed to `string`; what stays beside `string & {}` is what an editor offers
    expectTypeOf<Known<ModelType>>().extract<'LORA' | 'Checkpoint'>().toEqualTypeOf<'LORA' | 'Checkpoint'>();
    expectTypeOf<Known<Period>>().toEqualTypeOf<'Day' | 'Week' | 'Month' | 'Year' | 'AllTime'>();
    expectTypeOf<Known<ModelSort>>().extract<'Newest'>().toEqualTypeOf<'Newest'>();
    expectTypeOf<Known<string>>().toBeNever();
  });

  it('take nothing but words', () => {
    expectTypeOf<number>().not.toExtend<ModelType>();
    expectTypeOf<undefined>().not.toExtend<ModelType>();
    expectTypeOf<null>().not.toExtend<ModelType>();
  });
});

describe('where', () => {
  it('takes the members of the filter', () => {
    expectTypeOf(civitai.models.where()).toEqualTypeOf<ModelsQuery>();
    expectTypeOf(civitai.models.where({ types: ['LORA'], nsfw: true })).toEqualTypeOf<ModelsQuery>();
    expectTypeOf(civitai.models.where({ extra: { newParameter: 1 } })).toEqualTypeOf<ModelsQuery>();
    expectTypeOf<ModelsQuery['where']>().parameter(0).toEqualTypeOf<ModelsFilter>();
  });

  it('refuses unknown members and values of the wrong kind', () => {
    compiles(() => {
      // @ts-expect-error -- no such member
      civitai.models.where({ type: 'LORA' });
      // @ts-expect-error -- a list, not a word
      civitai.models.where({ types: 'LORA' });
      // @ts-expect-error -- words, not numbers
      civitai.models.where({ types: [1] });
      // @ts-expect-error -- numbers, not words
      civitai.models.where({ ids: ['1'] });
      // @ts-expect-error -- yes or no
      civitai.models.where({ nsfw: 'yes' });
      // @ts-expect-error -- left out is not the same as undefined
      civitai.models.where({ tag: undefined });
      // @ts-expect-error -- a member of images
      civitai.models.where().where({ postId: 1 });
      // @ts-expect-error -- a member of models
      civitai.images.where({ supportsGeneration: true });
      // @ts-expect-error -- the page is an argument of page()
      civitai.tags.where({ page: 2 });
    });
  });

  it('is how an images query takes a word or a yes or no', () => {
    expectTypeOf(civitai.images.where({ nsfw: 'Soft' })).toEqualTypeOf<ImagesQuery>();
    expectTypeOf(civitai.images.where({ nsfw: false, tags: [1, 2] })).toEqualTypeOf<ImagesQuery>();
  });
});

describe('orderBy', () => {
  it('takes the orders of the endpoint', () => {
    expectTypeOf<Known<SortOf<ModelsFilter>>>().toEqualTypeOf<Known<ModelSort>>();
    expectTypeOf<Known<PeriodOf<ModelsFilter>>>().toEqualTypeOf<Known<Period>>();
    expectTypeOf<Known<OrderOf<ModelsQuery>>>().toEqualTypeOf<Known<ModelSort>>();
    expectTypeOf<Known<OrderOf<ImagesQuery>>>().toEqualTypeOf<Known<ImageSort>>();
    expectTypeOf<Known<OrderOf<TagsQuery>>>().toEqualTypeOf<Known<TagSort>>();
    expectTypeOf<string>().toExtend<OrderOf<ModelsQuery>>();
    expectTypeOf<number>().not.toExtend<OrderOf<ModelsQuery>>();
  });

  it('takes no period where the endpoint has none', () => {
    // @ts-expect-error -- tags have an order but no period
    compiles(() => civitai.tags.where().orderBy('Most Models', 'Month'));
    expectTypeOf<TagsQuery['orderBy']>().parameter(1).toEqualTypeOf<undefined>();
  });

  it('cannot be called with anything where the endpoint has no order', () => {
    expectTypeOf<CreatorsQuery['orderBy']>().parameter(0).toBeNever();
    compiles(() => {
      // @ts-expect-error -- creators come in the server's own order
      civitai.creators.where().orderBy('Newest');
      // @ts-expect-error -- not even without arguments
      civitai.creators.where().orderBy();
    });
  });
});

describe('the terminal verbs', () => {
  it('give items, pages and lists of the right kind', () => {
    expectTypeOf<Awaited<ReturnType<ModelsQuery['toArray']>>>().toEqualTypeOf<Model[]>();
    expectTypeOf<Awaited<ReturnType<ModelsQuery['page']>>>().toEqualTypeOf<Page<Model>>();
    expectTypeOf<Page<Model>['items']>().toEqualTypeOf<readonly Model[]>();
    expectTypeOf<ItemOf<ModelsQuery>>().toEqualTypeOf<Model>();
    expectTypeOf<ItemOf<ReturnType<ModelsQuery['pages']>>>().toEqualTypeOf<Page<Model>>();
    expectTypeOf<ItemOf<CreatorsQuery>>().toEqualTypeOf<Creator>();
    expectTypeOf<ItemOf<ImagesQuery>>().toEqualTypeOf<Image>();
  });

  it('first() may find nothing', () => {
    expectTypeOf<Awaited<ReturnType<ModelsQuery['first']>>>().toEqualTypeOf<Model | undefined>();
    // @ts-expect-error -- it may be undefined
    compiles(async () => (await civitai.models.where().first()).name);
  });

  it('pages take a page size, and only page() takes a place', () => {
    expectTypeOf<ModelsQuery['page']>().toBeCallableWith({ limit: 20, cursor: 'abc' });
    expectTypeOf<ModelsQuery['pages']>().toBeCallableWith({ limit: 20 });
    // @ts-expect-error -- a walk starts where from() says
    compiles(() => civitai.models.where().pages({ cursor: 'abc' }));
  });

  it('a query cannot be changed', () => {
    const query = civitai.models.where();
    expectTypeOf(query.take(1)).toEqualTypeOf<ModelsQuery>();
    // @ts-expect-error -- the results are not the user's to change either
    compiles((page: Page<Model>) => page.items.push());
  });
});

/** The literals of an open union. */
type Known<T extends string> = T extends unknown
  ? string extends T
    ? never
    : IsOpenEnd<T> extends true
      ? never
      : T
  : never;
type IsOpenEnd<T extends string> = string & {} extends T ? true : false;
type OrderOf<Query extends { orderBy(sort: never, period?: never): unknown }> = Parameters<Query['orderBy']>[0];
type ItemOf<T> = T extends AsyncIterable<infer Item> ? Item : never;
