/** The register of devices. A secret is answered once, when it is made. */
import type { Device } from '../../../types/devices';
import type { Community } from '../../../types/directory';
import type { DeviceRow, SafetyContract } from '../../../types/safety';
import { DAY_MS, type Instant } from '../../../types/time';
import { addressText } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { deviceSecrets, devices } from '../collections';
import { newSecret } from '../ids';
import { canKeep } from '../rules/who';
import { settingsOf } from '../settings';

type Devices = Pick<HandlersOf<SafetyContract>, 'devices' | 'registerDevice' | 'renewSecret' | 'retireDevice'>;
const PAGE = 100;

function row(device: Stored<Device>, community: Pick<Community, 'buildings'> | undefined, lowBattery: number): DeviceRow {
  const { address, silentAt: _silentAt, events: _events, ...shown } = device;
  const low = device.battery !== undefined && device.battery < lowBattery;
  return { ...shown, addressText: address ? addressText(address, community) : '', lowBattery: low };
}

/** The device's place at once with its secret: neither stands without the other. */
async function writeSecret(
  ctx: Context,
  id: string,
  change: (before: Stored<Device> | undefined) => Device,
): Promise<{ doc: Device; secret: string }> {
  const secret = newSecret();
  const doc = await ctx.store.together(async tx => {
    const [before, old] = [await tx.read(devices, id), await tx.read(deviceSecrets, id)];
    const next = change(before);
    await tx.write(devices, id, next, before);
    await tx.write(deviceSecrets, id, { secret, madeAt: ctx.now }, old);
    return next;
  });
  return { doc, secret };
}

export const deviceHandlers: Devices = {
  async devices({ trouble, elderId, after }, ctx) {
    const { lowBattery } = await settingsOf(ctx.store);
    const from = after ? { _id: _.gt(ctx.store.fullId(devices, after)) } : {};
    const filter = elderId ? { elderId } : { active: true };
    const [page, community] = await Promise.all([
      ctx.store.find(devices, { ...filter, ...from }, { limit: PAGE, without: LIGHT }),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const rows = page.map(device => row(device, community, lowBattery));
    const shown = trouble ? rows.filter(({ silent, lowBattery: low }) => silent || low) : rows;
    return { now: ctx.now, devices: shown, next: page.length === PAGE ? page[PAGE - 1]?.id : undefined };
  },

  async registerDevice({ kind, label, elderId, spot }, ctx) {
    await ctx.store.author.guard;
    const id = `d-${ctx.store.author.requestId.replace(/[^A-Za-z0-9]/g, '').slice(-24) || newId('d')}`;
    const [elder, community, settings] = await Promise.all([
      elderId ? ctx.store.need(residents, elderId) : undefined,
      ctx.store.read(communities, ctx.session.communityId),
      settingsOf(ctx.store),
    ]);
    if (elder) ctx.insist(canKeep(ctx.session, elder.address));
    const who = elder ? { elderId: elder.id, elderName: elder.name, address: elder.address } : {};
    const known = await ctx.store.read(devices, id);
    if (known) return { ...row(known, community, settings.lowBattery), ...(await secretOf(ctx, id)) };
    const fresh: Device = {
      kind,
      label,
      ...who,
      ...(spot ? { spot } : {}),
      silentAfter: settings.deviceSilentHours,
      // A day for putting it up.
      silentAt: (ctx.now + DAY_MS + settings.deviceSilentHours * 3_600_000) as Instant,
      silent: false,
      active: true,
      registeredAt: ctx.now,
      alarms: 0,
      events: [],
    };
    const { doc, secret } = await writeSecret(ctx, id, () => fresh);
    const stored = { ...doc, id } as Stored<Device>;
    return { ...row(stored, community, settings.lowBattery), device: `${ctx.session.communityId}:${id}`, secret };
  },

  async renewSecret({ id }, ctx) {
    await ctx.store.author.guard;
    const [known, community, settings] = await Promise.all([
      ctx.store.need(devices, id),
      ctx.store.read(communities, ctx.session.communityId),
      settingsOf(ctx.store),
    ]);
    if (!known.active) ctx.refuse('DEVICE_RETIRED');
    const shown = row(known, community, settings.lowBattery);
    // The retry of a gesture whose answer was lost gets the secret that the gesture made.
    if (known.history.some(({ requestId }) => requestId === ctx.store.author.requestId))
      return { ...shown, ...(await secretOf(ctx, id)) };
    const { secret } = await writeSecret(ctx, id, before => {
      if (!before) return ctx.refuse('NOT_FOUND');
      return before;
    });
    return { ...shown, device: `${ctx.session.communityId}:${id}`, secret };
  },

  async retireDevice({ id }, ctx) {
    const draft = ctx.store.draft(devices, id, { quiet: true });
    const [community, settings] = await Promise.all([
      ctx.store.read(communities, ctx.session.communityId),
      settingsOf(ctx.store),
    ]);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      if (!current.active) return undefined;
      const { silentAt: _at, ...rest } = current;
      return { doc: { ...rest, active: false, silent: false } };
    });
    return row(saved, community, settings.lowBattery);
  },
};

async function secretOf(ctx: Context, id: string): Promise<{ device: string; secret: string }> {
  const { secret } = await ctx.store.need(deviceSecrets, id);
  return { device: `${ctx.store.communityId}:${id}`, secret };
}
