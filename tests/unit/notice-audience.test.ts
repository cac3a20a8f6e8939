/** 发给谁: what is put together on the screen becomes an expression, and is read back from it without loss. */
import * as fc from 'fast-check';
import {
  type AudienceDraft,
  audienceOf,
  draftOfAudience,
  type Places,
  wholeCommunity,
} from '../../src/pages/desk/notice/audience';
import { audienceText } from '../../src/pages/desk/notice/audienceText';
import { AUDIENCE_LIMITS, zAudience } from '../../types/audience';
import { CATEGORIES } from '../../types/directory';
import { civilDate } from '../../types/time';

const names = { place: (_kind: string, id: string) => `${id.slice(1)}栋`, group: (id: string) => id };
const ids = fc.uniqueArray(fc.constantFrom('b1', 'b2', 'b3'), { minLength: 1 });
const places: fc.Arbitrary<Places> = fc.oneof(
  fc.constant<Places>({ kind: 'everyone', ids: [] }),
  fc.record({ kind: fc.constantFrom('grid' as const, 'building' as const, 'unit' as const), ids }),
);
const categories = fc.subarray([...CATEGORIES]);
const groups = fc.subarray(['group-taiji', 'group-choir']);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const drafts: fc.Arbitrary<AudienceDraft> = fc.record({
  places,
  traits: fc.record({
    ageFrom: maybe(fc.integer({ min: 0, max: 60 })),
    ageTo: maybe(fc.integer({ min: 61, max: 120 })),
    categories,
    roles: fc.subarray(['unitLead' as const, 'office' as const]),
    meal: maybe(fc.constant({ day: civilDate('2026-11-27'), period: 'lunch' as const })),
  }),
  join: fc.constantFrom('all' as const, 'any' as const),
  groups,
  except: fc.record({ places, categories, groups }),
});

test('every choice is an expression that the contract takes, and says who is meant', () => {
  fc.assert(
    fc.property(drafts, draft => {
      const audience = audienceOf(draft);
      expect(zAudience.safeParse(audience).success).toBe(true);
      expect(audienceText(audience, names)).not.toMatch(/undefined|object/);
    }),
  );
  expect(AUDIENCE_LIMITS.depth).toBeGreaterThanOrEqual(4);
});

test('opened again, a draft means the same people', () => {
  fc.assert(
    fc.property(drafts, draft => {
      const audience = audienceOf(draft);
      const again = draftOfAudience(audience);
      expect(again && audienceOf(again)).toEqual(audience);
    }),
  );
});

test.each([
  [{}, '全社区'],
  [{ places: { kind: 'building' as const, ids: ['b3', 'b5'] } }, '3栋、5栋'],
  [{ traits: { ageFrom: 60, categories: ['livesAlone' as const], roles: [] } }, '60 岁以上，独居'],
  [{ join: 'any' as const, traits: { ageFrom: 80, categories: ['disabled' as const], roles: [] } }, '80 岁以上；加上失能'],
  [{ groups: ['太极队'] }, '“太极队”'],
  [
    {
      places: { kind: 'building' as const, ids: ['b3'] },
      groups: ['太极队'],
      except: { places: { kind: 'everyone' as const, ids: [] }, categories: [], groups: ['合唱团'] },
    },
    '3栋；加上“太极队”；不包括“合唱团”',
  ],
])('%j reads %s', (part, text) => {
  expect(audienceText(audienceOf({ ...wholeCommunity, ...part }), names)).toBe(text);
});

test('an expression that this screen would not make is left as it is', () => {
  expect(draftOfAudience({ kind: 'people', ids: ['r-1'] })).toBeUndefined();
  expect(draftOfAudience({ any: [{ all: [{ kind: 'grid', ids: ['g1'] }] }, { kind: 'building', ids: ['b1'] }] })).toBeUndefined();
});
