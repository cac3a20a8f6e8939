/** An application in words: everything for the last look, and what happens once it is sent. Pure. */
import type { OutputOf } from '../../../../types/contract';
import type { Guide, MediationContract } from '../../../../types/mediation';
import type { Me } from '../../../../types/people';
import { dateText, dayOf } from '../../../../types/time';
import { momentText } from '../words';
import { type Draft, questionsOf, type Step } from './draft';

type Applied = OutputOf<MediationContract, 'apply'>;

interface Told {
  step: Step;
  title: string;
  text: string;
}

export interface Telling {
  draft: Draft;
  guide: Guide;
  me: Me;
  asksWho: boolean;
  /** Buildings with their units; empty until they are known. */
  places: Places;
}

type Places = readonly { id: string; name: string; units: readonly { id: string; name: string }[] }[];

/** 3栋2单元601, or the address in words. */
function homeText({ is, address, buildingId, unitId, room }: Draft, places: Places): string {
  if (is !== 'resident') return address;
  const building = places.find(({ id }) => id === buildingId);
  const unit = building?.units.find(({ id }) => id === unitId);
  return [building?.name, unit?.name, room].filter(Boolean).join('');
}

/** Everything that was written, in the order of the steps. */
export function toldOf({ draft, guide, me, asksWho, places }: Telling): Told[] {
  const elder = me.elders.find(({ id }) => id === draft.forResident);
  const kind = guide.kinds.find(each => each.kind === draft.kind);
  return [
    ...(asksWho ? [{ step: 'who' as const, title: '给谁申请', text: elder ? `替${elder.name}` : '给我自己' }] : []),
    { step: 'kind', title: '哪一类', text: kind?.name ?? '没有选' },
    { step: 'danger', title: '有没有危险', text: draft.danger ? '有危险' : '没有危险' },
    { step: 'what', title: '是什么事', text: draft.what },
    { step: 'where', title: '在哪里', text: draft.where },
    { step: 'since', title: '从什么时候', text: draft.since },
    { step: 'whom', title: '和谁的事', text: [draft.name, homeText(draft, places), draft.phone].filter(Boolean).join('，') },
    { step: 'fair', title: '希望怎么解决', text: draft.fair },
    ...questionsOf(draft.kind, guide.kinds).map(
      ({ id, text }): Told => ({ step: `q:${id}`, title: text, text: draft.answers[id] || '没有填' }),
    ),
    { step: 'files', title: '照片和材料', text: draft.files.length > 0 ? `${draft.files.length} 个` : '没有' },
    { step: 'session', title: '要不要公开', text: draft.wantsOpen ? '可以公开谈' : '关起门谈' },
  ];
}

/** What happens now, with the dates that are known. */
export const momentsOf = ({ case: card }: Applied, guide: Pick<Guide, 'answerDays' | 'clockDays'>) => [
  { time: '现在', title: '已经送到社区调委会', text: momentText(card.appliedAt), done: true },
  {
    time: '第一步',
    title: card.dueAt ? `${dateText(dayOf(card.dueAt))}前告诉您受不受理` : '几天内告诉您受不受理',
    text: '还没到：不受理的话，会告诉您原因和该去哪里',
    done: false,
  },
  { time: '第二步', title: '受理后邀请对方', text: `还没到：对方有 ${guide.answerDays} 天考虑，也可以不同意`, done: false },
  { time: '第三步', title: '约时间，坐下来谈', text: `还没到：一般 ${guide.clockDays} 天内谈完`, done: false },
];
