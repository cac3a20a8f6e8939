import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../../config/scripts/taro';
import { depthOf } from './harness/tree';
import { boot, type Phone } from './harness/vm';
import { homeCloud } from './home';

beforeAll(() => void ensureBuilt('weapp'), 120_000);

let phone: Phone;
afterEach(() => phone?.close());

describe('the built mini-program', () => {
  test('starts and shows the home page of who opened it', async () => {
    phone = boot({ cloud: homeCloud });
    phone.open('pages/home/index');
    await phone.see('李女士');
    await phone.see('食堂停餐');
    expect(phone.page.text).toContain('幸福里社区');
    expect(phone.errors).toEqual([]);
  });

  test('switches to large type and remembers it', async () => {
    phone = boot({ cloud: homeCloud });
    phone.open('pages/home/index');
    (await phone.see('切换大字版')).tap('切换大字版');
    await phone.see('订饭');
    expect(phone.page.nodes.some(node => node.cl?.includes('theme-elder'))).toBe(true);
    expect(phone.storage.get('jl:view')).toBe('elder');
  });

  test('offers large type when WeChat itself is set to large type', async () => {
    phone = boot({ cloud: homeCloud, fontSizeScaleFactor: 1.4 });
    phone.open('pages/home/index');
    await phone.see('订饭');
    expect(phone.asked.map(each => each.name)).toContain('showModal');
  });

  test('opens without network from what it kept', async () => {
    phone = boot({ cloud: homeCloud });
    phone.open('pages/home/index');
    await phone.see('食堂停餐');
    const storage = Object.fromEntries(phone.storage);
    await phone.close();
    const lost = () => {
      throw new Error('request:fail');
    };
    phone = boot({ cloud: lost, storage, network: 'none' });
    phone.open('pages/home/index');
    await phone.see('李女士');
    await phone.see('手机没有连上网');
  });

  test('says what to do when nothing was kept and the network is gone', async () => {
    let online = false;
    phone = boot({
      cloud: (domain, call) => {
        if (!online) throw new Error('request:fail');
        return homeCloud(domain, call);
      },
    });
    phone.open('pages/home/index');
    const page = await phone.see('请打开网络后');
    online = true;
    page.tap('重试');
    await phone.see('李女士');
  });

  test('asks in plain words before WeChat hands over something private, and passes the answer on', async () => {
    phone = boot({ cloud: homeCloud });
    phone.open('pages/home/index');
    await phone.see('食堂停餐');
    const answered = phone.askPrivacy();
    (await phone.see('使用前请您同意')).tap('不同意');
    await expect(answered).resolves.toBe('disagree');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(phone.page.text).not.toContain('使用前请您同意');
  });

  test('stays within what WeChat audits: small setData, few nodes, flat tree', async () => {
    phone = boot({ cloud: homeCloud });
    phone.open('pages/home/index');
    await phone.see('食堂停餐');
    expect(Math.max(...phone.page.sent.map(each => each.bytes))).toBeLessThan(64 * 1024);
    expect(phone.page.nodes.length).toBeLessThan(500);
    expect(depthOf(phone.page.root)).toBeLessThan(20);
  });
});

describe('base.wxml', () => {
  const wxml = () => readFileSync(path.join(ensureBuilt('weapp'), 'base.wxml'), 'utf8');

  test.each([
    'aria-role',
    'aria-label',
    'aria-hidden',
    'aria-checked',
    'aria-selected',
    'aria-disabled',
    'aria-live',
    'aria-modal',
  ])('a view can carry %s', attribute => {
    const views = wxml().match(/<view [^>]*hover-class[^>]*bindtap[^>]*>/g) ?? [];
    expect(views.length).toBeGreaterThan(0);
    expect(views.some(view => view.includes(`${attribute}="{{i.aria`))).toBe(true);
  });

  test('what the home page says to a screen reader arrives', async () => {
    phone = boot({ cloud: homeCloud });
    phone.open('pages/home/index');
    await phone.see('切换大字版');
    const button = phone.page.nodes.find(node => node.ariaLabel === '切换大字版');
    expect(button).toMatchObject({ ariaRole: 'button' });
  });
});
