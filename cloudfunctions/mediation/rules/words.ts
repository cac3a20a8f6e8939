/** How a case is said to people: kinds, statuses, grounds, routes. Pure. */
import type {
  Case,
  CaseKind,
  CaseStatus,
  DeclineGround,
  MediationSettings,
  PanelPart,
  Route,
  Standing,
} from '../../../types/mediation';

export const KIND_NAME: Record<CaseKind, string> = {
  leak: '漏水渗水',
  noise: '噪声扰民',
  parking: '停车占位',
  pets: '养宠物',
  sharedSpace: '公共空间',
  family: '家庭赡养',
  propertyCompany: '物业服务',
  other: '其他纠纷',
};

export const PANEL_TEXT: Record<PanelPart, string> = {
  mediator: '人民调解员',
  gridWorker: '网格员',
  legalAware: '法律明白人',
  lawyer: '律师',
  police: '社区民警',
  counsellor: '心理咨询师',
  socialWorker: '社会工作者',
};

export const STATUS_NAME: Record<CaseStatus, string> = {
  applied: '等待受理',
  moreAsked: '待补充材料',
  inviting: '邀请对方',
  panelling: '确定调解员',
  mediating: '调解中',
  paused: '暂停',
  agreed: '待签名',
  performing: '履行中',
  declined: '不予受理',
  refused: '对方不参加',
  failed: '调解不成',
  withdrawn: '已撤回',
  joined: '已并案',
  closed: '已归档',
};

/** The same status as somebody should read it who is part of it. */
const FOR: Partial<Record<CaseStatus, Partial<Record<Standing, string>>>> = {
  applied: { applicant: '已收到，社区会在期限内答复您' },
  moreAsked: { applicant: '请您补充情况' },
  inviting: { applicant: '正在邀请对方，请等一等', respondent: '社区邀请您谈一谈，请您决定' },
  panelling: { applicant: '正在安排调解员', respondent: '正在安排调解员' },
  agreed: { applicant: '协议写好了，等双方签名', respondent: '协议写好了，等双方签名' },
  performing: { applicant: '协议已生效', respondent: '协议已生效' },
  refused: { applicant: '对方不参加调解，您还有别的办法', respondent: '您没有参加，这件事到此为止' },
};

/** The invitation that nobody answered in time: refused by no one, and said so. */
const UNANSWERED: Partial<Record<Standing, string>> = {
  applicant: '对方没有在期限内答复，您还有别的办法',
  respondent: '没有收到您的答复，这件事到此为止',
};

export function statusText({ status, endedBy }: Pick<Case, 'status' | 'endedBy'>, standing: Standing): string {
  const lapsed = status === 'refused' && endedBy === 'system' ? UNANSWERED[standing] : undefined;
  return lapsed ?? FOR[status]?.[standing] ?? STATUS_NAME[status];
}

/** 若干规定第二十二条; each with where to go instead. */
export const GROUND_TEXT: Record<DeclineGround, string> = {
  courtTook: '人民法院已经受理或者已经处理（人民调解工作若干规定第二十二条）。请按法院的安排办理。',
  policeTook: '公安机关已经受理或者已经处理（人民调解工作若干规定第二十二条）。请联系办案的派出所。',
  organTook: '其他行政机关已经受理或者已经解决（人民调解工作若干规定第二十二条）。请联系该机关。',
  specialOrgan: '依法只能由专门机关处理（人民调解工作若干规定第二十二条）。请向主管机关提出，可拨打 12345 询问。',
  forbidden: '法律规定不能用调解的办法处理（人民调解工作若干规定第二十二条）。可拨打 12348 咨询法律服务。',
  noParty: '找不到明确的对方，暂时没有办法调解。可以先向网格员反映，弄清情况后再申请。',
  notADispute: '这件事不是居民之间的纠纷，请走社区诉求或政务服务热线 12345。',
};

/** 第二十六条: when it ends without agreement, what remains, in plain words. */
export function routesOf(kind: CaseKind, settings: Pick<MediationSettings, 'court'>): Route[] {
  const routes: Route[] = [
    { name: '去法院起诉', text: `可以向${settings.court}起诉。小额的、事实清楚的，法院有简便的办法。` },
    { name: '找律师、申请法律援助', text: '拨打 12348，免费咨询；经济困难的可以申请法律援助。' },
    { name: '再次调解', text: '双方都愿意时，随时可以再来申请，不收费。' },
  ];
  if (kind === 'noise' || kind === 'pets')
    routes.splice(1, 0, { name: '请公安处理', text: '正在发生的噪声、犬只伤人，可以拨打 110。' });
  if (kind === 'propertyCompany')
    routes.splice(1, 0, { name: '向主管部门投诉', text: '可以拨打 12345，向住建部门或街道反映物业服务。' });
  if (kind === 'family') routes.splice(1, 0, { name: '妇联和老龄维权', text: '妇女维权 12338；老人赡养可以找社区和老龄部门。' });
  return routes;
}

type Ended = Pick<Case, 'status' | 'outcome' | 'endedBy'>;
/** How it ended, also once it is archived. */
const endOf = (kase: Ended): CaseStatus | undefined => (kase.status === 'closed' ? kase.outcome : kase.status);

const REFUSED: Record<'answered' | 'lapsed', Record<Standing, string>> = {
  answered: {
    applicant: '对方决定不参加调解。参加调解要双方自愿，这不代表您没有道理，您还有别的办法。',
    respondent: '您没有参加，这件事到此为止。以后愿意谈，随时可以再来。',
    panel: '被申请人不参加调解。',
    office: '被申请人不参加调解。',
  },
  lapsed: {
    applicant: '对方在期限内没有答复。参加调解要双方自愿，这不代表您没有道理，您还有别的办法。',
    respondent: '没有收到您的答复，这件事到此为止。参加不参加由您决定；以后愿意谈，随时可以再来。',
    panel: '被申请人在期限内没有答复。',
    office: '被申请人在期限内没有答复。',
  },
};

/** The respondent who stayed away is not sent to court: nothing is asked of it any more. */
export const showsRoutes = (kase: Ended, standing: Standing): boolean =>
  !(standing === 'respondent' && endOf(kase) === 'refused');

/** How it ended, said to the one who looks. */
export function endText(kase: Ended, standing: Standing): string | undefined {
  const ended = endOf(kase);
  if (ended === 'refused') return REFUSED[kase.endedBy === 'system' ? 'lapsed' : 'answered'][standing];
  if (ended === 'withdrawn') return '申请人撤回了申请，调解到此结束。以后愿意谈，随时可以再申请。';
  if (ended === 'failed') return '这次没有谈成，调解到此结束。您仍然可以走别的途径，任何人不能因此阻拦您。';
  if (ended === 'declined') return '这件事不能由人民调解处理，原因和去处写在下面。';
  return ended === 'joined' ? '这件事和另一件合在一起调解了。' : undefined;
}

/** The wish of both: open only when both wish it so (第二十三条(三)). */
export const isOpenSession = (kase: Pick<Case, 'wantsOpen'>): boolean => kase.wantsOpen.applicant && kase.wantsOpen.respondent;
