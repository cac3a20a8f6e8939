/** An application while it is being written: its steps in order, what is missing at each, and what is sent. Pure. */
import type { InputOf } from '../../../../types/contract';
import type { CaseKind, Guide, MediationContract } from '../../../../types/mediation';

export type Application = InputOf<MediationContract, 'apply'>;
export type Attached = { fileId: string; name: string };

export interface Draft {
  /** '' for oneself, otherwise a bound elder; undefined until it is said. */
  forResident: string | undefined;
  kind: CaseKind | undefined;
  danger: boolean | undefined;
  what: string;
  where: string;
  /** The building it is about, when it is one of ours. */
  atBuilding: string;
  since: string;
  is: 'resident' | 'person' | 'company';
  name: string;
  address: string;
  /** Of a neighbour, by tapping: with the name this finds the neighbour in the roster, so that the invitation arrives. */
  buildingId: string;
  unitId: string;
  room: string;
  phone: string;
  fair: string;
  /** By the question's id. */
  answers: Record<string, string>;
  files: Attached[];
  wantsOpen: boolean;
}

export const EMPTY: Draft = {
  forResident: undefined,
  kind: undefined,
  danger: undefined,
  what: '',
  where: '',
  atBuilding: '',
  since: '',
  is: 'resident',
  name: '',
  address: '',
  buildingId: '',
  unitId: '',
  room: '',
  phone: '',
  fair: '',
  answers: {},
  files: [],
  wantsOpen: false,
};

/** One question a screen; `q:…` is a question of the kind. */
export type Step =
  | 'who'
  | 'kind'
  | 'danger'
  | 'what'
  | 'where'
  | 'since'
  | 'whom'
  | 'fair'
  | `q:${string}`
  | 'files'
  | 'session'
  | 'check';

type Kinds = Guide['kinds'];
export const questionsOf = (kind: CaseKind | undefined, kinds: Kinds) => kinds.find(each => each.kind === kind)?.questions ?? [];

/** The steps of this application. Who has no elder to act for is not asked for whom. */
export function stepsOf(draft: Pick<Draft, 'kind'>, kinds: Kinds, asksWho: boolean): Step[] {
  const questions = questionsOf(draft.kind, kinds).map(({ id }): Step => `q:${id}`);
  return [
    ...(asksWho ? (['who'] as const) : []),
    'kind',
    'danger',
    'what',
    'where',
    'since',
    'whom',
    'fair',
    ...questions,
    'files',
    'session',
    'check',
  ];
}

const filled = (text: string) => text.trim().length > 0;
const PHONE = /^1[3-9]\d{9}$/;

/** What is missing, by field, in a sentence. */
export type Gaps = Partial<Record<keyof Draft, string>>;

function gapsOfWhom({ name, phone }: Draft): Gaps {
  return {
    ...(filled(name) ? {} : { name: '请写对方是谁。不知道姓名，就写“楼上邻居”这样的话。' }),
    ...(phone === '' || PHONE.test(phone) ? {} : { phone: '手机号是 11 位数字，请核对。不知道可以不填。' }),
  };
}

const LINES = {
  what: '请说说是什么事。写一两句就行。',
  where: '请写在哪里发生的。',
  since: '请写从什么时候开始的。记不清就写大概。',
  fair: '请写您希望怎么解决。',
} as const;

/** What has to be put right before going on from this step; questions of the kind, files and the session may stay as they are. */
export function gapsOf(step: Step, draft: Draft): Gaps {
  if (step === 'who') return draft.forResident === undefined ? { forResident: '请选给谁申请。' } : {};
  if (step === 'kind') return draft.kind ? {} : { kind: '请选是哪一类的事。分不清就选最后一个。' };
  if (step === 'danger') return draft.danger === undefined ? { danger: '请选现在有没有危险。' } : {};
  if (step === 'what' || step === 'where' || step === 'since' || step === 'fair')
    return filled(draft[step]) ? {} : { [step]: LINES[step] };
  return step === 'whom' ? gapsOfWhom(draft) : {};
}

export const isComplete = (step: Step, draft: Draft): boolean => Object.keys(gapsOf(step, draft)).length === 0;

/** The first step that still wants something; the check page leads there. */
export const firstGap = (steps: readonly Step[], draft: Draft): Step | undefined => steps.find(step => !isComplete(step, draft));

/** True when anything was written or chosen: then it is kept. */
export const isBegun = (draft: Draft): boolean => JSON.stringify({ ...draft, forResident: undefined }) !== JSON.stringify(EMPTY);

interface Kept {
  draft: Draft;
  step: Step | undefined;
}

/** As the server keeps it. Files are not kept: what was uploaded and not handed in is gone after a day. */
export const textOf = ({ draft, step }: Kept): string => JSON.stringify({ draft: { ...draft, files: [] }, step });

/** What was kept on another day; undefined when there is nothing, or nothing that this version can read. */
export function readKept(text: string | undefined): Kept | undefined {
  if (!text) return undefined;
  try {
    const { draft, step } = JSON.parse(text) as Partial<Kept>;
    return { draft: { ...EMPTY, ...draft }, step };
  } catch {
    return undefined;
  }
}

type Other = Application['respondent'];
/** A neighbour is named by the home, anybody else by an address in words. */
function otherOf({ is, name, phone, address, unitId, room }: Draft): Other {
  const home = is === 'resident' ? { ...(unitId ? { unitId } : {}), ...(filled(room) ? { room } : {}) } : {};
  return { name, is, ...home, ...(phone ? { phone } : {}), ...(filled(address) ? { address } : {}) };
}

/** What is sent. Answers go with the questions of the chosen kind alone: another kind may have been looked at before. */
export function inputOf(draft: Draft, kinds: Kinds, offerId?: string): Application {
  const asked = questionsOf(draft.kind, kinds);
  return {
    kind: draft.kind ?? 'other',
    what: draft.what,
    where: draft.where,
    since: draft.since,
    fair: draft.fair,
    answers: asked.flatMap(({ id }) => (filled(draft.answers[id] ?? '') ? [{ id, answer: draft.answers[id]! }] : [])),
    respondent: otherOf(draft),
    ...(draft.atBuilding ? { buildingId: draft.atBuilding } : {}),
    ...(draft.forResident ? { forResident: draft.forResident } : {}),
    wantsOpen: draft.wantsOpen,
    danger: draft.danger ?? false,
    files: draft.files,
    ...(offerId ? { offerId } : {}),
  };
}
