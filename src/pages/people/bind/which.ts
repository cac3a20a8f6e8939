/** What a relative types to name an elder, and what is still missing in words. */
import type { WhichElder } from '../../../../types/people';

export type By = WhichElder['by'];

export interface Draft {
  by: By;
  name: string;
  phone: string;
  cardNo: string;
  buildingId: string;
  unitId: string;
  room: string;
  relation: string;
}

export const EMPTY: Draft = { by: 'phone', name: '', phone: '', cardNo: '', buildingId: '', unitId: '', room: '', relation: '' };

export type Gaps = Partial<Record<keyof Draft, string>>;

/** Only what a person can see without the server: an empty line, a telephone number that is too short. */
export function gapsOf(draft: Draft): Gaps {
  const gaps: Gaps = {};
  const need = (key: keyof Draft, text: string) => {
    if (draft[key].trim() === '') gaps[key] = text;
  };
  need('name', '请写上老人的姓名');
  need('relation', '请选一下您是谁');
  if (draft.by === 'phone' && !/^1\d{10}$/.test(draft.phone.trim())) gaps.phone = '手机号是 11 位数字，请检查';
  if (draft.by === 'card') need('cardNo', '请写上卡上的号码');
  if (draft.by === 'room') {
    need('buildingId', '请选楼栋');
    if (draft.buildingId) need('unitId', '请选单元');
    need('room', '请写房号，例如 501');
  }
  return gaps;
}

/** The draft as the contract takes it; call it when there are no gaps. */
export function whichOf(draft: Draft): WhichElder {
  const name = draft.name.trim();
  if (draft.by === 'phone') return { by: 'phone', name, phone: draft.phone.trim() };
  if (draft.by === 'card') return { by: 'card', name, cardNo: draft.cardNo.trim() };
  return { by: 'room', name, buildingId: draft.buildingId, unitId: draft.unitId, room: draft.room.trim() };
}
