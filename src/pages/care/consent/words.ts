/** How a consent stands, in words. Pure. */
import type { ConsentView } from '../../../../types/care';
import { dateText } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';

type Stand = Pick<ConsentView, 'holds' | 'said' | 'version'>;

export function standOf({ holds, said }: Stand): { word: string; tone: Tone } {
  if (holds) return { word: '已同意', tone: 'success' };
  if (!said) return { word: '还没有问过', tone: 'warning' };
  if (said.withdrawnAt) return { word: '已撤回', tone: 'neutral' };
  return said.given ? { word: '到期了', tone: 'warning' } : { word: '没有同意', tone: 'neutral' };
}

const yearDay = (day: NonNullable<Stand['said']>['from']) => `${day.slice(0, 4)}年${dateText(day)}`;

/** Who said what when, for how long, to which text. */
export function saidText({ said, version }: Stand): string | undefined {
  if (!said) return undefined;
  const old = said.version < version ? `，当时是第 ${said.version} 版` : '';
  if (said.withdrawnAt) return `${said.byName}同意过，已经撤回，最后一天是${yearDay(said.to)}${old}`;
  if (!said.given) return `${said.byName}在${yearDay(said.from)}选了不同意${old}`;
  return `${said.byName}同意的，从${yearDay(said.from)}到${yearDay(said.to)}${old}`;
}
