import { fen, isFen, lessFen, readYuan, sumFen, yuanText } from '../../types/money';
import * as time from '../../types/time';

const day = time.civilDate;

describe('days in Shanghai', () => {
  test('five minutes to midnight in London is already tomorrow in Shanghai', () => {
    expect(time.dayOf(Date.UTC(2026, 10, 21, 23, 55) as time.Instant)).toBe('2026-11-22');
    expect(time.dayOf(Date.UTC(2026, 10, 21, 15, 59) as time.Instant)).toBe('2026-11-21');
  });
  test('an instant and its clock agree', () => {
    const at = time.instantAt(day('2026-11-21'), 9 * 60 + 5);
    expect([time.dayOf(at), time.clockText(time.minuteOf(at))]).toEqual(['2026-11-21', '09:05']);
  });
  test('days that do not exist are refused', () => {
    expect(() => day('2026-02-29')).toThrow(RangeError);
    expect(time.isCivilDate('2028-02-29')).toBe(true);
  });
  test('weeks begin on Monday', () => {
    expect(time.mondayOf(day('2026-11-22'))).toBe('2026-11-16');
    expect(time.weekdayOf(day('2026-11-22'))).toBe(7);
  });
  test('months end where they end', () => {
    expect(time.monthRange('2026-02')).toEqual({ first: '2026-02-01', last: '2026-02-28' });
    expect(time.monthRange('2026-12')).toEqual({ first: '2026-12-01', last: '2026-12-31' });
  });
  test('born on 29 February: a year older on 1 March of a common year', () => {
    expect(time.ageOn(day('1952-02-29'), day('2026-02-28'))).toBe(73);
    expect(time.ageOn(day('1952-02-29'), day('2026-03-01'))).toBe(74);
  });
  test('days are said as people say them', () => {
    const today = day('2026-11-21');
    expect([0, 1, 2, 4, 10, -1].map(n => time.dayText(time.addDays(today, n), today))).toEqual([
      '今天',
      '明天',
      '后天',
      '周三',
      '12月1日',
      '昨天',
    ]);
  });
  test('a time of day is read in 24 hours or not at all', () => {
    expect([time.readClock('9:05'), time.readClock('21:00'), time.readClock('24:00'), time.readClock('9')]).toEqual([
      545,
      1260,
      undefined,
      undefined,
    ]);
  });
});

describe('money', () => {
  test('is read as people type it, without floating errors', () => {
    expect(['8', '8.5', '¥8.05', '19.99', '8元', '8.505', '-1', 'abc'].map(readYuan)).toEqual([
      800,
      850,
      805,
      1999,
      800,
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('is written as people read it', () =>
    expect([fen(800), fen(850), fen(5), fen(0)].map(yuanText)).toEqual(['¥8', '¥8.50', '¥0.05', '¥0']));
  test('is never half a fen nor less than nothing', () => {
    expect([1.5, -1, Number.NaN].some(isFen)).toBe(false);
    expect(lessFen(fen(300), fen(500))).toBe(0);
    expect(sumFen([fen(10), fen(20)])).toBe(30);
  });
});
