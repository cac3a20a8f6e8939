import fc from 'fast-check';
import { measure } from '../../cloudfunctions/_parts/papers/font';
import { layOut } from '../../cloudfunctions/_parts/papers/layout';
import { linesOf } from '../../cloudfunctions/_parts/papers/lines';
import { MM } from '../../cloudfunctions/_parts/papers/ops';
import { makeAssets } from '../../config/scripts/build-parts';

beforeAll(makeAssets);

const char = fc.constantFrom(...'社区王桂兰调解协议，。、；：？！（）《》“”‘’—…·％￥ 0123456789.,%-/abcXYZ@喆䶮'.split(''));
const text = fc.array(char, { maxLength: 120 }).map(chars => chars.join(''));

describe('lines of any text', () => {
  it('are no wider than the box, lose nothing, and begin with no closing sign', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 8, max: 20 }),
        fc.boolean(),
        (said, width, size, justify) => {
          const indent = 2 * size;
          const lines = linesOf(said, { face: 'song', size, width, indent, justify });
          lines.forEach((line, at) => {
            const wide = measure(line.parts.join(''), 'song', size) + line.gap * Math.max(0, line.parts.length - 1);
            expect(wide).toBeLessThanOrEqual(width - (at === 0 ? indent : 0) + 0.01);
          });
          const plain = (some: string) => some.replace(/ /g, '');
          expect(plain(lines.map(line => line.parts.join('')).join(''))).toBe(plain(said));
        },
      ),
    );
  });

  it('begin with no comma and end with no opening bracket, in ordinary sentences', () => {
    const sentence = fc.array(
      fc.constantFrom('社区', '食堂，', '协议。', '（王桂兰）', '《章程》', '“你好”', '2026年', '3,750.00元；'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(sentence, fc.integer({ min: 120, max: 400 }), (words, width) => {
        for (const { parts } of linesOf(words.join(''), { face: 'song', size: 12, width })) {
          expect(parts.join('')).not.toMatch(/^[，。；）》”]/);
          expect(parts.join('')).not.toMatch(/[（《“]$/);
        }
      }),
    );
  });
});

it('nothing of any paper stands outside its margins', () => {
  const row = fc.tuple(text, text, text);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), fc.array(row, { maxLength: 25 }), (paragraphs, rows) => {
      const columns = [
        { title: '甲', width: 1 },
        { title: '乙', width: 2 },
        { title: '丙', width: 3 },
      ];
      const { pages } = layOut({
        title: '',
        blocks: [...paragraphs.map(said => ({ kind: 'paragraph', text: said }) as const), { kind: 'table', columns, rows }],
      });
      for (const mark of pages.flatMap(page => page.marks)) {
        expect(mark.x).toBeGreaterThanOrEqual(27 * MM - 0.01);
        expect(mark.y).toBeLessThanOrEqual(272 * MM + 0.01);
        if (mark.kind !== 'text') continue;
        const wide = measure(mark.parts.join(''), mark.face, mark.size) + mark.gap * (mark.parts.length - 1);
        expect(mark.x + wide).toBeLessThanOrEqual(183 * MM + 0.01);
      }
    }),
    { numRuns: 40 },
  );
});
