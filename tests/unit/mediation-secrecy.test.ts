/** Seals, hidden figures, words of danger, and what a case file lacks. */
import { randomBytes } from 'node:crypto';
import { canSeal, pseudonym, seal, sealBytes, unseal, unsealBytes } from '../../cloudfunctions/_shared/seal';
import { checkFile } from '../../cloudfunctions/mediation/papers/sections';
import { speaksOfDanger } from '../../cloudfunctions/mediation/rules/danger';
import { hideSmall } from '../../cloudfunctions/mediation/rules/figures';
import { aCase, morning } from '../builders/mediation-case';

describe('words of danger', () => {
  test('a threat is heard, a leak is not one', () => {
    expect([speaksOfDanger('他拿刀威胁我'), speaksOfDanger('天花板滴水')]).toEqual([true, false]);
  });
});

describe('figures', () => {
  test('a lone small cell takes others with it, so that a subtraction does not give it away', () => {
    const shown = hideSmall(
      [
        [9, 2, 8],
        [7, 9, 6],
        [8, 7, 9],
      ],
      5,
    );
    const hiddenIn = (cells: readonly unknown[]): number => cells.filter(cell => cell === 'hidden').length;
    for (const row of shown) expect(hiddenIn(row)).not.toBe(1);
    for (const at of shown[0]!.keys()) expect(hiddenIn(shown.map(row => row[at]))).not.toBe(1);
    expect(shown[0]![1]).toBe('hidden');
  });
  test('large cells all stay', () => {
    expect(
      hideSmall(
        [
          [5, 6],
          [7, 8],
        ],
        5,
      ).flat(),
    ).not.toContain('hidden');
  });
});

describe('the case file', () => {
  test('names what is missing', () => {
    const { sections, complete } = checkFile(aCase({ effectiveAt: morning, status: 'performing' }));
    expect(complete).toBe(false);
    expect(sections.flatMap(section => section.missing ?? [])).toEqual([
      '缺调解申请书',
      '缺当事人身份材料',
      '缺调解记录',
      '缺调解协议书',
      '缺回访记录',
    ]);
  });
});

describe('seals', () => {
  const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
  const before = process.env.MEDIATION_KEY;
  afterAll(() => {
    process.env.MEDIATION_KEY = before;
  });
  test('open only in their place, and with the old key after a new one came', () => {
    const old = key('k1');
    process.env.MEDIATION_KEY = old;
    const sealed = seal({ text: '滴水' }, ['xingfuli', 'm-1']);
    expect(sealed).toMatch(/^v1\.k1\./);
    expect(sealed).not.toContain('滴水');
    expect(() => unseal(sealed, ['xingfuli', 'm-2'])).toThrow('SEAL_BROKEN');
    process.env.MEDIATION_KEY = `${key('k2')},${old}`;
    expect(unseal(sealed, ['xingfuli', 'm-1'])).toEqual({ text: '滴水' });
    expect(seal('x', [])).toMatch(/^v1\.k2\./);
    process.env.MEDIATION_KEY = key('k2');
    expect(() => unseal(sealed, ['xingfuli', 'm-1'])).toThrow('SEAL_BROKEN');
  });
  test('the same words are never sealed alike, a pseudonym is always the same', () => {
    process.env.MEDIATION_KEY = key('k1');
    expect(seal('a', ['x'])).not.toBe(seal('a', ['x']));
    expect(pseudonym(['a'])).toBe(pseudonym(['a']));
  });
  test('files too; a changed byte does not open', () => {
    process.env.MEDIATION_KEY = key('k1');
    const sealed = sealBytes(Buffer.from('photo'), ['x']);
    expect(unsealBytes(sealed, ['x']).toString()).toBe('photo');
    sealed[sealed.length - 1]! ^= 1;
    expect(() => unsealBytes(sealed, ['x'])).toThrow('SEAL_BROKEN');
  });
  test('no key, a short key: nothing is sealed', () => {
    for (const bad of ['', 'k1:c2hvcnQ=', 'nothing']) {
      process.env.MEDIATION_KEY = bad;
      expect(canSeal()).toBe(false);
      expect(() => seal('x', [])).toThrow('SEAL_KEY_MISSING');
    }
  });
});
