import { outputs } from '@civitkit/sdk/client';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

/** Stands for a blob until the tree is made. */
const hole = Symbol('a blob');

const names = fc.string().filter((name) => !['id', 'available', 'url', '$type', 'status', '__proto__'].includes(name));

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constant(hole),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(names, tie('tree'), { maxKeys: 4 }),
  ),
}));

/** Puts blobs, each with an id of its own, where the holes are. */
function plant(value: unknown, planted: Map<string, unknown>): unknown {
  if (value === hole) {
    const blob = { type: 'image', id: `blob-${planted.size}`, available: planted.size % 2 === 0 };
    planted.set(blob.id, blob);
    return blob;
  }
  if (Array.isArray(value)) return value.map((item) => plant(item, planted));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plant(member, planted)]));
}

/** What a JSON Pointer leads to. */
function at(root: unknown, pointer: string): unknown {
  const segments = pointer.split('/').slice(1);
  const unescape = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');
  return segments.reduce<unknown>((value, segment) => (value as Record<string, unknown>)[unescape(segment)], root);
}

it('every planted blob is found exactly once, where its pointer says', () => {
  fc.assert(
    fc.property(fc.dictionary(names, tree), (shape) => {
      const planted = new Map<string, unknown>();
      const output = plant(shape, planted) as Record<string, unknown>;
      const step = {
        $type: 'somethingNew',
        name: 'a',
        status: 'succeeded',
        input: { b: { id: 'x', available: true } },
        output,
      };
      for (const root of [output, step, { status: 'succeeded', steps: [step] }]) {
        const found = [...outputs(root)];
        expect(found).toHaveLength(planted.size);
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(planted.keys()));
        for (const { blob, id, pointer } of found) {
          expect(blob).toBe(planted.get(id ?? ''));
          expect(at(root, pointer)).toBe(blob);
        }
      }
    }),
  );
});

it('circles and great depth end', () => {
  const circle: Record<string, unknown> = { image: { type: 'image', id: 'a', available: true } };
  circle['self'] = circle;
  circle['list'] = [circle, circle['image']];
  expect([...outputs(circle)]).toHaveLength(1);
  let deep: unknown = { type: 'image', id: 'b', available: true };
  for (let depth = 0; depth < 3000; depth += 1) deep = [deep];
  expect([...outputs({ deep })]).toMatchObject([{ id: 'b' }]);
});
