/** Answers of the care for one family, as the cloud would give them. */
import type { Call, Envelope } from '../../types/contract';
import { yes } from '../../types/verdict';
import { childFile, health, TEXTS } from './care-child';
import { at, day, enrolment, type FamilyName, families, NOW, TODAY } from './care-family';
import { codes, drawn, month, offers, PRIORITIES } from './care-offers';

const me = {
  account: { name: '李敏', phone: '139****0001', status: 'member' },
  roles: ['resident', 'family'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '02712345678', address: '幸福路 8 号' },
  elders: [],
  family: [],
  bindings: [],
  may: { join: yes, askBinding: yes, claimFirstAdmin: yes, erase: yes },
};

const tree = {
  grids: [],
  buildings: ['3栋', '5栋'].map((name, index) => ({
    id: `b${index}`,
    name,
    units: [
      { id: `b${index}u1`, name: '1单元' },
      { id: `b${index}u2`, name: '2单元' },
    ],
  })),
  residents: {},
};

/** Answers as the cloud would, for one family; `now`: its clock when a class is asked for. */
export const careCloud =
  (family: FamilyName = 'parent', now = NOW) =>
  (_domain: string, { action, input }: Call): Envelope<unknown> => {
    const asked = input as { childId?: string; month?: string; classId?: string; attendanceId?: string };
    const replies: Record<string, () => unknown> = {
      me: () => me,
      tree: () => tree,
      myCare: families[family],
      child: () => childFile(),
      consentTexts: () => ({
        texts: (['care', 'health', 'pictures'] as const).map(purpose => ({
          purpose,
          text: TEXTS[purpose],
          version: 2,
          months: 12,
        })),
      }),
      addChild: () => ({ childId: 'k-new' }),
      health: () => ({ childName: '小满', health, updatedAt: at('09:00', -3) }),
      classes: () => ({ now, priorities: PRIORITIES, classes: offers(asked.childId) }),
      calendar: () => month(asked.month ?? '2026-11'),
      draw: () => drawn(),
      codes: () => codes,
      pictures: () => ({ urls: [] }),
      incident: () => ({
        childName: '小满',
        day: TODAY,
        kind: 'bump',
        text: '跑的时候额头碰到桌角，冷敷十分钟，没有破皮。',
        byName: '周老师',
        at: at('18:42'),
      }),
      signUp: () =>
        enrolment({
          childId: asked.childId ?? '',
          childName: asked.childId === 'k-chuan' ? '小川' : '小满',
          status: 'waiting',
          position: 5,
          classId: asked.classId ?? '',
        }),
      addTemporary: () => day(),
    };
    const data = (replies[action] ?? (() => ({ done: true })))();
    return { ok: true, data };
  };
