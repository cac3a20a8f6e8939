/** Whatever anybody does in whatever order: the state table is never left, and no side ever reads the other's own words. */
import * as fc from 'fast-check';
import { canStep } from '../../cloudfunctions/mediation/rules/deeds';
import { hideSmall, withTotals } from '../../cloudfunctions/mediation/rules/figures';
import type { CaseStatus } from '../../types/mediation';
import { gesture, openWorld, type Person, type World } from '../world';
import { aboutLeak, agreementOf, type Cast, caseRow, castOf, PNG, RIGHTS_VERSION, soon } from '../world/mediation';

describe('figures', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  });

  test('no small cell is shown, and no hidden one can be computed from those shown', () => {
    fc.assert(
      fc.property(table, cells => {
        const shown = hideSmall(cells, 5);
        expect(shown.flat().filter(cell => cell !== 'hidden' && cell < 5)).toEqual([]);
        const known = deduced(shown);
        if (shown.flat().some(cell => cell !== 'hidden'))
          expect(known).toEqual(shown.map(row => row.map(cell => cell !== 'hidden')));
        expect(shown.length).toBe(withTotals(cells).length);
      }),
      { numRuns: 300 },
    );
  });

  /** What a reader with a pencil finds: a line with one unknown gives it away. Sums of lines are lines themselves. */
  function deduced(shown: ReturnType<typeof hideSmall>): boolean[][] {
    const known = shown.map(row => row.map(cell => cell !== 'hidden'));
    for (let found = true; found; ) {
      found = false;
      const lines = [
        ...known.map((row, i) => row.map((_, j) => [i, j])),
        ...known[0]!.map((_, j) => known.map((_row, i) => [i, j])),
      ];
      for (const line of lines) {
        const open = line.filter(([i, j]) => !known[i!]![j!]);
        if (open.length !== 1) continue;
        known[open[0]![0]!]![open[0]![1]!] = true;
        found = true;
      }
    }
    return known;
  }
});

