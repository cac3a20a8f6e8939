/** What mediation's refusals say. */
import { PROMISES } from '../../cloudfunctions/mediation/guide';
import { mediationSays } from '../../src/pages/mediation/says';

test('a conflict says which', () => {
  const said = (details: Record<string, string>) => {
    const words = mediationSays.CONFLICT;
    return (typeof words === 'function' ? words(details) : words).title;
  };
  expect(said({ why: '与一方当事人同住一个单元' })).toBe('需要回避：与一方当事人同住一个单元');
  expect(said({})).toBe('有关系，需要回避');
});

test('confidence is promised before anybody asks', () => expect(PROMISES.join()).toContain('谈的内容保密'));
