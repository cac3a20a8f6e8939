/** Writing a notice: what is missing is said beside the line, what was saved comes back the same. */
import {
  blanksIn,
  draftOfNotice,
  emptyNotice,
  inputOfNotice,
  type NoticeDraft,
  withTemplate,
  wrongIn,
} from '../../src/pages/desk/notice/draft';
import { numbersOf, readNumbers } from '../../src/pages/desk/noticesetup/numbers';
import { aloudText, signOf, spanText } from '../../src/pages/notices/words';
import type { MyNotice, NoticeView, OpenNotice } from '../../types/notices';
import { civilDate, instantAt } from '../../types/time';

const today = civilDate('2026-11-26');
const at = (clock: number, days = 0) => instantAt(civilDate(`2026-11-${26 + days}`), clock * 60);
const water: NoticeDraft = { ...emptyNotice, title: '停水通知', body: '明天停水，请提前存水。', category: 'utilities' };

describe('a notice being written', () => {
  test('without title and text it does not go on', () =>
    expect(wrongIn(emptyNotice, at(8))).toEqual({ title: '请写标题', body: '请写正文' }));
  test('blanks of a template are named until they are filled in', () => {
    const draft = withTemplate(water, {
      id: 't-1',
      name: '停水',
      category: 'utilities',
      title: '【日期】停水',
      body: '【日期】【时间】停水。',
      needsConfirmation: true,
      emergency: false,
    });
    expect(blanksIn(draft)).toEqual(['【日期】', '【时间】']);
    expect(wrongIn(draft, at(8))).toEqual({
      title: '请把【日期】【时间】换成实际内容',
      body: '请把【日期】【时间】换成实际内容',
    });
    expect(draft.needsConfirmation).toBe(true);
  });
  test('an end before the beginning, an expiry in the past', () =>
    expect(wrongIn({ ...water, startsAt: at(10), endsAt: at(9), expiresAt: at(7) }, at(8))).toEqual({
      endsAt: '结束要晚于开始',
      expiresAt: '请选以后的时间',
    }));
  test('saved and opened again, the same is sent', () => {
    const input = inputOfNotice({ ...water, place: ' 3栋门口 ', startsAt: at(9, 1) });
    expect(input).toMatchObject({ place: '3栋门口', audience: { kind: 'everyone' }, pictures: [] });
    const view = { ...input, id: 'n-1', pictures: [], audience: { kind: 'people', ids: ['r-1'] } } as unknown as NoticeView;
    const again = draftOfNotice(view);
    expect(inputOfNotice(again)).toEqual({ ...input, id: 'n-1', audience: { kind: 'people', ids: ['r-1'] } });
  });
});

describe('a notice on the phone', () => {
  const notice = { recalled: false, expired: false, emergency: false, progress: 'new', needsConfirmation: true } as MyNotice;
  test.each([
    [{}, '未读'],
    [{ emergency: true }, '紧急'],
    [{ progress: 'read' as const }, '请确认'],
    [{ progress: 'confirmed' as const }, '已确认'],
    [{ progress: 'read' as const, needsConfirmation: false }, undefined],
    [{ recalled: true, emergency: true }, '已撤回'],
    [{ expired: true }, '已过期'],
  ])('%j is signed %s', (change, word) => expect(signOf({ ...notice, ...change })?.word).toBe(word));

  test.each([
    [at(8, 1), at(12, 1), '明天 08:00 到 12:00'],
    [at(8, 1), at(12, 2), '明天 08:00 到 后天 12:00'],
    [at(8), undefined, '今天 08:00'],
    [undefined, at(8, 1), '明天 08:00前'],
    [undefined, undefined, undefined],
  ])('from %s to %s', (from, to, text) => expect(spanText(from, to, today)).toBe(text));

  test('read aloud, a recalled one says the correction instead of the text', () => {
    const open = { title: '停水', body: '明天停水', correction: '改到后天', emergency: true } as OpenNotice;
    expect(aloudText(open, today)).toBe('停水，这条通知已经撤回。更正：改到后天');
    expect(aloudText({ ...open, correction: undefined }, today)).toBe('紧急通知。停水。明天停水');
  });
});

test('the numbers of the rules are whole and within their bounds', () => {
  const settings = { eyesAbove: 500, expiryDays: 30, remindMinutes: 60, doorsAfter: 30 } as Parameters<typeof numbersOf>[0];
  const typed = numbersOf(settings);
  expect(readNumbers(typed).values).toEqual(settings);
  expect(readNumbers({ ...typed, expiryDays: '0', remindMinutes: '一' }).wrong).toEqual({
    expiryDays: '请填 1 到 365 之间的整数',
    remindMinutes: '请填 10 到 10080 之间的整数',
  });
});
