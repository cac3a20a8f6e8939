/** Joining, family, roles: 林涛 moves in, 李敏 binds her mother's neighbour, the office gives and takes roles. */
import { openWorld, type Person, refusalOf, type World } from '../world';
import { phoneCode } from '../world/people';

let world: World;
let office: Person;
let lead: Person;
let daughter: Person;
let wang: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 60 });
  await world.at('08:00');
  [office, lead, daughter, wang] = (await Promise.all(
    ['wx-zhouzhuren', 'wx-chenshegong', 'wx-limin', 'wx-wangguilan'].map(world.as),
  )) as [Person, Person, Person, Person];
});
afterAll(() => world.stop());

const joinAs = async (openid: string, name: string, phone?: string) => {
  const person = await world.as(openid);
  const code = phone ? await phoneCode(world, openid, phone, name) : undefined;
  const reply = await person.people('join', { communityId: 'xingfuli', name, ...(code ? { phoneCode: code } : {}) });
  return { person, reply };
};

describe('joining', () => {
  test('林涛 is recognised by phone and name, at once, and is a resident from then on', async () => {
    const { person, reply } = await joinAs('wx-lintao', '林涛', '13900000099');
    expect(reply).toEqual({ status: 'member', residentId: 'r-lintao' });
    const me = await person.people('me', {});
    expect(me).toMatchObject({
      account: { status: 'member', phone: '139****0099' },
      roles: ['resident'],
      resident: { name: '林涛' },
    });
    expect(await refusalOf(person.people('join', { communityId: 'xingfuli', name: '林涛' }))).toBe('ALREADY_MEMBER');
  });

  test('a stranger sees the communities and what may be done, and nothing else', async () => {
    const stranger = await world.as('wx-stranger');
    expect(await stranger.people('communities', {})).toEqual({ communities: [{ id: 'xingfuli', name: '幸福里社区' }] });
    expect((await stranger.people('me', {})).account.status).toBe('stranger');
    expect(await refusalOf(stranger.people('tree', {}))).toBe('NOT_FOUND');
    expect(await refusalOf(stranger.people('findResidents', { text: '王' }))).toBe('NOT_SIGNED_IN');
    expect(await refusalOf(stranger.people('join', { communityId: 'nowhere', name: '某人' }))).toBe('UNKNOWN_COMMUNITY');
  });

  test('a code that was used or made up is refused, and nothing is half done', async () => {
    const person = await world.as('wx-madeup');
    expect(await refusalOf(person.people('join', { communityId: 'xingfuli', name: '某人', phoneCode: 'none' }))).toBe(
      'PHONE_NOT_AVAILABLE',
    );
    expect((await person.people('me', {})).account.status).toBe('stranger');
  });

  test('the same phone with another name waits for the office, which sees who it may be, admits, and the person is told', async () => {
    const { person, reply } = await joinAs('wx-grandson', '小孙', '13900000003');
    expect(reply.status).toBe('waiting');
    const { accounts } = await office.people('waiting', {});
    const row = accounts.find(account => account.accountId === 'wx-grandson')!;
    expect(row.candidates).toMatchObject([{ id: 'r-sunyumei', joined: true, phone: '139****0003' }]);
    expect(await refusalOf(office.people('admit', { accountId: 'wx-grandson', residentId: 'r-sunyumei' }))).toBe(
      'RESIDENT_TAKEN',
    );
    await office.people('admit', { accountId: 'wx-grandson' }, 'admit-once');
    await office.people('admit', { accountId: 'wx-grandson' }, 'admit-once');
    expect(await refusalOf(office.people('admit', { accountId: 'wx-grandson' }))).toBe('NOT_WAITING');
    await world.settle();
    const { letters } = await person.courier('letters', {});
    expect(letters.map(letter => letter.kind)).toEqual(['joined']);
  });

  test('who is turned away reads why, and may ask again', async () => {
    const { person } = await joinAs('wx-unknown', '无名');
    await office.people('turnAway', { accountId: 'wx-unknown', reason: '名单里没有您' });
    expect((await person.people('me', {})).account).toMatchObject({ status: 'waiting', turnedAway: '名单里没有您' });
    expect((await office.people('waiting', {})).accounts.map(({ accountId }) => accountId)).not.toContain('wx-unknown');
    await person.people('join', { communityId: 'xingfuli', name: '无名' });
    expect((await office.people('waiting', {})).accounts.map(({ accountId }) => accountId)).toContain('wx-unknown');
  });

  test('an elder’s new phone: the office replaces the old account', async () => {
    const { person } = await joinAs('wx-newphone', '孙玉梅', '13900000003');
    await office.people('admit', { accountId: 'wx-newphone', residentId: 'r-sunyumei', replace: true });
    expect((await person.people('me', {})).resident).toMatchObject({ id: 'r-sunyumei' });
  });

  test('twenty phones that claim 林小雨 at once: one of them is her', async () => {
    await office.people('saveResident', {
      name: '林小雨',
      birthDate: '2000-01-01' as never,
      phone: '13900000177',
      unitId: 'b2u1',
      room: '601',
      categories: [],
      allergens: [],
      diets: [],
    });
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => joinAs(`wx-rain-${n}`, '林小雨', '13900000177').catch(() => undefined)),
    );
    expect(replies.filter(reply => reply?.reply.status === 'member')).toHaveLength(1);
    expect(world.engine.peek('accounts', { name: '林小雨', status: 'member' }, 100)).toHaveLength(1);
  }, 30_000);
});