describe('a case among people', () => {
  let world: World;
  let cast: Cast;
  beforeAll(async () => {
    world = await openWorld({ residents: 20, past: 0, fill: 0 });
    cast = await castOf(world);
  });
  afterAll(() => world.stop());

  type Move = (id: string, word: string) => [action: string, input: object];
  const as = fc.constantFrom(undefined, 'applicant' as const, 'respondent' as const);
  const moves: Record<string, Move> = {
    addFacts: (id, text) => ['addFacts', { id, text }],
    withdraw: id => ['withdraw', { id }],
    end: (id, reason) => ['endMediation', { id, reason }],
    come: id => ['answerInvitation', { id, accept: true }],
    refuse: id => ['answerInvitation', { id, accept: false }],
    say: (id, text) => ['addStatement', { id, text, share: false }],
    rights: id => ['acknowledgeRights', { id, version: RIGHTS_VERSION }],
    extend: id => ['extend', { id, days: 5 }],
    sign: id => ['sign', { id, image: PNG, round: 1 }],
    unsign: (id, reason) => ['refuseToSign', { id, reason }],
    report: (id, _word) => ['reportItem', { id, no: 1, text: '好了', files: [] }],
    settle: id => ['settleItem', { id, no: 1, kept: true }],
    confirm: id => ['wantConfirmation', { id }],
    accept: id => ['acceptCase', { id, summary: '邻居想谈谈' }],
    more: id => ['askMore', { id, text: '请补充' }],
    decline: id => ['declineCase', { id, ground: 'organTook' }],
    link: id => ['linkRespondent', { id, residentId: 'r-sunyumei' }],
    read: id => ['readApplication', { id }],
    promises: () => ['myPromises', {}],
    panel: id => ['setPanel', { id, members: [{ accountId: 'wx-hejing', part: 'mediator' }] }],
    recuse: id => ['recuse', { id }],
    slots: id => [
      'offerSlots',
      { id, kind: 'separate', side: 'respondent', mode: 'phone', minutes: 30, slots: [soon(world, 9, 9)] },
    ],
    choose: id => ['chooseSlots', { id, no: 1, slots: [soon(world, 9, 9)] }],
    record: (id, text) => ['recordSession', { id, no: 1, text, place: '电话', present: [{ who: 'panel', name: '何静' }] }],
    note: (id, text) => ['addNote', { id, kind: 'note', text }],
    pause: id => ['pause', { id, reason: '等一等' }],
    resume: id => ['resume', { id }],
    oral: id => ['draftAgreement', { id, ...agreementOf(world, 'oral') }],
    written: id => ['draftAgreement', { id, ...agreementOf(world, 'written') }],
    fail: (id, reason) => ['failCase', { id, reason }],
    seal: id => ['placeSeal', { id, round: 1 }],
    followUp: (id, text) => ['recordFollowUp', { id, how: 'phone', applicant: 4, text }],
    close: id => ['closeCase', { id }],
    look: id => ['case', { id }],
    list: () => ['myCases', {}],
    register: () => ['register', {}],
    reads: id => ['reads', { id }],
  };
  /** The way of a case, so that chance gets far; each step may be left out. */
  const WAY: [keyof Cast, string][] = [
    ['he', 'accept'],
    ['wu', 'come'],
    ['office', 'panel'],
    ['wang', 'rights'],
    ['wu', 'rights'],
    ['he', 'slots'],
    ['wu', 'choose'],
    ['he', 'record'],
    ['he', 'written'],
    ['wang', 'sign'],
    ['wu', 'sign'],
    ['he', 'sign'],
    ['office', 'seal'],
    ['wu', 'report'],
    ['wang', 'settle'],
    ['he', 'followUp'],
    ['he', 'close'],
  ];
  const who = fc.constantFrom<keyof Cast>('wang', 'wu', 'he', 'ma', 'qian', 'office', 'sun', 'chen');
  const chance = fc.record({ who, move: fc.constantFrom(...Object.keys(moves)), as });
  const plan = fc.array(fc.record({ skip: fc.integer({ min: 0, max: 9 }), before: fc.array(chance, { maxLength: 2 }) }), {
    minLength: WAY.length,
    maxLength: WAY.length,
  });

  /** Words that this person must never read: the other side's own, the panel's for parties, all for whoever is outside. */
  const forbidden = (person: keyof Cast, move: string): RegExp | undefined => {
    // A mediator without a conflict reads an application to decide on it.
    if (person === 'ma' && move === 'read') return /WU-|HE-/;
    if (person === 'wang') return /WU-|HE-/;
    if (person === 'wu') return /WANG-|HE-/;
    return person === 'he' ? undefined : /WANG-|WU-|HE-|滴水/;
  };

  async function perform(
    person: keyof Cast,
    move: string,
    id: string,
    side: 'applicant' | 'respondent' | undefined,
  ): Promise<void> {
    // What staff write down for a side is that side's word.
    const owner = side === 'applicant' ? 'WANG' : side === 'respondent' ? 'WU' : person.toUpperCase();
    const word = `${owner}-秘密`;
    const [action, input] = moves[move]!(id, word);
    const before = caseRow(world, id).status as CaseStatus;
    const withSide = side && 'id' in input ? { ...input, as: side } : input;
    const caller: Person = cast[person];
    const { reply, status } = await caller.raw('mediation', { action, input: withSide, requestId: gesture() });
    expect([person, move, before, status < 500]).toEqual([person, move, before, true]);
    const after = caseRow(world, id).status as CaseStatus;
    expect([person, move, before, after, canStep(before, after)]).toEqual([person, move, before, after, true]);
    const never = forbidden(person, move);
    // The reply to one's own words holds one's own words.
    if (never && reply.ok)
      expect([person, move, side, JSON.stringify(reply).replaceAll(word, '').match(never)]).toEqual([person, move, side, null]);
  }

  test('the table is never left, and nobody reads what is not theirs', async () => {
    await cast.office.mediation('saveSeal', { image: PNG });
    await fc.assert(
      fc.asyncProperty(plan, async steps => {
        const { case: card } = await cast.chen.mediation(
          'apply',
          aboutLeak({ forResident: 'r-wangguilan', what: '滴水 WANG-秘密' }),
        );
        for (const [at, { skip, before }] of steps.entries()) {
          for (const each of before) await perform(each.who, each.move, card.id, each.as);
          const [person, move] = WAY[at]!;
          if (skip > 0) await perform(person, move, card.id, undefined);
        }
        for (const person of ['wang', 'wu', 'office', 'ma', 'sun'] as const) await perform(person, 'look', card.id, undefined);
      }),
      { numRuns: 30 },
    );
  }, 240_000);
});
