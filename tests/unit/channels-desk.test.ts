/** The settings of messages as they are typed at the desk. */
import { type Draft, draftOf, type Known, ladderText, readDraft, webhookIn } from '../../src/pages/desk/channels/draft';

const known = {
  quietFrom: 1320,
  quietTo: 420,
  digestAt: 1140,
  mostPerDay: 6,
  channelsOff: [],
  ladders: { mealBooked: [['subscribe'], ['sms']] },
  robots: [{ key: 'grid', name: '网格群', ending: 'abcd' }],
} as unknown as Known;

const wrongWith = (change: Partial<Draft>) => readDraft({ ...draftOf(known), ...change }).wrong;

test('what is read is what was known; an address that is not typed anew is not sent', () => {
  const { robots, ...rest } = known;
  const { quietFrom, quietTo, digestAt, mostPerDay, channelsOff, ladders } = rest;
  expect(readDraft(draftOf(known))).toEqual({
    wrong: {},
    input: { quietFrom, quietTo, digestAt, mostPerDay, channelsOff, ladders, robots: [{ key: robots[0]!.key, name: '网格群' }] },
  });
});

test('says which line is wrong', () => {
  expect(wrongWith({ quietFrom: '25:00' })).toEqual({ quietFrom: expect.any(String) });
  expect(wrongWith({ robots: [{ key: 'g', name: ' ', webhook: '', ending: '' }] })).toEqual({
    'g.name': expect.any(String),
    'g.webhook': expect.any(String),
  });
});

test('takes the whole address of a robot or its key alone', () => {
  expect(webhookIn('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx')).toBe('693a91f6-7xxx');
  expect(webhookIn(' 693a91f6-7xxx ')).toBe('693a91f6-7xxx');
});

test('reads a ladder as people say it', () => {
  expect(ladderText([['subscribe'], ['sms', 'voice']])).toBe('微信，没送出再用短信和电话');
  expect(ladderText([])).toBe('只在站内');
});
