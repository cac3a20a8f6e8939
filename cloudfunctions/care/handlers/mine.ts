/** The guardian's first page. */
import type { CareContract, Child } from '../../../types/care';
import { CONSENT_PURPOSES } from '../../../types/care';
import { no, yes } from '../../../types/verdict';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { nowOf } from '../known';
import { byId, collectOf, readMine, todays } from '../mine';
import { dayKind } from '../rules/calendar';
import { holdsNow } from '../rules/consent';
import { isLive } from '../rules/signup';
import { isBarred, mayDecide, waitsForAccount } from '../rules/who';
import { calendarOf } from '../settings';
import { enrolmentView } from '../views';

type Mine = Awaited<ReturnType<typeof readMine>>;

const invitationOf = (child: Stored<Child>, phone: string | undefined) => {
  const asked = child.guardians.find(each => phone !== undefined && waitsForAccount(each) && each.phone === phone);
  if (!asked || isBarred(child, asked)) return [];
  return [{ childId: child.id, childName: child.name, byName: asked.invitedBy ?? '', relation: asked.relation }];
};

function childOf(ctx: Context, child: Stored<Child>, { scene, settings, positions }: Mine) {
  const classes = byId(scene.open);
  const shown = scene.enrolments.filter(each => each.childId === child.id && (isLive(each) || each.status === 'expired'));
  return {
    id: child.id,
    name: child.name,
    school: child.school,
    schoolClass: child.schoolClass,
    lacking: CONSENT_PURPOSES.filter(purpose => !holdsNow(child, purpose, ctx.today)),
    today: todays(ctx, child, scene, settings).map(({ view }) => view),
    enrolments: shown.flatMap(each => {
      const cls = classes.get(each.classId);
      return cls ? [enrolmentView(each, cls, child, settings, nowOf(ctx), positions.get(each.id))] : [];
    }),
    may: { decide: mayDecide(child, ctx.session, 'adults'), signUp: mayDecide(child, ctx.session) },
  };
}

export const mineHandlers: Pick<HandlersOf<CareContract>, 'myCare'> = {
  async myCare(_input, ctx) {
    const mine = await readMine(ctx);
    const { settings, own, all, invited, scene, phone } = mine;
    const kind = dayKind(ctx.today, calendarOf(settings));
    const room = own.length < settings.mostChildren;
    return {
      now: ctx.now,
      today: ctx.today,
      care: { name: settings.name, place: settings.place, phone: settings.phone },
      open: kind.open,
      dayName: kind.name,
      children: own.map(child => childOf(ctx, child, mine)),
      invitations: invited.flatMap(child => invitationOf(child, phone)),
      collect: all.flatMap(child => collectOf(ctx, child, todays(ctx, child, scene, settings))),
      may: { addChild: room ? yes : no('TOO_MANY_CHILDREN', { max: settings.mostChildren }) },
    };
  },
};
