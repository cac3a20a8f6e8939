import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { sentenceOf } from '../../../services/sentences';
import type { IconName } from '../../../styles/icons';

export type DeedVerdict = CaseView['may'][keyof CaseView['may']];

/** A no that only says "not now" or "not you" is no news for the reader: nothing is shown. */
const SILENT: readonly string[] = ['NOT_NOW', 'NOT_YOUR_PART'];

export const isOpen = (verdict: DeedVerdict): boolean => verdict?.ok === true;

/** Whether a deed has a place on the page at all. */
export const isShown = (verdict: DeedVerdict): boolean => verdict !== undefined && (verdict.ok || !SILENT.includes(verdict.code));

interface Props {
  verdict: DeedVerdict;
  text: string;
  kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  icon?: IconName;
  label?: string;
  small?: boolean;
  busy?: boolean;
  onPress: () => unknown;
}

/** A deed as the server judges it: a button, or the reason why not. */
export function DeedButton({ verdict, ...button }: Props) {
  if (!isShown(verdict)) return null;
  return (
    <>
      <BigButton {...button} disabled={!isOpen(verdict)} />
      {verdict && !verdict.ok ? (
        <View className="t-secondary">{`${sentenceOf(verdict.code, verdict.details).title}。${sentenceOf(verdict.code, verdict.details).next}`}</View>
      ) : null}
    </>
  );
}
