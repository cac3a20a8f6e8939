/** The sections of a 卷宗 in statutory order, and which pieces are missing. Pure. */
import type { Case, FileCheck, PartKind } from '../../../types/mediation';

type Section = {
  name: string;
  kinds: readonly PartKind[];
  /** What is missing when there is no piece; undefined: this case can do without. */
  needs: (kase: Case) => string | undefined;
};

const ended = (kase: Case): Case['status'] => (kase.status === 'closed' ? (kase.outcome ?? 'closed') : kase.status);
/** It came to talks: the respondent took part. */
const talked = (kase: Case): boolean => kase.sessions.some(session => session.status === 'held') || kase.agreement !== undefined;
const bothRights = (kase: Case): boolean => kase.rights.applicant !== undefined && kase.rights.respondent !== undefined;

export const SECTIONS: readonly Section[] = [
  {
    name: '调解申请书、受理登记表',
    kinds: ['application', 'summary', 'moreAsked', 'joined', 'counterClaim', 'statement'],
    needs: () => '缺调解申请书',
  },
  {
    name: '权利义务告知书',
    kinds: ['rightsNotice'],
    needs: kase => (talked(kase) && !bothRights(kase) ? '缺一方签收的权利义务告知书' : undefined),
  },
  { name: '当事人身份、授权委托', kinds: ['party', 'attorney'], needs: () => '缺当事人身份材料' },
  { name: '调查笔录', kinds: ['inquiry'], needs: () => undefined },
  { name: '证据材料', kinds: ['evidence'], needs: () => undefined },
  {
    name: '调解记录',
    kinds: ['record', 'separateTalk', 'specialist', 'pause'],
    needs: kase => (kase.effectiveAt !== undefined || ended(kase) === 'failed' ? '缺调解记录' : undefined),
  },
  { name: '调解协议书', kinds: ['agreement'], needs: kase => (kase.effectiveAt !== undefined ? '缺调解协议书' : undefined) },
  {
    name: '履行情况',
    kinds: ['performance'],
    needs: kase => (kase.effectiveAt !== undefined && kase.items.length > 0 ? '缺履行凭证' : undefined),
  },
  { name: '回访记录', kinds: ['followUp'], needs: kase => (kase.effectiveAt !== undefined ? '缺回访记录' : undefined) },
  {
    name: '司法确认',
    kinds: ['confirmation'],
    needs: kase => (kase.confirmation && kase.confirmation.status !== 'wanted' ? '缺司法确认材料' : undefined),
  },
  { name: '结案材料', kinds: ['ending', 'note'], needs: () => undefined },
];

/** The rights notice counts for both sides; every other section needs one piece. */
function missingIn(section: Section, kase: Case, pieces: number): string | undefined {
  const need = section.needs(kase);
  if (section.kinds.includes('rightsNotice')) return need;
  return pieces === 0 ? need : undefined;
}

export function checkFile(kase: Case): FileCheck {
  const sections = SECTIONS.map(section => {
    const pieces = kase.parts.filter(ref => (section.kinds as readonly string[]).includes(ref.kind)).length;
    return { name: section.name, pieces, missing: missingIn(section, kase, pieces) };
  });
  return { sections, complete: sections.every(section => section.missing === undefined) };
}
