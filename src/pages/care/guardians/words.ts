/** A guardian's standing, and what ending it is called. Pure. */
import type { GuardianView } from '../../../../types/care';
import type { Tone } from '../../../components/Tag';

export function statusOf({ status, me }: Pick<GuardianView, 'status' | 'me'>): { word: string; tone: Tone } {
  if (status === 'invited') return { word: '等对方接受', tone: 'warning' };
  return me ? { word: '我', tone: 'primary' } : { word: '监护人', tone: 'success' };
}

interface End {
  button: string;
  title: string;
  text: string;
}

export function endText({ status, me, name }: Pick<GuardianView, 'status' | 'me' | 'name'>): End {
  if (status === 'invited') {
    return { button: '收回邀请', title: `收回给${name}的邀请吗？`, text: '对方不能再接受。需要时可以再邀请。' };
  }
  if (me) {
    const text = '以后您看不到孩子的情况，也不能接孩子。您添加的接送人也不再有效。';
    return { button: '我不再做监护人', title: '不再做这个孩子的监护人吗？', text };
  }
  return { button: '取消', title: `取消${name}吗？`, text: '对方不再是监护人。' };
}
