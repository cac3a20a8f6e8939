/** The home page of 李女士, as the cloud would answer; shared by the tests of the built mini-program. */
import type { Call, Envelope } from '../../types/contract';

const me = {
  account: { name: '李女士', status: 'member' },
  roles: ['resident'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '010-12345678', address: '幸福里 1 号' },
  elders: [],
  family: [],
  bindings: [],
  may: {},
};

const letter = {
  id: 'l1',
  kind: 'kitchenClosed',
  title: '食堂停餐',
  text: '食堂停餐：明天的午餐停餐，不收费。',
  page: 'pages/canteen/week/index',
  at: 1_795_000_000_000,
};

export function homeCloud(_domain: string, { action }: Call): Envelope<unknown> {
  if (action === 'me') return { ok: true, data: me };
  if (action === 'myOrders') return { ok: true, data: { today: '2026-11-21', orders: [] } };
  return { ok: true, data: { unread: 1, letters: [letter] } };
}
