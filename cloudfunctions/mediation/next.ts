/** What comes next, said to the one who looks. Pure; words only. */
import type { Case, Standing } from '../../types/mediation';
import type { CivilDate } from '../../types/time';
import { isFollowedUp, mayAnswerFollowUp, satisfiedOf } from './rules/deeds';
import { otherSide, sideOf } from './rules/standing';

const SIDE_NAME = { applicant: '申请人', respondent: '被申请人' } as const;

/** Whose signature is missing. */
export function waitsFor(kase: Pick<Case, 'agreement' | 'status'>): string | undefined {
  const signed = kase.agreement?.signed;
  if (!signed || kase.status !== 'agreed') return undefined;
  const sides = (['applicant', 'respondent'] as const).filter(side => signed[side] === undefined);
  if (sides.length) return `等${sides.map(side => SIDE_NAME[side]).join('和')}签名`;
  return signed.mediator === undefined ? '等调解员签名' : '等调委会盖章';
}

/** One sentence: what this person should do now; undefined when it is somebody else's turn. */
export function nextOf(kase: Case, as: Standing, leads: boolean, today: CivilDate): string | undefined {
  const side = sideOf(as);
  return side ? partyNext(kase, side, today) : as === 'panel' ? panelNext(kase, leads, today) : officeNext(kase);
}

function partyNext(kase: Case, side: 'applicant' | 'respondent', today: CivilDate): string | undefined {
  const { status } = kase;
  if (status === 'moreAsked' && side === 'applicant') return '请补充情况';
  if (status === 'inviting' && side === 'respondent') return '请决定参加不参加';
  const running = status === 'panelling' || status === 'mediating' || status === 'agreed';
  if (running && kase.rights[side] === undefined) return '请看权利义务告知书';
  const open = kase.sessions.find(each => each.status === 'offered' && (each.kind === 'together' || each.side === side));
  if (status === 'mediating' && open && open.suits[side].length === 0) return '请选您方便的时间';
  if (running && kase.extension && !kase.extension.agreed.includes(side)) return '对方希望延长时间，请答复';
  if (status === 'agreed' && kase.agreement?.signed[side] === undefined) return '请看协议并签名';
  if (status !== 'performing') return undefined;
  if (kase.items.some(item => item.by === side && item.status === 'open' && item.dueOn <= today)) return '您答应的事到期了';
  if (kase.items.some(item => item.by === otherSide(side) && item.status === 'reported')) return '对方说办好了，请确认';
  return satisfiedOf(kase, side) === undefined && mayAnswerFollowUp(kase, side, today).ok ? '请说说现在怎么样' : undefined;
}

function panelNext(kase: Case, leads: boolean, today: CivilDate): string | undefined {
  if (kase.status === 'mediating') {
    if (kase.sessions.some(session => session.status === 'offered')) return '等双方选时间';
    return kase.sessions.some(session => session.status === 'agreed') ? '按约调解，之后写记录' : '请约时间';
  }
  const { signed } = kase.agreement ?? {};
  if (kase.status === 'performing' && kase.items.some(item => item.status === 'open' && item.dueOn < today))
    return '有约定过期没做，请问问';
  if (kase.status === 'agreed' && leads && signed?.applicant && signed.respondent && !signed.mediator)
    return '双方已签，请您签名';
  if (kase.status === 'performing' && !isFollowedUp(kase) && kase.followUpOn && kase.followUpOn <= today) return '该回访了';
  return kase.status === 'performing' && kase.items.some(item => item.status === 'reported') ? '请核实履行' : undefined;
}

function officeNext(kase: Case): string | undefined {
  if (kase.status === 'applied') return '请决定是否受理';
  if (kase.status === 'panelling') return '请安排调解员';
  if (kase.status === 'agreed' && kase.agreement?.signed.mediator && !kase.agreement.signed.seal) return '请盖章';
  return ['declined', 'refused', 'failed', 'withdrawn'].includes(kase.status) ? '可以归档' : undefined;
}
