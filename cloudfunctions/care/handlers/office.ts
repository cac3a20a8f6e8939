/** The office: who is in a class and who waits, signing up on behalf, priorities and their documents. */
import type { CareContract, Child, Enrolment, EnrolmentRow } from '../../../types/care';
import { ageOn } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { digest } from '../../_shared/digest';
import { accounts } from '../../_shared/directory';
import { files } from '../../_shared/files';
import { LIGHT } from '../../_shared/store';
import { message, post } from '../../_shared/tell';
import { careChildren, careClasses, careEnrolments } from '../collections';
import { enrol, positionOf } from '../enrol';
import { nowOf } from '../known';
import { logRead } from '../log';
import { sayAll } from '../rules/consent';
import { isLive } from '../rules/signup';
import { standingGuardian } from '../rules/who';
import { settingsOf } from '../settings';
import { enrolmentView } from '../views';
import { newChild, newGuardianId, plausible } from './children';
import { deskClasses } from './terms';

type Office = Pick<HandlersOf<CareContract>, 'enrolments' | 'findChild' | 'enrolFor' | 'judgePriority' | 'documents'>;
const A_PAGE = 200;

type AtDesk = {
  name: string;
  birthDate: Child['birthDate'];
  school: string;
  schoolClass: string;
  guardian: { name: string; relation: string; phone: string };
  paper: readonly ('care' | 'health' | 'pictures')[];
};

/** The same child at the same guardian's number is the same record, whether from the desk or from a list. */
export const deskChildId = (communityId: string, { name, birthDate, guardian }: Omit<AtDesk, 'paper'>): string =>
  `k-${digest(['deskChild', communityId, name, birthDate, guardian.phone], 16)}`;

/**
 * A child that the office writes down: the guardian has signed on paper and is told by number. Already there: stays as it is, but
 * for a paper that was signed since.
 */
export async function childAtDesk(ctx: Context, id: string, { guardian, paper, ...profile }: AtDesk): Promise<void> {
  const draft = ctx.store.draft(careChildren, id);
  const [settings, [account]] = await Promise.all([
    settingsOf(ctx.store),
    ctx.store.across(accounts, { communityId: ctx.store.communityId, phone: guardian.phone }, { limit: 1, without: LIGHT }),
  ]);
  const { accountId: by, name: byName } = ctx.session;
  const who = { by, byName, way: 'paper' as const, at: ctx.now, given: true };
  const withPaper = (child: Child): Child => {
    const signed = paper.filter(purpose => !child.consents[purpose]?.given);
    const said = signed.map(purpose => ({
      purpose,
      version: settings.consents.find(each => each.purpose === purpose)?.version ?? 1,
    }));
    return said.length === 0
      ? child
      : sayAll(
          child,
          said.map(each => ({ ...each, ...who })),
          settings,
          ctx.today,
        );
  };
  await draft.save(current => {
    if (current?.status === 'active') {
      const doc = withPaper(current);
      return doc === current ? undefined : { doc };
    }
    // The paper with the signature lies in the office: this is a guardian, with the mini-program or without.
    const signed = { id: newGuardianId(), ...guardian, status: 'confirmed' as const, invitedBy: byName, since: ctx.now };
    const words = { by: byName, child: profile.name };
    const tell = account
      ? message('careInvited', account.id, words)
      : post('careInvited', [{ ref: signed.id, phone: guardian.phone }], words, `care:${id}`);
    return { doc: withPaper(newChild({ ...profile, address: undefined }, [signed])), tell: [tell] };
  });
}

function enrolmentRow(
  ctx: Context,
  enrolment: Stored<Enrolment>,
  view: ReturnType<typeof enrolmentView>,
  child: Child,
): EnrolmentRow {
  return {
    ...view,
    pinyin: enrolment.pinyin,
    age: ageOn(child.birthDate, ctx.today),
    school: child.school,
    schoolClass: child.schoolClass,
    at: enrolment.at,
    documents: enrolment.priority?.documents.length ?? 0,
  };
}

/** Prefix as an index can answer it. */
const startsWith = (text: string) => _.gte(text).and(_.lt(`${text}\uffff`));