describe('family', () => {
  const zhao = { by: 'card' as const, name: '赵德福', cardNo: '0038' };

  test('李敏 asks for 赵德福, who has no phone; his grid lead confirms; she sees him; he is rid of her again', async () => {
    const asked = await daughter.people('askBinding', { elder: zhao, relation: '邻居' });
    expect(asked).toMatchObject({ status: 'asked', may: { answer: { ok: false }, end: { ok: true } } });
    expect(await refusalOf(daughter.people('askBinding', { elder: zhao, relation: '邻居' }))).toBe('ALREADY_BOUND');
    const { bindings } = await lead.people('askedBindings', {});
    const waiting = bindings.find(binding => binding.key === asked.key)!;
    expect(waiting.may.answer.ok).toBe(true);
    await lead.people('answerBinding', { elderId: waiting.elderId, key: waiting.key, confirm: true });
    await world.settle();
    expect((await daughter.people('me', {})).bindings).toHaveLength(2);
    const { letters } = await daughter.courier('letters', {});
    expect(letters[0]).toMatchObject({ kind: 'bindingConfirmed', text: expect.stringContaining('赵德福') });
    const ended = await lead.people('endBinding', { elderId: waiting.elderId, key: waiting.key });
    expect(ended.status).toBe('ended');
    expect(await refusalOf(daughter.people('endBinding', { elderId: waiting.elderId, key: waiting.key }))).toBe('BINDING_CLOSED');
  });

  test('王桂兰 is told, refuses herself, and nobody else can answer for her', async () => {
    const asked = await lead.people('askBinding', {
      elder: { by: 'phone', name: '王桂兰', phone: '13900000001' },
      relation: '侄子',
    });
    expect(await refusalOf(lead.people('answerBinding', { elderId: asked.elderId, key: asked.key, confirm: true }))).toBe(
      'OUTSIDE_YOUR_PART',
    );
    const { family } = await wang.people('me', {});
    expect(family.map(({ relation, status }) => [relation, status])).toEqual([
      ['侄子', 'asked'],
      ['女儿', 'confirmed'],
    ]);
    await wang.people('answerBinding', { elderId: asked.elderId, key: asked.key, confirm: false });
    expect((await wang.people('me', {})).family).toHaveLength(1);
  });

  test('five wrong guesses a day, then no more, also not the right one', async () => {
    const { person } = await joinAs('wx-guesser', '猜猜');
    for (let n = 0; n < 5; n++) {
      const guess = { by: 'card' as const, name: '赵德福', cardNo: `9${n}` };
      expect(await refusalOf(person.people('askBinding', { elder: guess, relation: '儿子' }))).toBe('ELDER_NOT_FOUND');
    }
    expect(await refusalOf(person.people('askBinding', { elder: zhao, relation: '儿子' }))).toBe('TOO_MANY_TRIES');
    await world.at('08:00', 1);
    expect((await (await world.as('wx-guesser')).people('askBinding', { elder: zhao, relation: '儿子' })).status).toBe('asked');
  });
});

