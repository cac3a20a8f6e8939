/** A quarrel in the demo community, as far as a test wants it to go: 王桂兰 (3栋2单元501) and 吴建国 above her. */

import type { InputOf } from '../../types/contract';
import type { CaseView, MediationContract } from '../../types/mediation';
import { addDays, type Instant, instantAt } from '../../types/time';
import type { Person, World } from '.';

/** The smallest picture there is: one pixel. */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export type Cast = Record<'wang' | 'wu' | 'he' | 'qian' | 'ma' | 'office' | 'sun' | 'limin' | 'chen', Person>;

export async function castOf(world: World): Promise<Cast> {
  const named: [keyof Cast, string][] = [
    ['wang', 'wx-wangguilan'],
    ['wu', 'wx-wujianguo'],
    ['he', 'wx-hejing'],
    ['qian', 'wx-qianguoqiang'],
    ['ma', 'wx-malijuan'],
    ['office', 'wx-zhouzhuren'],
    ['sun', 'wx-sunyumei'],
    ['limin', 'wx-limin'],
    ['chen', 'wx-chenshegong'],
  ];
  return Object.fromEntries(await Promise.all(named.map(async ([key, openid]) => [key, await world.as(openid)]))) as Cast;
}

type Application = InputOf<MediationContract, 'apply'>;

export const aboutLeak = (over: Partial<Application> = {}): Application => ({
  kind: 'leak',
  what: '楼上一洗澡，我家厨房就滴水',
  where: '3栋2单元501 厨房',
  buildingId: 'b3',
  since: '十月底',
  fair: '修好，赔墙面',
  answers: [{ id: 'talked', answer: '谈过，没有结果' }],
  respondent: { name: '吴建国', unitId: 'b3u2', room: '601', is: 'resident' },
  wantsOpen: false,
  danger: false,
  files: [],
  ...over,
});

export const RIGHTS_VERSION = '2026-1';

/** Applied, accepted by 何静, answered by 吴建国: waits for its panel. */
export async function toPanelling({ wang, wu, he, chen }: Cast, over: Partial<Application> = {}): Promise<string> {
  const { case: card } = await (over.forResident ? chen : wang).mediation('apply', aboutLeak(over));
  const id = card.id;
  await he.mediation('acceptCase', { id, summary: '邻居想一起看看厨房滴水的原因' });
  await wu.mediation('answerInvitation', { id, accept: true });
  return id;
}

/** 何静 leads; both know their rights. */
export async function toMediating(cast: Cast, over: Partial<Application> = {}): Promise<string> {
  const id = await toPanelling(cast, over);
  await cast.office.mediation('setPanel', { id, members: [{ accountId: 'wx-hejing', part: 'mediator' }] });
  await knowRights(cast, id);
  return id;
}

export async function knowRights({ wang, wu }: Cast, id: string): Promise<void> {
  await wang.mediation('acknowledgeRights', { id, version: RIGHTS_VERSION });
  await wu.mediation('acknowledgeRights', { id, version: RIGHTS_VERSION });
}

/** A talk by telephone that both come to, and its record. */
export async function talk(world: World, { wang, wu, he }: Cast, id: string, text: string): Promise<CaseView> {
  const at = instantAt(addDays(world.today, 60), 10 * 60);
  const { sessions } = await he.mediation('offerSlots', { id, kind: 'together', mode: 'phone', minutes: 60, slots: [at] });
  const no = sessions.at(-1)!.no;
  await wang.mediation('chooseSlots', { id, no, slots: [at] });
  await wu.mediation('chooseSlots', { id, no, slots: [at] });
  const present = [
    { who: 'applicant' as const, name: '王桂兰' },
    { who: 'respondent' as const, name: '吴建国' },
  ];
  return he.mediation('recordSession', { id, no, text, place: '电话', present });
}

export const agreementOf = (world: World, form: 'oral' | 'written') => ({
  form,
  facts: '楼上厨房下水管渗水，弄湿了楼下墙面。',
  terms: ['吴建国修好下水管。', '吴建国赔偿王桂兰墙面修补费用 800 元。'],
  promises: [
    { by: 'respondent' as const, what: '修好下水管', manner: '自费请人维修', dueOn: addDays(world.today, 10) },
    { by: 'respondent' as const, what: '付 800 元', manner: '当面交付', dueOn: addDays(world.today, 20) },
  ],
  place: '百·和调解室',
});

/** Signed by both and the mediator, sealed by the office: in effect. */
export async function toPerforming(world: World, cast: Cast, id: string): Promise<CaseView> {
  const { wang, wu, he, office } = cast;
  const { agreement } = await he.mediation('draftAgreement', { id, ...agreementOf(world, 'written') });
  const round = agreement!.round;
  await wang.mediation('sign', { id, image: PNG, round });
  await wu.mediation('sign', { id, image: PNG, round });
  await he.mediation('sign', { id, image: PNG, round });
  await office.mediation('saveSeal', { image: PNG });
  return office.mediation('placeSeal', { id, round });
}

export type CaseRow = { _id: string; status: string; people: string[]; parts: { id: string; kind: string; visible: string }[] };
/** As it lies in the database. */
export const caseRow = (world: World, id: string): CaseRow =>
  (world.engine.peek('cases', { _id: `xingfuli:${id}` }) as CaseRow[])[0]!;

export const soon = (world: World, days: number, hour: number): Instant => instantAt(addDays(world.today, days), hour * 60);

/** Uploads a file by ticket, as a page does. @returns its id */
export async function bring(person: Person, ending: 'jpg' | 'png' | 'pdf' | 'mp3', content: Buffer): Promise<string> {
  const { fileId, url, fields } = await person.mediation('evidenceTicket', { ending });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(content)]), `file.${ending}`);
  const reply = await fetch(url, { method: 'POST', body: form });
  if (!reply.ok) throw new Error(`upload: ${reply.status} ${await reply.text()}`);
  return fileId;
}
