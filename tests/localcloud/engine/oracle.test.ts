import * as fc from 'fast-check';
import { Query } from 'mingo';
import { type Engine, openEngine } from '../../../localcloud/engine';

type Doc = { [field: string]: unknown };

/*
 * An independent implementation as a witness, on the ground where it agrees with MongoDB: no null in comparisons, no objects that
 * differ in the order of their fields only.
 */
const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'b', 'ab'), fc.boolean());
const document = fc.record(
  {
    a: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    b: scalar,
    o: fc.record({ k: scalar, l: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const operator = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { minLength: 1, maxLength: 3 })),
  fc.tuple(fc.constant('$exists'), fc.boolean()),
  fc.tuple(fc.constant('$size'), fc.integer({ min: 0, max: 3 })),
);
const condition = fc.oneof(
  scalar,
  operator.map(([name, operand]) => ({ [name]: operand })),
  operator.map(([name, operand]) => ({ $not: { [name]: operand } })),
  fc.tuple(operator, operator).map(([first, second]) => Object.fromEntries([first, second])),
);
const simple = fc.dictionary(fc.constantFrom('a', 'b', 'o.k', 'o.l'), condition, { minKeys: 1, maxKeys: 2 });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  simple,
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(simple, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]) => ({ [name]: parts })),
);

describe('filters agree with an independent implementation', () => {
  let engine: Engine;
  beforeEach(async () => {
    engine = await openEngine({ dir: ':memory:' });
    await engine.ensureCollection('docs', [
      { name: 'a', fields: [{ field: 'a' }, { field: 'b' }] },
      { name: 'k', fields: [{ field: 'o.k' }] },
    ]);
  });
  afterEach(() => engine.close());

  test('for any documents and filters', async () => {
    let run = 0;
    const cases = fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 10 }),
      fc.array(filter, { maxLength: 10 }),
      async (docs, filters) => {
        const mark = ++run;
        const stored = docs.map((doc, i) => ({ _id: `${mark}-${i}`, run: mark, ...doc }) as Doc);
        await engine.handle({
          action: 'database.insertDocument',
          collectionName: 'docs',
          data: stored.map(doc => JSON.stringify(doc)),
        });
        for (const one of filters) {
          const ours = (engine.peek('docs', { $and: [{ run: mark }, one] }) as Doc[]).map(doc => doc['_id']).sort();
          const witness = new Query(one);
          const theirs = stored
            .filter(doc => witness.test(doc))
            .map(doc => doc['_id'])
            .sort();
          expect({ one, found: ours }).toEqual({ one, found: theirs });
        }
        await engine.handle({
          action: 'database.removeDocument',
          collectionName: 'docs',
          query: JSON.stringify({ run: mark }),
          multi: true,
        });
      },
    );
    await fc.assert(cases, { numRuns: 200 });
  });
});
