import { begin, draw, isSigned, pointAt, type Strokes } from '../../src/pages/mediation/agreement/ink';
import { agreementOf, signaturesOf, spokenAgreement } from '../../src/pages/mediation/agreement/words';
import { fromText, shelvesOf, titleOf, wordsOf } from '../../src/pages/mediation/case/pieces';
import { asksMe, extensionOf, sayTo, stageOf, wantedText } from '../../src/pages/mediation/case/stages';
import { casesText, dueTag, lineOf, titleOf as nameOf } from '../../src/pages/mediation/mine/words';
import { toldNo } from '../../src/pages/mediation/parts/verdict';
import { mediationSays } from '../../src/pages/mediation/says';
import { endingOf, speaksOfDanger } from '../../src/pages/mediation/sense';
import { KIND, nearMomentText, STATUS, untilText } from '../../src/pages/mediation/words';
import { CASE_KINDS, CASE_STATUS } from '../../types/mediation';
import { addDays } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { card, cases, guide, myCases, NOW, on, piece, TODAY, view } from '../builders/mediation';

describe('where a case stands', () => {
  test('every state has its word, every kind its picture', () => {
    expect(Object.keys(STATUS).sort()).toEqual([...CASE_STATUS].sort());
    expect(Object.keys(KIND).sort()).toEqual([...CASE_KINDS].sort());
  });

  test('ends have no step on the bar', () => {
    expect(CASE_STATUS.filter(status => stageOf({ status }) === undefined)).toEqual([
      'declined',
      'refused',
      'failed',
      'withdrawn',
      'joined',
      'closed',
    ]);
    expect(stageOf({ status: 'paused' })).toBe(stageOf({ status: 'mediating' }));
  });

  test('dates are said as people say them', () => {
    expect(untilText(addDays(TODAY, 3), TODAY)).toBe('11月29日，还有 3 天');
    expect(untilText(TODAY, TODAY)).toBe('11月26日，就是今天');
    expect(untilText(addDays(TODAY, -2), TODAY)).toBe('11月24日，已经过了 2 天');
    expect(nearMomentText(on(1, 15), NOW)).toBe('明天（11月27日） 15:00');
    expect(nearMomentText(on(9, 15), NOW)).toBe('12月5日 15:00');
  });

  test('a time is asked of both, of a separate talk only of its side', () => {
    const [talk] = cases.talking().sessions;
    expect(asksMe(talk!, { as: 'respondent' })).toBe(true);
    expect(asksMe({ ...talk!, side: 'applicant' }, { as: 'respondent' })).toBe(false);
    expect(asksMe({ ...talk!, status: 'agreed' }, { as: 'applicant' })).toBe(false);
    expect(asksMe(talk!, { as: 'panel' })).toBe(false);
  });

  test('more days: who asked waits, the other is asked', () => {
    const extension = { days: 15, agreed: ['respondent' as const] };
    expect(extensionOf({ as: 'applicant', extension })).toBe('theirs');
    expect(extensionOf({ as: 'respondent', extension })).toBe('mine');
    expect(extensionOf({ as: 'applicant' })).toBe('none');
  });

  test('who promised says "done", the other whether it was kept; an accepted item is closed', () => {
    const shown = cases.performing();
    expect(shown.items.map(item => sayTo(item, shown))).toEqual(['settle', 'report']);
    expect(shown.items.map(item => sayTo({ ...item, status: 'accepted' }, shown))).toEqual([undefined, undefined]);
    expect(sayTo({ ...shown.items[0]!, status: 'open' }, shown)).toBeUndefined();
    expect(sayTo({ ...shown.items[0]!, status: 'open', overdue: true }, shown)).toBe('settle');
    expect(shown.items.map(item => sayTo(item, { ...shown, may: {} }))).toEqual([undefined, undefined]);
  });

  test('司法确认 says who has said yes', () => {
    const wanted = (...wantedBy: ('applicant' | 'respondent')[]) =>
      wantedText({ as: 'applicant', confirmation: { until: TODAY, daysLeft: 3, wantedBy } });
    expect(wanted()).toBe('双方都还没有提出。');
    expect(wanted('applicant')).toBe('您愿意，在等对方。');
    expect(wanted('respondent')).toBe('对方愿意，在等您。');
    expect(wanted('respondent', 'applicant')).toMatch(/^双方都愿意/);
  });

  test('a no that only says "not now" is not shown, any other is', () => {
    expect(toldNo(no('NOT_NOW'))).toBeUndefined();
    expect(toldNo(yes)).toBeUndefined();
    expect(toldNo(undefined)).toBeUndefined();
    expect(toldNo(no('TOO_LATE_TO_CONFIRM'))).toMatchObject({ code: 'TOO_LATE_TO_CONFIRM' });
  });
});

