/** Devices: what a message of theirs means and changes. Pure. */
import type { AlertKind } from '../../../types/alerts';
import type { Device, DeviceEvent, DeviceKind } from '../../../types/devices';
import { type Instant, MINUTE_MS } from '../../../types/time';

export const KIND_OF_DEVICE: Record<DeviceKind, AlertKind> = {
  gas: 'gas',
  smoke: 'smoke',
  water: 'water',
  sosPhone: 'sos',
  motion: 'other',
};

/** A message this much older or newer than our clock is refused. */
const FRESH_MS = 5 * MINUTE_MS;
export const isFresh = (stamp: Instant, now: Instant): boolean => Math.abs(now - stamp) <= FRESH_MS;

const EVENTS = 30;
export const knows = (device: Pick<Device, 'events'>, eventId: string): boolean => device.events.includes(eventId);

const hours = (count: number): number => count * 60 * MINUTE_MS;

export function contacted(device: Device, { eventId, type, battery }: DeviceEvent, now: Instant): Device {
  return {
    ...device,
    ...(battery === undefined ? {} : { battery }),
    lastContactAt: now,
    silentAt: (now + hours(device.silentAfter)) as Instant,
    silent: false,
    alarms: device.alarms + (type === 'alarm' ? 1 : 0),
    events: [...device.events, eventId].slice(-EVENTS),
  };
}

/** Too long without a word; said once until it speaks again. */
export const isSilent = (device: Device, now: Instant): boolean =>
  device.active && !device.silent && device.silentAt !== undefined && now >= device.silentAt;

export function silenced(device: Device): Device {
  const { silentAt: _at, ...rest } = device;
  return { ...rest, silent: true };
}
