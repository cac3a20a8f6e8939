import * as canteen from '../../cloudfunctions/canteen/collections';
import * as care from '../../cloudfunctions/care/collections';
import * as courier from '../../cloudfunctions/courier/collections';
import * as mediation from '../../cloudfunctions/mediation/collections';
import * as notices from '../../cloudfunctions/notices/collections';
import * as people from '../../cloudfunctions/people/collections';
import * as safety from '../../cloudfunctions/safety/collections';
import { functionSpecs } from '../../config/scripts/functions';

const modules: Record<string, Record<string, unknown>> = { canteen, care, courier, mediation, notices, people, safety };
const named = (module: Record<string, unknown>) =>
  Object.values(module).filter(
    (each): each is { name: string } => typeof each === 'object' && each !== null && 'name' in each && 'schema' in each,
  );

test('every function that is deployed is looked at', () => {
  expect(functionSpecs.map(({ name }) => name).sort()).toEqual(Object.keys(modules).sort());
});

test('a name is one collection: two functions share it only when it is the very same', () => {
  const owners = new Map<string, unknown>();
  for (const module of Object.values(modules))
    for (const each of named(module)) {
      const known = owners.get(each.name) ?? each;
      owners.set(each.name, known);
      expect([each.name, each === known]).toEqual([each.name, true]);
    }
  // The platform's limit for an environment.
  expect(owners.size).toBeLessThanOrEqual(100);
});
