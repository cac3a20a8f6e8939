import { type Cloud, refusalOf, startCloud } from './support/cloud';

/** What MongoDB answers for each expression over one document. */
describe('aggregation expressions through the SDK', () => {
  let cloud: Cloud;
  const doc = {
    _id: 'd',
    n: -7.5,
    k: 7,
    list: [3, 1, 2],
    people: [
      { name: 'a', age: 70 },
      { name: 'b', age: 80 },
    ],
    text: '居委会abc',
    empty: [],
    nothing: null,
    at: new Date('2026-01-01T17:30:15.250Z'),
    home: { floor: 3, door: 1 },
  };
  beforeAll(async () => {
    cloud = await startCloud({ one: [] });
    await cloud.db.collection('one').add(doc);
  });
  afterAll(() => cloud.stop());

  const answerTo = async (expression: unknown): Promise<unknown> => {
    const reply = await cloud.db.collection('one').aggregate().project({ _id: 0, v: expression }).end();
    return (reply as { data: { v?: unknown }[] }).data[0]?.v;
  };
  type Case = [name: string, operand: unknown, expected: unknown];
  const check = (cases: Case[]): void => {
    test.each(cases)('%s of %j is %j', async (name, operand, expected) => {
      const operators = cloud.db.command.aggregate as unknown as { [name: string]: (operand: unknown) => unknown };
      expect(await answerTo(operators[name]!(operand))).toEqual(expected);
    });
  };

  describe('numbers', () => {
    check([
      ['abs', '$n', 7.5],
      ['add', ['$k', 1, 2], 10],
      ['add', ['$k', '$nothing'], null],
      ['ceil', '$n', -7],
      ['floor', '$n', -8],
      ['trunc', '$n', -7],
      ['divide', ['$k', 2], 3.5],
      ['multiply', ['$k', 3], 21],
      ['subtract', ['$k', 10], -3],
      ['mod', [-7, 3], -1],
      ['pow', [2, 10], 1024],
      ['sqrt', 49, 7],
      ['exp', 0, 1],
      ['ln', 1, 0],
      ['log', [8, 2], 3],
      ['log10', 1000, 3],
      ['sum', '$list', 6],
      ['sum', ['$k', '$home.floor'], 10],
      ['avg', '$list', 2],
      ['max', '$list', 3],
      ['min', ['$k', 2], 2],
    ]);
  });

  describe('arrays', () => {
    check([
      ['arrayElemAt', ['$list', -1], 2],
      [
        'arrayToObject',
        [
          [
            ['x', 1],
            ['y', 2],
          ],
        ],
        { x: 1, y: 2 },
      ],
      ['concatArrays', ['$list', [9]], [3, 1, 2, 9]],
      ['filter', { input: '$people', as: 'p', cond: { $gte: ['$$p.age', 75] } }, [{ name: 'b', age: 80 }]],
      ['in', [2, '$list'], true],
      ['indexOfArray', ['$list', 2], 2],
      ['isArray', ['$list'], true],
      ['map', { input: '$list', as: 'x', in: { $multiply: ['$$x', 2] } }, [6, 2, 4]],
      ['range', [0, 6, 2], [0, 2, 4]],
      ['reduce', { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 6],
      ['reverseArray', '$list', [2, 1, 3]],
      ['size', '$list', 3],
      ['slice', ['$list', 1, 2], [1, 2]],
      ['slice', ['$list', -2], [1, 2]],
      [
        'zip',
        { inputs: ['$list', [7, 8, 9]] },
        [
          [3, 7],
          [1, 8],
          [2, 9],
        ],
      ],
      [
        'objectToArray',
        '$home',
        [
          { k: 'floor', v: 3 },
          { k: 'door', v: 1 },
        ],
      ],
      ['mergeObjects', ['$home', { door: 2 }], { floor: 3, door: 2 }],
    ]);
  });

  describe('logic and comparison', () => {
    check([
      ['and', [true, 1, 'x'], true],
      ['or', [false, 0, null], false],
      ['not', [0], true],
      ['cmp', [1, 2], -1],
      ['eq', ['$list', 3], false],
      ['eq', ['$home', { floor: 3, door: 1 }], true],
      ['eq', ['$home', { door: 1, floor: 3 }], false],
      ['eq', ['$missing', null], false],
      ['neq', ['$k', 7], false],
      ['gt', ['text', 5], true],
      ['gte', ['$k', 7], true],
      ['lt', [null, 0], true],
      ['lte', ['$k', 6], false],
      // biome-ignore lint/suspicious/noThenProperty: the operator names it so
      ['cond', { if: { $gt: ['$k', 5] }, then: 'many', else: 'few' }, 'many'],
      ['ifNull', ['$missing', 'none'], 'none'],
      // biome-ignore lint/suspicious/noThenProperty: the operator names it so
      ['switch', { branches: [{ case: { $eq: ['$k', 7] }, then: 'seven' }], default: 'other' }, 'seven'],
      ['literal', '$k', '$k'],
      ['let', { vars: { x: '$k' }, in: { $add: ['$$x', 1] } }, 8],
      ['allElementsTrue', ['$list'], true],
      ['anyElementTrue', ['$empty'], false],
      ['setDifference', ['$list', [1]], [3, 2]],
      ['setEquals', ['$list', [1, 2, 3, 3]], true],
      ['setIntersection', ['$list', [2, 5]], [2]],
      ['setIsSubset', [[1, 2], '$list'], true],
      ['setUnion', [[1], [2, 1]], [1, 2]],
    ]);
  });

  describe('dates', () => {
    check([
      ['year', '$at', 2026],
      ['month', '$at', 1],
      ['dayOfMonth', '$at', 1],
      ['dayOfMonth', { date: '$at', timezone: 'Asia/Shanghai' }, 2],
      ['hour', { date: '$at', timezone: '+08:00' }, 1],
      ['minute', '$at', 30],
      ['second', '$at', 15],
      ['millisecond', '$at', 250],
      ['dayOfYear', '$at', 1],
      ['dayOfWeek', '$at', 5],
      ['isoDayOfWeek', '$at', 4],
      ['isoWeek', '$at', 1],
      ['isoWeekYear', '$at', 2026],
      ['week', '$at', 0],
      ['week', { date: new Date('2026-01-04T00:00:00Z') }, 1],
      ['year', '$nothing', null],
      ['dateToString', { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L', timezone: 'Asia/Shanghai' }, '2026-01-02 01:30:15.250'],
      ['dateToString', { date: '$at' }, '2026-01-01T17:30:15.250Z'],
      ['dateFromString', { dateString: '2026-02-03T04:05:06', timezone: 'Asia/Shanghai' }, new Date('2026-02-02T20:05:06Z')],
      ['dateFromString', { dateString: '03/02/2026', format: '%d/%m/%Y' }, new Date('2026-02-03T00:00:00Z')],
      ['dateFromParts', { year: 2026, month: 2, day: 30, hour: 8, timezone: 'Asia/Shanghai' }, new Date('2026-03-02T00:00:00Z')],
      ['dateFromParts', { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 1 }, new Date('2025-12-29T00:00:00Z')],
      ['add', ['$at', 1000], new Date('2026-01-01T17:30:16.250Z')],
      ['subtract', ['$at', '$at'], 0],
    ]);
  });

  describe('strings', () => {
    check([
      ['concat', ['$text', '!'], '居委会abc!'],
      ['concat', ['$text', '$nothing'], null],
      ['indexOfBytes', ['$text', 'a'], 9],
      ['indexOfCP', ['$text', 'a'], 3],
      ['split', ['a-b-c', '-'], ['a', 'b', 'c']],
      ['strLenBytes', '$text', 12],
      ['strLenCP', '$text', 6],
      ['strcasecmp', ['ABC', 'abc'], 0],
      ['substr', ['$text', 9, -1], 'abc'],
      ['substrBytes', ['$text', 0, 3], '居'],
      ['substrCP', ['$text', 3, 2], 'ab'],
      ['toLower', 'ABC', 'abc'],
      ['toUpper', '$nothing', ''],
    ]);
  });

  test('division by zero, a cut character and an unknown zone are refused', async () => {
    const $ = cloud.db.command.aggregate;
    const refusal = async (expression: unknown): Promise<string> => (await refusalOf(answerTo(expression))).code;
    expect(await refusal($.divide(['$k', 0]))).toBe('DATABASE_REQUEST_FAILED');
    expect(await refusal($.substrBytes(['$text', 1, 3]))).toBe('DATABASE_REQUEST_FAILED');
    expect(await refusal($.hour({ date: '$at', timezone: 'Moon/Base' }))).toBe('DATABASE_REQUEST_FAILED');
    expect(await refusal($.meta('textScore'))).toBe('DATABASE_REQUEST_FAILED');
  });
});
