/** Whether somebody may have the child now, in a word. Pure. */
import type { AdultView } from '../../../../types/care';
import type { Tone } from '../../../components/Tag';

/** Why not is said in the same words for every reason: what the office has recorded is nobody else's business. */
export const authorityOf = ({ authorised }: Pick<AdultView, 'authorised'>): { word: string; tone: Tone } =>
  authorised.ok ? { word: '可以接', tone: 'success' } : { word: '现在不能接', tone: 'warning' };
