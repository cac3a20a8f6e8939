/** On the phone: how often and how much the built mini-program sends over the bridge, and how many requests a page makes. */
import type { Envelope } from '../../types/contract';
import { boot } from '../miniprogram/harness/vm';
import { openWorld } from '../world';
import type { Figure } from './table';

const KB = 1024;

export async function phone(): Promise<Figure[]> {
  const world = await openWorld({ residents: 30, past: 0 });
  const calls: string[] = [];
  const handset = boot({
    cloud: async (domain, call) => {
      calls.push(`${domain}.${call.action}`);
      return (await world.invoke(domain, call, { openid: 'wx-limin' })) as Envelope<unknown>;
    },
  });
  try {
    handset.open('pages/home/index');
    const home = await handset.see('李敏');
    const first = home.sent.length;
    const firstBytes = home.sent.reduce((sum, { bytes }) => sum + bytes, 0);
    // The message centre is asked only when the first picture is there.
    const later = calls.indexOf('courier.letters');
    const requests = later < 0 ? calls.length : later;
    const week = handset.open(`pages/canteen/week/index?dinerId=r-wangguilan&day=${world.today}&period=lunch`);
    await handset.see('清蒸鲈鱼');
    await new Promise(resolve => setTimeout(resolve, 300));
    const before = week.sent.length;
    week.tap('清蒸鲈鱼份数加一');
    await handset.see('自付');
    await new Promise(resolve => setTimeout(resolve, 400));
    const tapped = week.sent.slice(before);
    return [
      { what: 'home, first paint: setData', value: first, unit: '', limit: 2 },
      { what: 'home, first paint: over the bridge', value: firstBytes / KB, unit: 'KB', limit: 8 },
      { what: 'home, first paint: requests', value: requests, unit: '', limit: 2 },
      { what: 'a tap on a dish: setData', value: tapped.length, unit: '', limit: 1 },
      {
        what: 'a tap on a dish: over the bridge',
        value: tapped.reduce((sum, { bytes }) => sum + bytes, 0) / KB,
        unit: 'KB',
        limit: 1,
      },
    ];
  } finally {
    await handset.close();
    await world.stop();
  }
}
