import * as rules from '../../cloudfunctions/people/rules';
import { civilDate } from '../../types/time';
import * as a from '../builders/people';

const elder = { id: 'r-wang', accountId: 'wx-wang', address: a.home };
const herself = a.someone('wx-wang', [], 'r-wang');
const daughter = a.someone('wx-limin');

describe('keeping a part of the tree', () => {
  const leadOf = (scope: Parameters<typeof a.grant>[1]) => a.someone('wx-lead', [a.grant('gridLead', scope)]);

  test.each([
    [{ gridId: 'g1' }, true],
    [{ gridId: 'g2' }, false],
    [{ gridId: 'g1', buildingId: 'b5' }, false],
    [{ unitId: 'u32' }, true],
    [{ unitId: 'u31' }, false],
  ])('a lead of %j keeps 3号楼2单元: %s', (scope, keeps) => {
    expect(rules.canKeep(leadOf(scope), a.home).ok).toBe(keeps);
  });

  test('the office keeps all of it, a cook none of it', () => {
    expect(rules.canKeep(a.someone('wx-office', [a.grant('office')]), a.home).ok).toBe(true);
    expect(rules.canKeep(a.someone('wx-cook', [a.grant('canteen')]), a.home)).toMatchObject({ code: 'OUTSIDE_YOUR_PART' });
  });

  test('who leads two buildings keeps both', () => {
    const lead = a.someone('wx-lead', [
      a.grant('buildingLead', { buildingId: 'b5' }),
      a.grant('buildingLead', { buildingId: 'b3' }),
    ]);
    expect(rules.canKeep(lead, a.home).ok).toBe(true);
  });

  test('a guest without a home is admitted by who keeps everything', () => {
    expect(rules.canKeepAll(a.someone('wx-office', [a.grant('office')])).ok).toBe(true);
    expect(rules.canKeepAll(leadOf({ gridId: 'g1' })).ok).toBe(false);
  });
});

describe('recognising who joins', () => {
  test('needs the name beside the phone: the roster often has the daughter’s number for the mother', () => {
    expect(rules.recognise('王桂兰', [a.resident()])?.id).toBe('r-wang');
    expect(rules.recognise('李敏', [a.resident()])).toBeUndefined();
  });

  test('lets the name decide when a family shares a phone', () => {
    expect(rules.recognise('李建国', [a.resident(), a.resident({ id: 'r-li', name: '李建国' })])?.id).toBe('r-li');
  });

  test('does not give a resident away who has an account, has left, or is one of two of the same name', () => {
    expect(rules.recognise('王桂兰', [a.resident({ accountId: 'wx-other' })])).toBeUndefined();
    expect(rules.recognise('王桂兰', [a.resident({ status: 'left' })])).toBeUndefined();
    expect(rules.recognise('王桂兰', [a.resident(), a.resident({ id: 'r-2' })])).toBeUndefined();
  });

  test('reads 阿依 · 古丽 and 阿依古丽 as one name', () => {
    expect(rules.recognise('阿依 · 古丽', [a.resident({ name: '阿依古丽' })])).toBeDefined();
  });
});

describe('a binding', () => {
  test('is answered by the elder', () => {
    expect(rules.canAnswer(elder, a.binding(), herself).ok).toBe(true);
  });

  test('is answered by staff of her part for an elder without a phone', () => {
    const lead = a.someone('wx-lead', [a.grant('unitLead', { unitId: 'u32' })]);
    const other = a.someone('wx-lead', [a.grant('unitLead', { unitId: 'u51' })]);
    expect(rules.canAnswer({ ...elder, accountId: undefined }, a.binding(), lead).ok).toBe(true);
    expect(rules.canAnswer(elder, a.binding(), other)).toMatchObject({ code: 'OUTSIDE_YOUR_PART' });
  });

  test('is never answered by the relative who asked, not even as staff', () => {
    expect(rules.canAnswer(elder, a.binding(), daughter).ok).toBe(false);
    expect(rules.canAnswer(elder, a.binding(), a.someone('wx-limin', [a.grant('office')])).ok).toBe(false);
  });

  test('is answered once', () => {
    expect(rules.canAnswer(elder, a.binding({ status: 'confirmed' }), herself)).toMatchObject({ code: 'BINDING_CLOSED' });
  });

  test('is ended by the elder, by the relative, and by nobody else', () => {
    const confirmed = a.binding({ status: 'confirmed' });
    expect(rules.canEnd(elder, confirmed, herself).ok).toBe(true);
    expect(rules.canEnd(elder, confirmed, daughter).ok).toBe(true);
    expect(rules.canEnd(elder, confirmed, a.someone('wx-neighbour', [], 'r-neighbour')).ok).toBe(false);
    expect(rules.canEnd(elder, a.binding({ status: 'ended' }), herself)).toMatchObject({ code: 'BINDING_CLOSED' });
  });

  test('is asked for once, and again after it ended', () => {
    const ask = (family: ReturnType<typeof a.binding>[]) => rules.canAskBinding({ accountId: 'wx-wang', family }, 'wx-limin');
    expect(ask([])).toEqual({ ok: true });
    expect(ask([a.binding()])).toMatchObject({ code: 'ALREADY_BOUND' });
    expect(ask([a.binding({ status: 'ended' })])).toEqual({ ok: true });
  });

  test('is not asked for with oneself, nor by the eleventh relative', () => {
    expect(rules.canAskBinding({ accountId: 'wx-wang', family: [] }, 'wx-wang')).toMatchObject({ code: 'CANNOT_BIND_SELF' });
    const ten = Array.from({ length: 10 }, (_, n) => a.binding({ accountId: `wx-${n}` }));
    expect(rules.canAskBinding({ accountId: 'wx-wang', family: ten }, 'wx-eleventh')).toMatchObject({ code: 'FAMILY_FULL' });
  });

  test('replaces an older one of the same account', () => {
    const family = rules.withBinding([a.binding({ status: 'ended' }), a.binding({ accountId: 'wx-son' })], a.binding());
    expect(family.map(({ accountId, status }) => [accountId, status])).toEqual([
      ['wx-son', 'asked'],
      ['wx-limin', 'asked'],
    ]);
  });
});