export const officeHandlers: Office = {
  /** A page by order of arrival; the position of who waits follows from the page. */
  async enrolments({ classId, status, after = -1 }, ctx) {
    const filter = { classId, ...(status ? { status } : {}), arrival: _.gt(after) };
    const [cls, page, settings] = await Promise.all([
      ctx.store.need(careClasses, classId),
      ctx.store.find(careEnrolments, filter, { order: ['arrival'], limit: A_PAGE, without: LIGHT }),
      settingsOf(ctx.store),
    ]);
    const shown = status ? page : page.filter(isLive);
    const [children, [desk], first] = await Promise.all([
      ctx.store.readAll(
        careChildren,
        shown.map(({ childId }) => childId),
        { without: LIGHT },
      ),
      deskClasses(ctx, [cls]),
      positionOf(ctx, shown.find(each => each.status === 'waiting') ?? { ...NOBODY, classId }),
    ]);
    const byId = new Map(children.map(child => [child.id, child]));
    let position = first ?? 1;
    const rows = shown.flatMap(each => {
      const child = byId.get(each.childId);
      const own = each.status === 'waiting' ? position++ : undefined;
      return child ? [enrolmentRow(ctx, each, enrolmentView(each, cls, child, settings, nowOf(ctx), own), child)] : [];
    });
    return { class: desk!, rows, after: page.length === A_PAGE ? page[page.length - 1]!.arrival : undefined };
  },

  async findChild({ text }, ctx) {
    const filter = /^[a-z]+$/i.test(text) ? { pinyin: new RegExp(`(^| )${text.toLowerCase()}`) } : { name: startsWith(text) };
    const found = await ctx.store.find(careChildren, { ...filter, status: 'active' }, { limit: 20, without: LIGHT });
    return {
      children: found.map(child => ({
        id: child.id,
        name: child.name,
        age: ageOn(child.birthDate, ctx.today),
        school: child.school,
        schoolClass: child.schoolClass,
        guardians: child.guardians
          .filter(guardian => guardian.status === 'invited' || standingGuardian(child, guardian))
          .map(({ name, relation }) => `${name}（${relation}）`)
          .join('、'),
      })),
    };
  },

  async enrolFor({ child, classId, priorityId }, ctx) {
    const known = 'childId' in child;
    if (!known && !plausible(child.birthDate, ctx.today)) ctx.refuse('BIRTH_DATE');
    const childId = known ? child.childId : deskChildId(ctx.session.communityId, child);
    if (known && !(await ctx.store.read(careChildren, childId))) ctx.refuse('NOT_FOUND');
    await ctx.store.author.guard;
    if (!known) await childAtDesk(ctx, childId, child);
    const wish = { classId, childId, ...(priorityId ? { priority: { id: priorityId, documents: [] } } : {}) };
    const done = await enrol(ctx, wish, true);
    const position = await positionOf(ctx, done.enrolment);
    return enrolmentView(done.enrolment, done.cls, done.child, done.settings, nowOf(ctx), position);
  },

  async judgePriority({ id, holds }, ctx) {
    const [classId, childId] = [id.split(':')[0] ?? '', id.split(':')[1] ?? ''];
    const draft = ctx.store.draft(careEnrolments, id, { quiet: true });
    const [cls, child, settings] = await Promise.all([
      ctx.store.need(careClasses, classId),
      ctx.store.need(careChildren, childId),
      settingsOf(ctx.store),
    ]);
    if (cls.draw?.drawnAt !== undefined) ctx.refuse('DRAW_DONE');
    const saved = await draft.save(current => {
      if (!current?.priority) return ctx.refuse('NO_PRIORITY');
      return { doc: { ...current, priority: { ...current.priority, state: holds ? 'confirmed' : 'refused' } } };
    });
    return enrolmentView(saved, cls, child, settings, nowOf(ctx));
  },

  async documents({ id }, ctx) {
    const enrolment = await ctx.store.need(careEnrolments, id);
    const ids = enrolment.priority?.documents ?? [];
    if (ids.length > 0) await logRead(ctx, [enrolment.childId], 'sheet');
    const urls = await files.addresses(ids);
    return { urls: ids.flatMap(each => urls[each] ?? []) };
  },
};

const NOBODY = { status: 'enrolled', arrival: 0 } as Enrolment;
