/**
 * The door of devices: `POST /api/safety/hooks/device`. The signature is proved before the body is read; a message that is too old or
 * comes again is worth nothing. Ids of events lie in the device's own document, and in the alert that they caused: whichever of the two a
 * crash leaves unwritten, the sender comes again, and nothing is done twice. Four waves: prove, read around, leave the mark, write.
 */

import type { AlertKind, Place } from '../../../types/alerts';
import type { HookCall, HookReply } from '../../../types/contract';
import { type Device, type DeviceEvent, type DeviceKind, zDeviceEvent } from '../../../types/devices';
import type { Instant } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context } from '../../_shared/context';
import type { Draft } from '../../_shared/draft';
import { hmacOf, jsonOf, sameSecret } from '../../_shared/hooks';
import { event } from '../../_shared/tell';
import { deviceSecrets, devices } from '../collections';
import { raise } from '../raise';
import { contacted, isFresh, KIND_OF_DEVICE, knows } from '../rules/devices';

const reply = (status: number, said: string): HookReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ said }),
});

/** `community:device`, as it was shown when the device was registered. */
const ADDRESS = /^([A-Za-z0-9_-]{1,40}):([A-Za-z0-9_-]{1,60})$/;

export async function device(call: HookCall, ctx: Context): Promise<HookReply> {
  const [, communityId = '', deviceId = ''] = ADDRESS.exec(call.headers['x-device'] ?? '') ?? [];
  const stamp = call.headers['x-timestamp'] ?? '';
  if (call.method !== 'POST' || !deviceId || !/^\d{13}$/.test(stamp)) return ctx.refuse('NOT_ALLOWED');
  const there = ctx.within(communityId);
  const draft = there.store.draft(devices, deviceId, { quiet: true });
  const [known, secret] = await Promise.all([draft.current(), there.store.read(deviceSecrets, deviceId)]);
  const right = hmacOf(call.raw, secret?.secret ?? '', `${stamp}.`);
  const signed = secret !== undefined && sameSecret(call.headers['x-signature'] ?? '', right);
  if (!known?.active || !signed || !isFresh(Number(stamp) as Instant, ctx.now)) return ctx.refuse('NOT_ALLOWED');
  const read = zDeviceEvent.safeParse(jsonOf(call));
  if (!read.success) return ctx.refuse('BAD_INPUT');
  const again = knows(known, read.data.eventId);
  // An alarm is taken in by its alert, whatever the register says of it; the two are written side by side.
  if (read.data.type === 'alarm') await Promise.all([alarm(there, known, read.data), remember(draft, read.data, ctx.now)]);
  else if (!again && isSign(known)) await rememberSign(there, known.elderId, known.id, read.data);
  else if (!again) await remember(draft, read.data, ctx.now);
  return reply(200, again ? 'again' : 'taken');
}

const SPOT: Record<DeviceKind, string> = {
  gas: '燃气报警器',
  smoke: '烟感',
  water: '水浸传感',
  sosPhone: '紧急呼叫',
  motion: '活动传感',
};

async function alarm(ctx: Context, known: Stored<Device>, { eventId, reading, lat, lng }: DeviceEvent): Promise<void> {
  const kind: AlertKind = KIND_OF_DEVICE[known.kind];
  const what = `${known.spot ?? ''}${SPOT[known.kind]}${known.label}`.slice(0, 80);
  const place: Place | undefined = lat !== undefined && lng !== undefined ? { lat, lng } : undefined;
  await raise(ctx, {
    kind,
    subjectId: known.elderId ?? known.id,
    name: known.elderName ?? SPOT[known.kind],
    cause: `device:${known.id}:${eventId}`,
    facts: [what, ...(reading ? [reading] : [])],
    source: 'device',
    deviceId: known.id,
    ...(place ? { place } : {}),
  });
}

/** Battery, contact and the event's id. */
async function remember(draft: Draft<Device>, given: DeviceEvent, now: Instant): Promise<void> {
  await draft.save(current => {
    if (!current || knows(current, given.eventId)) return undefined;
    return { doc: contacted(current, given, now) };
  });
}

/** A movement is a sign of life; a quiet report of the battery is none. */
const isSign = (device: Stored<Device>): device is Stored<Device> & { elderId: string } =>
  device.kind === 'motion' && device.elderId !== undefined;

async function rememberSign(ctx: Context, residentId: string, deviceId: string, given: DeviceEvent): Promise<void> {
  await ctx.store.draft(devices, deviceId).save(current => {
    if (!current || knows(current, given.eventId)) return undefined;
    const sign = event('sign.ofLife', { residentId, source: 'device' as const, at: ctx.now });
    return { doc: contacted(current, given, ctx.now), tell: [sign] };
  });
}
