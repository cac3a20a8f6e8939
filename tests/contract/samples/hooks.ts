/** A valid call of every hook, made in a world where it means something; strangers, junk, sizes and replays are then tried by themselves. */

import { FIRST_SETTINGS } from '../../../cloudfunctions/courier/rules';
import type { World } from '../../world';
import { insert, leave, postItem } from '../../world/courier';
import { deviceCall, registered } from '../../world/safety';

/** `forged`: the same call by somebody who does not know the secret. */
export type HookSample = {
  path: string;
  headers?: Record<string, string>;
  body: string;
  /** Where the headers sign the body: those of another body. */
  signed?: (body: string) => Record<string, string>;
  forged: { path?: string; headers?: Record<string, string> }[];
};

/** By `domain.hook`; a hook without a sample fails the test. */
export const hookSamples: Record<string, (world: World) => Promise<HookSample>> = {
  'courier.voice': async world => {
    const ladders = { channelTest: [['voice']] };
    await insert(world, 'courierSettings', [{ _id: 'xingfuli:main', ...FIRST_SETTINGS, ladders }]);
    await leave(world, [postItem('channelTest', [{ ref: 'r-call', phone: '13911119999' }])]);
    await world.advance(61_000);
    const [call] = world.inbox({ channel: 'voice' });
    const path = '/api/courier/hooks/voice';
    const body = JSON.stringify({
      voicekey_callback: { callid: call?.id, mobile: '13911119999', nationcode: '86', call_from: '', keypress: '1' },
    });
    return {
      path: `${path}?key=demo-voice-hook`,
      body,
      forged: [{ path }, { path: `${path}?key=` }, { path: `${path}?key=demo-voice-hool` }],
    };
  },
  'safety.device': async world => {
    const device = await registered(world, 'gas', 'r-wangguilan');
    const call = deviceCall(world, device, { eventId: 'e1', type: 'contact', battery: 80 });
    const stale = { ...world, now: () => world.now() - 6 * 60_000 };
    const other = deviceCall(world, { ...device, secret: 'not the secret' }, { eventId: 'e1', type: 'contact', battery: 80 });
    const late = deviceCall(stale, device, { eventId: 'e1', type: 'contact', battery: 80 });
    return {
      ...call,
      signed: body => deviceCall(world, device, body).headers,
      forged: [
        { headers: {} },
        { headers: other.headers },
        { headers: late.headers },
        { headers: { ...call.headers, 'x-device': 'xingfuli:d-nobody' } },
        { headers: { ...call.headers, 'x-device': '../../etc' } },
        { headers: { ...call.headers, 'x-timestamp': String(world.now() + 1) } },
      ],
    };
  },
};
