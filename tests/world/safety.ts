/** Devices and open alerts for tests. */
import { createHmac } from 'node:crypto';
import type { Alert } from '../../types/alerts';
import type { DeviceEvent, DeviceKind } from '../../types/devices';
import type { World } from '.';

export type Registered = { device: string; secret: string };

/** A device as the office registers it. */
export async function registered(world: World, kind: DeviceKind, elderId?: string): Promise<Registered> {
  const office = await world.as('wx-zhouzhuren');
  return office.safety('registerDevice', { kind, label: '汉威 JT-001', spot: '厨房', ...(elderId ? { elderId } : {}) });
}

/** A call as the device signs it. */
export function deviceCall(world: Pick<World, 'now'>, { device, secret }: Registered, event: DeviceEvent | string) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const stamp = String(world.now());
  const signature = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex');
  const headers = { 'x-device': device, 'x-timestamp': stamp, 'x-signature': signature };
  return { path: '/api/safety/hooks/device', body, headers: { 'content-type': 'application/json', ...headers } };
}

/** @returns the status and what was said. */
export async function sendEvent(
  world: World,
  device: Registered,
  event: DeviceEvent,
): Promise<{ status: number; said?: string }> {
  const { path, body, headers } = deviceCall(world, device, event);
  const reply = await fetch(`${world.url}${path}`, { method: 'POST', headers, body });
  const text = await reply.text();
  return { status: reply.status, ...(text ? (JSON.parse(text) as { said: string }) : {}) };
}

export type AlertDoc = Alert & { _id: string };
export const alertsOf = (world: World, filter: object = {}): AlertDoc[] =>
  world.engine.peek('alerts', filter, 1000) as AlertDoc[];
export const alertIdOf = ({ _id }: AlertDoc): string => _id.slice(_id.indexOf(':') + 1);