describe('roles', () => {
  const admin = a.someone('wx-admin', [a.grant('admin')]);
  const office = a.someone('wx-office', [a.grant('office')]);

  test('the office gives every role but office and admin; the admin gives all; a lead none', () => {
    expect(rules.canGive(office, 'canteen').ok).toBe(true);
    expect(rules.canGive(office, 'office').ok).toBe(false);
    expect(rules.canGive(office, 'admin').ok).toBe(false);
    expect(rules.canGive(admin, 'admin').ok).toBe(true);
    expect(rules.canGive(a.someone('wx-lead', [a.grant('gridLead', { gridId: 'g1' })]), 'canteen').ok).toBe(false);
  });

  test('nobody withdraws the last admin', () => {
    expect(rules.canWithdraw(admin, 'admin', 1)).toMatchObject({ code: 'LAST_ADMIN' });
    expect(rules.canWithdraw(admin, 'admin', 2).ok).toBe(true);
    expect(rules.canWithdraw(office, 'admin', 2)).toMatchObject({ code: 'ROLE_NOT_YOURS_TO_GIVE' });
  });

  test('a lead leads something that exists', () => {
    expect(rules.scopeFits('buildingLead', {}, a.community)).toMatchObject({ code: 'SCOPE_NEEDED' });
    expect(rules.scopeFits('buildingLead', { buildingId: 'b9' }, a.community)).toMatchObject({ code: 'UNKNOWN_PLACE' });
    expect(rules.scopeFits('buildingLead', { buildingId: 'b3' }, a.community).ok).toBe(true);
    expect(rules.scopeFits('gridWorker', {}, a.community).ok).toBe(true);
  });
});

describe('the tree', () => {
  const tree = { grids: [{ name: '第一网格' }], buildings: [{ name: '3号楼', grid: '第一网格', units: [{ name: '1单元' }] }] };

  test('has every name once, and every building in a grid', () => {
    expect(rules.treeAgrees(tree)).toEqual({ ok: true });
    expect(rules.treeAgrees({ ...tree, grids: [...tree.grids, ...tree.grids] })).toMatchObject({ code: 'DOUBLE_NAME' });
    expect(rules.treeAgrees({ ...tree, grids: [] })).toMatchObject({ code: 'UNKNOWN_PLACE', details: { name: '第一网格' } });
  });

  test('names the units that are gone, also with their building', () => {
    const [three] = a.community.buildings;
    expect(rules.unitsRemoved(a.community, { buildings: [{ ...three!, units: three!.units.slice(0, 1) }] })).toEqual([
      'u32',
      'u51',
    ]);
  });
});

describe('a resident entered by hand', () => {
  const person = { name: '王桂兰', birthDate: civilDate('1948-03-12'), cardNo: 'A0001' };

  test('is refused as the second of the same name and birth date', () => {
    expect(rules.isNew({ ...person, cardNo: undefined }, [a.resident()])).toMatchObject({ code: 'RESIDENT_EXISTS' });
    expect(rules.isNew({ ...person, id: 'r-wang' }, [a.resident()])).toEqual({ ok: true });
  });

  test('does not get the card of somebody else', () => {
    expect(rules.isNew({ ...person, name: '李四' }, [a.resident()])).toMatchObject({
      code: 'CARD_TAKEN',
      details: { name: '王桂兰' },
    });
  });

  test('is not born tomorrow', () => {
    expect(rules.bornBy(civilDate('2026-11-22'), a.today)).toMatchObject({ code: 'BIRTH_IN_FUTURE' });
    expect(rules.bornBy(a.today, a.today).ok).toBe(true);
  });
});
