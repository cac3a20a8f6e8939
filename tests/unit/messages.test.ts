/** Every message of the product, composed with data that is too long, too short, or strange: no channel is offered what it refuses. */

import { fieldError } from '../../localcloud/wechat/fields';
import {
  compose,
  cut,
  fieldProblem,
  fitsTemplate,
  type MessageForm,
  messageForms,
  SMS_PARAM_MAX,
  VOICE_MAX,
} from '../../types/messages';

const forms = Object.entries(messageForms) as [string, MessageForm][];
const placeholders = (form: MessageForm): string[] => [...JSON.stringify(form).matchAll(/\{(\w+)\}/g)].map(found => found[1]!);

/** Sensible values for what has a shape, and a long text for all else. */
const dataFor = (form: MessageForm, text: string): Record<string, string> => ({
  ...Object.fromEntries(placeholders(form).map(name => [name, text])),
  time: '2026年11月26日 11:00',
  selfPay: '¥1234.50',
  count: '12',
});

const LONG = '这是一段特别特别长的文字，里面还有\n换行和 emoji 😀，'.repeat(20);

describe.each(forms)('%s', (_kind, form) => {
  test.each([
    ['long', LONG],
    ['empty', ''],
    ['a word', '午餐'],
  ])('composed with %s texts fits every channel', (_how, text) => {
    const { subscribe, sms, voice, problems } = compose(form, dataFor(form, text));
    if (subscribe) {
      const wrong = fieldError(Object.fromEntries(Object.entries(subscribe).map(([field, value]) => [field, { value }])));
      expect(wrong).toBeUndefined();
    } else if (form.template) expect(problems.subscribe).toMatch(/模板字段填不进去/);
    for (const param of sms ?? []) expect([...param].length).toBeLessThanOrEqual(SMS_PARAM_MAX);
    if (voice) expect([...voice.join('')].length).toBeLessThanOrEqual(VOICE_MAX);
  });

  test('its subscription message can be written at all', () => {
    if (form.template) expect(compose(form, dataFor(form, '午餐')).subscribe).toBeDefined();
  });

  test('has words for every channel of its ladder', () => {
    for (const channel of (form.ladder ?? []).flat())
      expect(channel === 'subscribe' ? form.template : form[channel]).toBeDefined();
  });
});

test('texts are cut with …, line breaks become spaces', () => {
  expect(cut('一二三四五六', 6)).toBe('一二三四五六');
  expect(cut('一二三四五六七', 6)).toBe('一二三四五…');
  expect(cut(' 一\n二 ', 6)).toBe('一 二');
});

test('what a field cannot hold is said before anything is sent', () => {
  expect(fitsTemplate('phrase1', '已通过！请查收123')).toBe('已通过请查');
  expect(fitsTemplate('name1', '王3桂兰')).toBe('王桂兰');
  expect(fieldProblem('time1', '明天中午')).toBe('time1 不合格式');
  expect(fieldProblem('amount1', '免费')).toBe('amount1 不合格式');
  expect(fieldProblem('thing1', '一'.repeat(21))).toBe('thing1 太长');
  expect(fieldProblem('thing1', '')).toBe('thing1 是空的');
});
