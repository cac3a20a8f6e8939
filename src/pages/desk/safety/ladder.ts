/** 升级链: read back in plain words, and while it is being typed. */
import type { AlertLadder, Rung, RungWay } from '../../../../types/safety';
import { whoText } from '../alerts/words';

export const RUNG_WAY_TEXT: Record<RungWay, string> = { push: '微信', text: '微信和短信', call: '微信、短信和电话' };

export interface RungDraft {
  who: Rung['who'];
  after: string;
  way: RungWay;
  /** Minutes between one person and the next; absent: all at once. */
  oneByOne?: string;
}
export interface LadderDraft {
  rungs: RungDraft[];
  pause: string;
}
export type Wrong = Record<string, string>;

/** Minutes between one person and the next, to begin with. */
export const FIRST_TURN = '3';

const MOST_RUNGS = 10;
const MOST_MINUTES = 240;
const MOST_BETWEEN = 60;

const rungText = ({ who, after, way, oneByOneEvery }: Rung, i: number): string => {
  const when = i === 0 ? (after === 0 ? '马上' : `${after} 分钟后`) : after === 0 ? '同时' : `再过 ${after} 分钟没人接手`;
  const order = oneByOneEvery ? `一个一个来，隔 ${oneByOneEvery} 分钟，` : '';
  return `${i + 1}. ${when}，${order}用${RUNG_WAY_TEXT[way]}通知${whoText(who)}`;
};

/** The ladder as steps a person can read aloud. */
export const ladderLines = ({ rungs, pause }: AlertLadder): string[] => [
  ...rungs.map(rungText),
  `都通知过还没人接手，${pause} 分钟后从头再来，直到有人处理。`,
];

export const draftOf = ({ rungs, pause }: AlertLadder): LadderDraft => ({
  rungs: rungs.map(({ who, after, way, oneByOneEvery }) => ({
    who,
    after: String(after),
    way,
    ...(oneByOneEvery === undefined ? {} : { oneByOne: String(oneByOneEvery) }),
  })),
  pause: String(pause),
});

export const withRung = (draft: LadderDraft): LadderDraft => ({
  ...draft,
  rungs: [...draft.rungs, { who: [], after: '10', way: 'call' }],
});
export const mayAddRung = ({ rungs }: LadderDraft): boolean => rungs.length < MOST_RUNGS;

/** A whole number between the two; undefined otherwise. */
export const wholeIn = (text: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
  return value !== undefined && value >= least && value <= most ? value : undefined;
};

/** Notes under `prefix` what is wrong; the result counts only when nothing is. */
export function readLadder({ rungs, pause }: LadderDraft, prefix: string, wrong: Wrong): AlertLadder {
  const number = (text: string, key: string, least: number, most: number): number => {
    const value = wholeIn(text, least, most);
    if (value === undefined) wrong[`${prefix}.${key}`] = `请写 ${least} 到 ${most} 之间的分钟数`;
    return value ?? least;
  };
  return {
    rungs: rungs.map(({ who, after, way, oneByOne }, i) => {
      if (who.length === 0) wrong[`${prefix}.${i}.who`] = '请至少选一类人';
      const every = oneByOne === undefined ? undefined : number(oneByOne, `${i}.oneByOne`, 1, MOST_BETWEEN);
      return {
        who,
        after: number(after, `${i}.after`, 0, MOST_MINUTES),
        way,
        ...(every === undefined ? {} : { oneByOneEvery: every }),
      };
    }),
    pause: number(pause, 'pause', 1, MOST_MINUTES),
  };
}
