/** What the resident pages send over WeChat's bridge: the home page at its first picture, the menu at a tap. */

import { ensureBuilt } from '../../config/scripts/taro';
import type { Call, Envelope } from '../../types/contract';
import { addDays, civilDate, instantAt } from '../../types/time';
import { mediationCloud } from '../builders/mediation';
import { boot, type Phone } from './harness/vm';

const today = civilDate('2026-11-19');
const now = instantAt(today, 490);

const yes = { ok: true };
const me = {
  account: { name: '王桂兰', phone: '139****0001', status: 'member' },
  roles: ['resident'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '02712345678', address: '幸福路 8 号' },
  resident: { id: 'r1', name: '王桂兰', age: 78, address: '3栋2单元501' },
  elders: [],
  family: [],
  bindings: [],
  may: { join: yes, askBinding: yes, claimFirstAdmin: yes, erase: yes },
};

const order = {
  id: `${today}:lunch:r1`,
  day: today,
  period: 'lunch',
  dinerId: 'r1',
  dinerName: '王桂兰',
  bookedByName: '王桂兰',
  onBehalf: false,
  way: 'dineIn',
  lines: [{ dishId: 'A1', name: '红烧狮子头', price: 1200, count: 1 }],
  price: { due: 1200, subsidy: 500, selfPay: 700, age: 78, rules: [] },
  clashes: [],
  number: 'A037',
  code: 'x7Kq2mPz91Lw',
  status: 'booked',
  servedFrom: 660,
  servedTo: 750,
  cutoffAt: now,
  may: { cancel: yes },
};

const dish = (id: string, name: string) => ({
  id,
  name,
  parts: ['狮子头', '清炒时蔬', '番茄蛋汤', '米饭'],
  price: 1200,
  selfPay: 700,
  allergens: [],
  marks: ['soft', 'containsPork'],
  clashes: [],
});

const meal = (day: string) => ({
  id: `${day}:lunch`,
  day,
  period: 'lunch',
  status: 'open',
  cutoffAt: now + 3_600_000,
  servedFrom: 660,
  servedTo: 750,
  left: 46,
  dishes: [dish('A1', '红烧狮子头'), dish('B1', '清蒸鲈鱼'), dish('C1', '素食套餐')],
  may: { book: yes },
});

const week = {
  today,
  now,
  canteen: { name: '幸福里长者食堂', place: '社区服务中心一楼' },
  diner: { id: 'r1', name: '王桂兰', relation: '本人', age: 78 },
  diners: [{ id: 'r1', name: '王桂兰', relation: '本人' }],
  meals: Array.from({ length: 7 }, (_, i) => meal(addDays(today, i))),
  maxPortions: 3,
};

const mySafety = {
  now,
  name: '王桂兰',
  signs: { watched: true, from: 300, to: 570, today: false },
  alerts: [],
  communityPhone: '02712345678',
  holdSeconds: 10,
  may: { checkIn: yes },
};

const replies: Record<string, unknown> = {
  me,
  mySafety,
  myOrders: { today, orders: [order] },
  letters: { unread: 0, letters: [] },
  weekMenu: week,
  order,
};

const cloud = (_domain: string, { action }: Call): Envelope<unknown> => ({ ok: true, data: replies[action] });

beforeAll(() => void ensureBuilt('weapp'), 180_000);

let phone: Phone;
afterEach(() => phone?.close());

const KB = 1024;
const sizes = () => phone.page.sent.map(each => each.bytes);
const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);

describe('the home page', () => {
  test('asks twice before its first picture, and draws it in two steps within 8 KB', async () => {
    const asked: string[] = [];
    phone = boot({
      cloud: (domain, call) => {
        asked.push(call.action);
        return cloud(domain, call);
      },
    });
    phone.open('pages/home/index');
    await phone.see('取餐号 A037');
    expect(asked.slice(0, 2)).toEqual(['me', 'myOrders']);
    expect(['letters', 'mySafety', 'myPromises']).toEqual(expect.arrayContaining(asked.slice(2)));
    // For an elder who is waited for, the line of 我很好 may have come as a third.
    expect(sizes().length).toBeLessThanOrEqual(3);
    expect(sum(sizes().slice(0, 2))).toBeLessThan(8 * KB);
  });

  test('opens from what was kept in one step', async () => {
    phone = boot({ cloud });
    phone.open('pages/home/index');
    await phone.see('取餐号 A037');
    const storage = Object.fromEntries(phone.storage);
    await phone.close();
    phone = boot({ cloud, storage });
    phone.open('pages/home/index');
    await phone.see('取餐号 A037');
    expect(sizes()).toHaveLength(1);
  });

  test('in large type has six entries, 我很好 for who is waited for, and the emergency numbers', async () => {
    phone = boot({ cloud, storage: { 'jl:view': 'elder' } });
    phone.open('pages/home/index');
    await phone.see('紧急求助');
    expect(sum(sizes().slice(0, 2))).toBeLessThan(8 * KB);
    await phone.see('我很好');
    const pressed = phone.page.nodes.filter(node => node.ariaRole === 'button').map(node => node.ariaLabel);
    expect(pressed).toEqual([
      '订饭，今天午餐已订好',
      '我的订单',
      '找家人',
      '消息',
      '我很好',
      '紧急求助，按住 3 秒，不代替 120',
      '打 120 急救',
      '打 110 报警',
      '打 119 火警',
      '社区电话',
      '换标准版',
      '我的',
    ]);
  });
});

