/**
 * Raising an alert, from whatever source: a report joins the open alert it belongs to, or begins one, and the first rung goes out with
 * the very save that begins it. Three waves: read around, leave the mark, write.
 */
import type { Alert, AlertKind, AlertSource, Place } from '../../types/alerts';
import { NEVER_SILENT, SEVERITY_OF } from '../../types/alerts';
import { addDays, dayOf, type Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { LIGHT } from '../_shared/store';
import { circleFrom, momentOf, type Surrounding, surroundingOf } from './circle';
import { absences, alerts } from './collections';
import { alertIdOf } from './ids';
import { joins } from './rules/alert';
import { joined } from './rules/changes';
import { fire, ladderFor, released } from './rules/ladder';
import { isAway } from './rules/watch';
import { callOf, KIND_TITLE } from './tell';

export type Report = {
  kind: AlertKind;
  /** Names the report; the same however often it comes. */
  cause: string;
  subjectId: string;
  /** For a subject that is no resident. */
  name?: string;
  title?: string;
  facts?: readonly string[];
  place?: Place;
  photo?: string;
  /** The number of who reports, for staff to call back. */
  callback?: string;
  source: AlertSource;
  deviceId?: string;
  drill?: boolean;
  /** May still be taken back for the seconds of the settings. */
  held?: boolean;
  /** Who reports, as the timeline says it. */
  by?: string;
};

/** Enough to hold every open alert of one person and the last ones that ended. */
const RECENT = 20;
const TRIES = 4;

type Reading = {
  recent: Stored<Alert>[];
  around: Surrounding;
  absent: boolean;
};

/** What can kill is called the same whether somebody is away or not, so the absences are not even read. */
async function readAround(ctx: Context, subjectId: string, kind: AlertKind): Promise<Reading> {
  const today = dayOf(ctx.now);
  const away = NEVER_SILENT.includes(kind)
    ? []
    : ctx.store.find(absences, { elderId: subjectId, to: _.gte(addDays(today, -1)) }, { limit: 20, without: LIGHT });
  const [recent, around, gone] = await Promise.all([recentOf(ctx, subjectId), surroundingOf(ctx.store, subjectId, kind), away]);
  return { recent, around, absent: isAway(gone, today) };
}

const recentOf = (ctx: Context, subjectId: string): Promise<Stored<Alert>[]> =>
  ctx.store.find(alerts, { subjectId }, { order: ['-episode'], limit: RECENT, without: LIGHT });

/**
 * @param gate what must have gone well before anything is written; the reading goes on beside it.
 * @returns the alert as it stands now: begun, joined, or just as it was when this report is known already.
 */
export async function raise(ctx: Context, report: Report, gate?: Promise<unknown>): Promise<Stored<Alert>> {
  const [reading] = await Promise.all([readAround(ctx, report.subjectId, report.kind), gate]);
  let { recent } = reading;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = recent.find(alert => alert.causes.includes(report.cause));
    if (known) return known;
    const open = report.drill ? undefined : joins(recent, report.kind);
    const saved = open
      ? await join(ctx, open.id, report, reading)
      : await begin(ctx, report, (recent[0]?.episode ?? 0) + 1, reading);
    if (saved) return saved;
    recent = await recentOf(ctx, report.subjectId);
  }
  return ctx.refuse('BUSY');
}

/** Undefined: it ended in the meantime. */
async function join(ctx: Context, id: string, report: Report, { around }: Reading): Promise<Stored<Alert> | undefined> {
  const facts = [report.title ?? (report.kind === id.split('~')[0] ? '' : KIND_TITLE[report.kind]), ...(report.facts ?? [])];
  const words = [report.by ?? '', ...facts].filter(Boolean);
  let ended = false;
  const saved = await ctx.store.draft(alerts, id).save(current => {
    ended = !current?.open;
    if (!current?.open) return undefined;
    const more = joined(current, { kind: report.kind, cause: report.cause, facts: words, at: ctx.now });
    if (!more) return undefined;
    const placed = {
      ...more,
      ...(report.place ? { place: report.place } : {}),
      ...(report.callback ? { callback: report.callback } : {}),
    };
    if (placed.status !== 'held' || report.held) return { doc: placed };
    const { alert, calling } = fire(
      released(placed, ctx.now),
      circleFrom(around, placed, ctx.now),
      momentOf(around.settings, ctx.now),
    );
    return { doc: alert, tell: callOf(alert, id, calling, around.community) };
  });
  return ended ? undefined : saved;
}

/** Undefined: somebody reported the same moment first, and what they began has ended already. */
async function begin(ctx: Context, report: Report, episode: number, reading: Reading): Promise<Stored<Alert> | undefined> {
  const id = alertIdOf(report.kind, report.subjectId, episode);
  const { around } = reading;
  let ended = false;
  const saved = await ctx.store.draft(alerts, id, { fresh: true }).save(current => {
    ended = current !== undefined && !current.open;
    if (current) {
      const more = current.open
        ? joined(current, { kind: report.kind, cause: report.cause, facts: report.facts ?? [], at: ctx.now })
        : undefined;
      return more && { doc: more };
    }
    const fresh = freshAlert(report, episode, reading, ctx.now);
    if (report.held) return { doc: fresh };
    const { alert, calling } = fire(fresh, circleFrom(around, fresh, ctx.now), momentOf(around.settings, ctx.now));
    return { doc: alert, tell: callOf(alert, id, calling, around.community) };
  });
  return ended ? undefined : saved;
}

function freshAlert(report: Report, episode: number, { around, absent }: Reading, now: Instant): Alert {
  const { kind } = report;
  const { elder } = around;
  const away = absent && !NEVER_SILENT.includes(kind);
  const title = report.title ?? KIND_TITLE[kind];
  const said = [title, ...(report.facts ?? [])].join('；').slice(0, 300);
  return {
    kind,
    severity: SEVERITY_OF[kind],
    subjectId: report.subjectId,
    subjectName: elder?.name ?? report.name ?? '社区',
    title,
    facts: [...(report.facts ?? [])],
    source: report.source,
    drill: report.drill ?? false,
    absent: away,
    status: report.held ? 'held' : 'raised',
    open: true,
    episode,
    raisedAt: now,
    reports: 1,
    lastReportAt: now,
    causes: [report.cause],
    ladder: ladderFor(around.watch?.ladders[kind] ?? around.settings.ladders[kind], away),
    round: 1,
    rung: 0,
    step: 0,
    nextAt: (now + (report.held ? around.settings.holdSeconds * 1000 : 0)) as Instant,
    setAt: now,
    paged: [],
    timeline: [{ at: now, what: 'raised', text: said, ...(report.by ? { by: report.by } : {}) }],
    place: report.place,
    photo: report.photo,
    callback: report.callback,
    deviceId: report.deviceId,
    address: elder?.address,
  };
}