describe('staff', () => {
  beforeAll(async () => {
    [office, lead, daughter, wang] = (await Promise.all(
      ['wx-zhouzhuren', 'wx-chenshegong', 'wx-limin', 'wx-wangguilan'].map(world.as),
    )) as [Person, Person, Person, Person];
  });

  test('find by pinyin, by the tail of the phone, by card, by room; phones are masked', async () => {
    for (const text of ['wgl', 'wangguil', '0001', '0037', '王桂']) {
      const { residents } = await office.people('findResidents', { text });
      expect(residents).toContainEqual(expect.objectContaining({ name: '王桂兰', phone: '139****0001', address: '3栋2单元501' }));
    }
  });

  test('a whole list is read page by page, each resident once', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await office.people('findResidents', after ? { after } : {});
      seen.push(...page.residents.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(60);
  });

  test('one resident in full is logged', async () => {
    const sheet = await office.people('resident', { id: 'r-wangguilan' });
    expect(sheet).toMatchObject({ phone: '13900000001', birthDate: '1948-03-12', family: [{ relation: '女儿' }] });
    expect(world.engine.peek('accessLog', { of: 'r-wangguilan' }, 10)).toMatchObject([{ by: 'wx-zhouzhuren', what: 'resident' }]);
  });

  test('the tree counts its people; a building with residents is not removed; a moved building takes them along', async () => {
    const { stamp, grids, buildings, residents } = await office.people('tree', {});
    expect(Object.values(residents).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(60);
    const shape = buildings.map(({ id, name, gridId, units }) => ({
      id,
      name,
      grid: grids.find(grid => grid.id === gridId)!.name,
      units,
    }));
    const without = shape.filter(({ id }) => id !== 'b3');
    expect(await refusalOf(office.people('saveTree', { stamp, grids, buildings: without }))).toBe('PLACE_HAS_RESIDENTS');
    const moved = shape.map(building => (building.id === 'b3' ? { ...building, grid: '第四网格' } : building));
    const saved = await office.people('saveTree', {
      stamp,
      grids,
      buildings: [...moved, { name: '13栋', grid: '第一网格', units: [{ name: '1单元' }] }],
    });
    expect(await office.people('resident', { id: 'r-wangguilan' })).toMatchObject({ gridId: 'g4' });
    expect(await refusalOf(office.people('saveTree', { stamp, grids, buildings: shape }))).toBe('TREE_CHANGED');
    expect(await office.people('resident', { id: 'r-wangguilan' })).toMatchObject({ gridId: 'g4' });
    await office.people('saveTree', { stamp: saved.stamp, grids, buildings: shape });
    expect(await office.people('resident', { id: 'r-wangguilan' })).toMatchObject({ gridId: 'g1' });
  });

  test('a resident entered by hand: once for one tap, not twice for two, not with the card of another', async () => {
    const person = {
      name: '何阿婆',
      birthDate: '1939-09-09' as never,
      unitId: 'b3u1',
      room: '201',
      categories: [],
      allergens: [],
      diets: [],
    };
    const first = await office.people('saveResident', person, 'one-tap');
    expect((await office.people('saveResident', person, 'one-tap')).id).toBe(first.id);
    expect(await refusalOf(office.people('saveResident', person))).toBe('RESIDENT_EXISTS');
    expect(await refusalOf(office.people('saveResident', { ...person, name: '别人', cardNo: '0037' }))).toBe('CARD_TAKEN');
    expect(await refusalOf(office.people('saveResident', { ...person, unitId: 'nowhere' }))).toBe('UNKNOWN_PLACE');
    await office.people('residentLeft', { id: first.id, why: 'deceased' });
    expect((await office.people('findResidents', { text: '何阿婆' })).residents).toEqual([]);
  });

  test('a role works at once and is gone at once', async () => {
    await office.people('grantRole', { accountId: 'wx-lintao', role: 'unitLead', scope: { unitId: 'b3u2' } });
    const lintao = await world.as('wx-lintao');
    expect((await lintao.people('households', { unitId: 'b3u2' })).rooms[0]?.residents.length).toBeGreaterThan(0);
    expect(await refusalOf(lintao.people('households', { unitId: 'b5u1' }))).toBe('OUTSIDE_YOUR_PART');
    const { residents } = await lintao.people('findResidents', {});
    expect(residents.every(({ address }) => address.startsWith('3栋2单元'))).toBe(true);
    await office.people('withdrawRole', { accountId: 'wx-lintao', role: 'unitLead' });
    expect(await refusalOf(lintao.people('residentLeft', { id: 'r-wangguilan', why: 'moved' }))).toBe('NOT_ALLOWED');
  });

  test('two admins who withdraw each other at the same moment: one remains', async () => {
    await office.people('grantRole', { accountId: 'wx-lintao', role: 'admin' });
    const lintao = await world.as('wx-lintao');
    const each = await Promise.allSettled([
      office.people('withdrawRole', { accountId: 'wx-lintao', role: 'admin' }),
      lintao.people('withdrawRole', { accountId: 'wx-zhouzhuren', role: 'admin' }),
    ]);
    expect(each.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    const left = world.engine.peek('accounts', { 'grants.role': 'admin' }, 10) as { _id: string }[];
    expect(left).toHaveLength(1);
    const last = await world.as(left[0]!._id);
    expect(await refusalOf(last.people('withdrawRole', { accountId: left[0]!._id, role: 'admin' }))).toBe('LAST_ADMIN');
    expect(await refusalOf(last.people('eraseMe', { words: '注销我的账号' }))).toBe('LAST_ADMIN');
  });
});

describe('a desk browser', () => {
  const open = () => world.stranger.people('openDesk', { browser: 'Windows 上的 Chrome' });

  test('is let in by the phone that scans it, once', async () => {
    const desk = await open();
    const ask = { pairId: desk.pairId, secret: desk.secret };
    expect(await world.stranger.people('enterDesk', ask)).toEqual({ state: 'open' });
    expect(await daughter.people('desk', { pairId: desk.pairId })).toMatchObject({
      browser: 'Windows 上的 Chrome',
      number: desk.number,
    });
    await daughter.people('confirmDesk', { pairId: desk.pairId });
    expect(await refusalOf(world.stranger.people('enterDesk', { ...ask, secret: 'guessed' }))).toBe('DESK_EXPIRED');
    const entered = await world.stranger.people('enterDesk', ask, 'enter-once');
    expect(entered.state).toBe('in');
    expect(await world.stranger.people('enterDesk', ask, 'enter-once')).toEqual(entered);
    expect(await refusalOf(world.stranger.people('enterDesk', ask))).toBe('DESK_EXPIRED');
  });

  test('is forgotten after three minutes', async () => {
    const desk = await open();
    await world.advance(181_000);
    expect(await refusalOf(daughter.people('confirmDesk', { pairId: desk.pairId }))).toBe('DESK_EXPIRED');
    expect(await refusalOf(world.stranger.people('enterDesk', { pairId: desk.pairId, secret: desk.secret }))).toBe(
      'DESK_EXPIRED',
    );
  });
});
