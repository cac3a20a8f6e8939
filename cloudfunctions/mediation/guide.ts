/** The words of the guided application: kinds with their few questions, promises, rights (第二十三、二十四条), clauses to begin with. */
import type { CaseKind, Clause, Guide } from '../../types/mediation';
import { CASE_KINDS } from '../../types/mediation';
import { KIND_NAME } from './rules/words';

type Question = Guide['kinds'][number]['questions'][number];
const ask = (id: string, text: string, more: Partial<Question> = {}): Question => ({ id, text, ...more });
const often = ask('often', '多久发生一次？', { choices: ['一直这样', '每天', '每周几次', '偶尔'] });
const talked = ask('talked', '你们自己谈过吗？', { choices: ['没有谈过', '谈过，没有结果', '吵过架'] });

export const KINDS: Record<CaseKind, { about: string; questions: Question[] }> = {
  leak: {
    about: '楼上漏到楼下、水管渗水、防水没做好',
    questions: [
      ask('where', '哪里漏？', { example: '卫生间天花板' }),
      ask('loss', '弄坏了什么？', { example: '吊顶、墙皮' }),
      talked,
    ],
  },
  noise: {
    about: '半夜响动、装修、广场舞、乐器',
    questions: [ask('when', '一般什么时候？', { example: '晚上十一点以后' }), often, talked],
  },
  parking: { about: '占车位、堵车道、剐蹭', questions: [ask('place', '在哪个位置？'), often, talked] },
  pets: {
    about: '狗叫、不拴绳、粪便、伤人',
    questions: [ask('pet', '是什么动物？'), ask('hurt', '有人受伤吗？', { choices: ['没有', '有'] }), talked],
  },
  sharedSpace: { about: '楼道堆物、占用公共地方、晾晒、采光', questions: [ask('place', '哪一处公共地方？'), often, talked] },
  family: {
    about: '赡养、抚养、婚姻、继承',
    questions: [ask('about', '主要是哪方面？', { choices: ['赡养老人', '抚养孩子', '婚姻', '继承', '其他'] }), talked],
  },
  propertyCompany: {
    about: '物业服务、收费、维修',
    questions: [ask('about', '主要是哪方面？', { choices: ['维修', '收费', '保洁保安', '其他'] }), talked],
  },
  other: { about: '上面没有的，都可以写在这里', questions: [talked] },
};

export const guideKinds = (): Guide['kinds'] =>
  CASE_KINDS.map(kind => ({ kind, name: KIND_NAME[kind], about: KINDS[kind].about, questions: KINDS[kind].questions }));

export const PROMISES = [
  '调解不收一分钱。',
  '参加不参加，由双方自己决定；中途不想谈了，随时可以停。',
  '您说的话只有调解员看得到；您愿意告诉对方的，才会让对方看到。',
  '调解不影响您去法院、找政府部门，任何人不能因此阻拦您。',
  '谈的内容保密，不对外说；卷宗封存，谁看过都有记录。',
];

/** 权利义务告知书. The version changes with the words: who acknowledged an older one is asked again. */
export const RIGHTS: Guide['rights'] = {
  version: '2026-1',
  title: '人民调解当事人权利义务告知书',
  rights: [
    '可以选择或者接受人民调解员；',
    '可以接受调解、拒绝调解，或者要求终止调解；',
    '可以要求调解公开进行或者不公开进行；',
    '自己表达意愿，自愿达成调解协议。',
  ],
  duties: ['如实说明纠纷的事实；', '遵守调解现场秩序，尊重人民调解员；', '尊重对方当事人行使权利。'],
};

export const rightsText = (): string =>
  [
    `${RIGHTS.title}（${RIGHTS.version}）`,
    '您有权：',
    ...RIGHTS.rights,
    '您应当：',
    ...RIGHTS.duties,
    '调解不收费，达成的协议具有法律约束力，应当履行。',
  ].join('\n');

type Words = Omit<Clause, 'kind'>;
const COMMON: Words[] = [
  { id: 'once', name: '一次了结', text: '双方就本次纠纷再无其他争议。' },
  { id: 'polite', name: '文明相处', text: '双方今后遇事先沟通，互相谅解，不辱骂、不过激。' },
  { id: 'copies', name: '协议份数', text: '本协议双方各执一份，调解委员会留存一份，具有同等效力。' },
];
const CLAUSES: Partial<Record<CaseKind, Words[]>> = {
  leak: [
    { id: 'repair', name: '修好防水', text: '____于____年__月__日前自费修好漏水处，并保证两年内不再漏水。' },
    { id: 'pay', name: '赔偿损失', text: '____一次性赔偿____因漏水造成的损失共____元。' },
    { id: 'enter', name: '配合检修', text: '____同意检修人员入户检查，提前一天约好时间。' },
  ],
  noise: [
    { id: 'quiet', name: '安静时间', text: '____每天__时至次日__时不发出影响邻居休息的声音。' },
    { id: 'mat', name: '减少声响', text: '____在____年__月__日前给桌椅加垫、铺设地垫。' },
  ],
  parking: [{ id: 'place', name: '各停各位', text: '____不再占用____的车位，临时停车留下电话。' }],
  pets: [{ id: 'leash', name: '牵绳出门', text: '____出门给犬只拴绳，及时清理粪便，夜间不让犬只长时间吠叫。' }],
  sharedSpace: [{ id: 'clear', name: '清理堆物', text: '____于____年__月__日前清走堆放物，以后不再堆放。' }],
  family: [{ id: 'support', name: '赡养费用', text: '____每月__日前支付____赡养费____元，并每周看望一次。' }],
  propertyCompany: [{ id: 'service', name: '限期整改', text: '____于____年__月__日前完成____，并书面告知业主。' }],
};
/** What a committee starts with until it edits them. */
export const FIRST_CLAUSES: Clause[] = [
  ...CASE_KINDS.flatMap(kind => (CLAUSES[kind] ?? []).map(clause => ({ ...clause, kind }))),
  ...COMMON.map(clause => ({ ...clause, kind: 'any' as const })),
];

/** Those of the kind first, then those of every kind. */
export const clausesFor = (clauses: readonly Clause[], kind: CaseKind): Words[] =>
  [...clauses.filter(each => each.kind === kind), ...clauses.filter(each => each.kind === 'any')].map(({ id, name, text }) => ({
    id,
    name,
    text,
  }));