describe('what was written', () => {
  test('stands on two shelves, newest first, each piece in words', () => {
    const { shared, own } = shelvesOf(cases.talking());
    expect(shared.map(part => titleOf(part, 'applicant'))).toEqual(['对方的要求', '调解记录']);
    expect(own.map(part => titleOf(part, 'applicant'))).toEqual(['情况说明', '申请']);
    for (const part of [...shared, ...own]) expect(wordsOf(part)).toMatch(/\p{Script=Han}/u);
    expect(wordsOf(own[1]!)).toContain('你们自己谈过吗？谈过，没有结果');
  });

  test('one’s own wish is not the other’s, and staff who wrote for one are named as such', () => {
    const wish = piece({ kind: 'counterClaim', content: { text: '白天来' } }, { from: 'respondent' });
    expect(titleOf(wish, 'respondent')).toBe('我的要求');
    expect(fromText(wish, 'respondent')).toBe('我');
    expect(fromText({ ...wish, onBehalf: true }, 'respondent')).toBe('我（工作人员代办）');
    expect(fromText(wish, 'applicant')).toBe('对方');
  });

  test('the question of the committee is not shown twice while it waits', () => {
    expect(shelvesOf(cases.moreAsked()).shared).toEqual([]);
    expect(shelvesOf({ ...cases.moreAsked(), status: 'applied' }).shared).toHaveLength(1);
  });
});

describe('the agreement', () => {
  test('is read from the round that counts, and spoken in order', () => {
    const content = agreementOf(cases.toSign())!;
    expect(spokenAgreement(content)).toMatch(/第1条，赵建国自费修好漏水处。/);
    expect(spokenAgreement(content)).toContain('赵建国：修好卫生间防水');
    expect(agreementOf(view())).toBeUndefined();
  });

  test('says who has signed and who has not', () => {
    expect(signaturesOf(cases.toSign()).map(({ done }) => done)).toEqual([false, true, false, false]);
    expect(signaturesOf(cases.performing()).every(({ done }) => done)).toBe(true);
  });

  test('a slip of the finger is no signature', () => {
    const write = (...xs: number[]): Strokes =>
      xs.reduce<Strokes>((ink, x) => draw(ink, pointAt(x, 50, 300, 150)), begin([], pointAt(xs[0]!, 50, 300, 150)));
    expect(isSigned([])).toBe(false);
    expect(isSigned(write(10, 11))).toBe(false);
    expect(isSigned(write(10, 10, 10, 10, 11, 11, 11, 11, 12))).toBe(false);
    expect(isSigned(write(10, 30, 50, 70, 90, 110, 130, 150))).toBe(true);
    expect(pointAt(-5, 400, 300, 150)).toEqual({ x: 0, y: 1 });
  });
});

describe('lists and small readings', () => {
  test('a case is named by the other side, and says what to do before where it stands', () => {
    expect(nameOf(card())).toBe('漏水渗水，和赵建国');
    expect(nameOf(card({ as: 'respondent' }))).toBe('漏水渗水，和王桂兰');
    expect(nameOf(card({ names: undefined }))).toBe('漏水渗水');
    expect(lineOf(card({ meetsAt: on(1, 15) }), NOW)).toBe('请选您方便的时间。商谈时间：明天（11月27日） 15:00');
    expect(lineOf(card({ next: undefined }), NOW)).toBe('调解中');
  });

  test('the row counts what waits, offers too', () => {
    expect(casesText(myCases())).toBe('3 件等您办');
    expect(casesText(myCases({ offers: [], cases: [card({ next: undefined })] }))).toBe('1 件在办');
    expect(casesText({ cases: [], offers: [], promises: [] })).toBe('现在没有');
    expect(casesText(undefined)).toBeUndefined();
  });

  test('a promise is counted where nothing else waits, and says how it hurries', () => {
    const promise = { caseId: 'm-1', no: 1, what: '修好', manner: '自费', dueOn: addDays(TODAY, 2), overdue: false };
    expect(casesText(myCases({ offers: [], cases: [card({ next: undefined })], promises: [promise] }))).toBe('1 件事要做');
    expect(dueTag(promise, TODAY).word).toBe('还没做');
    expect(dueTag({ ...promise, dueOn: TODAY }, TODAY).word).toBe('今天到期');
    expect(dueTag({ ...promise, overdue: true }, TODAY).tone).toBe('danger');
  });

  test('danger is heard in the words, files are known by their ending', () => {
    expect(speaksOfDanger('他说要打人', guide().dangerWords)).toBe(true);
    expect(speaksOfDanger('楼上漏水', guide().dangerWords)).toBe(false);
    expect(['墙.JPEG', '合同.pdf', '录音.mp3', '表.xlsx', '无'].map(endingOf)).toEqual([
      'jpg',
      'pdf',
      'mp3',
      undefined,
      undefined,
    ]);
  });

  test.each(Object.entries(mediationSays))('%s says what happened and what to do next', (_code, say) => {
    const { title, next } = say({});
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(next).toMatch(/。$/);
    expect(`${title}${next}`).not.toMatch(/undefined|NaN|server|token|服务器|接口|参数|[A-Z_]{4,}/);
  });
});
