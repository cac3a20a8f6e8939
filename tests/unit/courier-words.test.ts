/** What the office reads about something that did not arrive. */

import type { Outgoing } from '../../cloudfunctions/_shared/collection';
import { deadLetterView, reasonText } from '../../cloudfunctions/courier/words';
import type { Instant } from '../../types/time';

const at = 1_000 as Instant;
const common = { id: 'orders:xingfuli:x:2:0', communityId: 'xingfuli', at };
const viewOf = (item: Outgoing) => deadLetterView('d', item, 'boom', at);

describe('why it did not arrive', () => {
  test('a domain that answered no is named, with its code', () =>
    expect(reasonText('canteen did not hear resident.left: INTERNAL')).toBe('食堂那边没有办成（INTERNAL）'));
  test('a domain that did not answer at all', () =>
    expect(reasonText('people did not hear meal.booked: no answer')).toBe('居民那边没有回音'));
  test('anything else is said without its technical words', () =>
    expect(reasonText('DATABASE_REQUEST_FAILED at 10.0.0.1')).toBe('发送时系统出错'));
});

describe('what it was', () => {
  test('a message says its title and whom it is about, not its text', () => {
    const data = { diner: '王桂兰', day: '11月26日', period: '午餐', dishes: '鲈鱼' };
    const view = viewOf({ ...common, kind: 'message', message: 'mealBooked', to: 'wx-limin', data });
    expect(view).toMatchObject({ what: '给居民的通知「订餐成功」', about: '王桂兰 11月26日 午餐' });
    expect(JSON.stringify(view)).not.toMatch(/鲈鱼|wx-limin/);
  });
  test('an event that this version does not know is still shown', () =>
    expect(viewOf({ ...common, kind: 'event', name: 'moon.risen', payload: {} }).what).toBe('系统里的一件事'));
});