describe('紧急求助 held on the home page', () => {
  const SOS = '紧急求助，按住 3 秒，不代替 120';
  const held = { ...mySafety, id: 'sos~r1~1', kind: 'sos', status: 'held', open: true, raisedAt: now, heldUntil: now + 10_000 };
  const alert = { ...held, subjectName: '王桂兰', timeline: [], paged: [], may: { sayFine: yes }, communityPhone: '' };

  test('is out before the page opens, and a lost call is sent again as the same gesture', async () => {
    const sent: Call[] = [];
    phone = boot({
      cloud: (domain, call) => {
        if (call.action !== 'sos') return call.action === 'alert' ? { ok: true, data: alert } : cloud(domain, call);
        sent.push(call);
        if (sent.length === 1) throw new Error('request:fail');
        return { ok: true, data: alert };
      },
      storage: { 'jl:view': 'elder' },
    });
    phone.open('pages/home/index');
    await phone.see('紧急求助');
    phone.page.send('touchstart', SOS);
    await phone.see('别松手，还有 3 秒');
    await phone.see('求助还没发出去', 6000);
    await phone.see('秒后通知家人和社区', 6000);
    expect(sent.map(({ requestId }) => requestId)).toEqual([sent[0]!.requestId, sent[0]!.requestId]);
    expect(phone.errors).toEqual([]);
  }, 20_000);

  test('let go too early sends nothing', async () => {
    const asked: string[] = [];
    phone = boot({
      cloud: (domain, call) => {
        asked.push(call.action);
        return cloud(domain, call);
      },
      storage: { 'jl:view': 'elder' },
    });
    phone.open('pages/home/index');
    await phone.see('紧急求助');
    phone.page.send('touchstart', SOS);
    await phone.see('别松手，还有 2 秒');
    phone.page.send('touchend', SOS);
    await new Promise(resolve => setTimeout(resolve, 2500));
    expect(asked).not.toContain('sos');
  }, 20_000);
});

describe('the menu', () => {
  test('a tap on a dish sends one change of less than 1 KB, and asks nothing for one portion', async () => {
    phone = boot({ cloud });
    phone.open('pages/canteen/week/index');
    await phone.see('清蒸鲈鱼');
    phone.page.sent.length = 0;
    phone.page.tap('清蒸鲈鱼份数加一');
    await phone.see('自付 ¥7');
    expect(sizes()).toHaveLength(1);
    expect(sum(sizes())).toBeLessThan(KB);
    expect(phone.errors).toEqual([]);
  });
});

describe('mediation', () => {
  test('the application asks one thing a screen, and nothing of it is left in the storage', async () => {
    phone = boot({ cloud: mediationCloud });
    phone.open('pages/mediation/apply/index');
    await phone.see('给谁申请');
    phone.page.tap('给我自己');
    await phone.see('✓ 给我自己');
    phone.page.tap('下一步');
    await phone.see('是哪一类的事');
    phone.page.tap('噪声扰民');
    await phone.see('✓ 噪声扰民');
    phone.page.sent.length = 0;
    phone.page.tap('下一步');
    await phone.see('现在有没有人身危险');
    expect(sum(sizes())).toBeLessThan(6 * KB);
    expect(JSON.stringify([...phone.storage])).not.toMatch(/forResident|myCases|"kind":"noise","danger"/);
    expect(phone.errors).toEqual([]);
  });

  test('a case shows where it stands and what waits, and none of it stays on the phone', async () => {
    phone = boot({ cloud: mediationCloud });
    phone.open('pages/mediation/case/index?id=talking');
    await phone.see('选商谈的时间');
    expect(Math.max(...sizes())).toBeLessThan(64 * KB);
    expect(JSON.stringify([...phone.storage])).not.toMatch(/赵建国|选您方便/);
    phone.page.tap('撤回申请，随时可以，不用说原因');
    await phone.see('以后还可以再申请');
    expect(phone.errors).toEqual([]);
  });

  test.each([
    ['start/index', '我要申请'],
    ['mine/index', '漏水渗水，和赵建国'],
    ['ask/index', '不留姓名'],
    ['rights/index?id=talking', '您可以'],
    ['agreement/index?id=toSign', '双方说好'],
    ['case/index?id=invited', '想请您一起谈一谈'],
    ['case/index?id=performing', '司法确认'],
    ['case/index?id=failed', '您还可以'],
  ])('%s opens, in both views', async (where, words) => {
    for (const storage of [{}, { 'jl:view': 'elder' }]) {
      phone = boot({ cloud: mediationCloud, storage });
      phone.open(`pages/mediation/${where}`);
      await phone.see(words);
      expect(phone.errors).toEqual([]);
      await phone.close();
    }
  });
});

describe('an order', () => {
  test('opens without network from the list it was seen in', async () => {
    phone = boot({ cloud });
    phone.open('pages/home/index');
    await phone.see('取餐号 A037');
    const storage = Object.fromEntries(phone.storage);
    await phone.close();
    const lost = () => {
      throw new Error('request:fail');
    };
    phone = boot({ cloud: lost, storage, network: 'none' });
    phone.open('pages/home/index');
    await phone.see('取餐号 A037');
    phone.open(`pages/canteen/order/index?id=${order.id}`);
    await phone.see('王桂兰的取餐码');
  });
});
