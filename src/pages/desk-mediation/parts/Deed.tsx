import { View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import type { ActionName, OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import type { IconName } from '../../../styles/icons';
import { type DeedVerdict, toldNo } from '../../mediation/parts/verdict';
import { mediation } from '../queries';

export type May = DeedVerdict;

/** A command that is asked about in a sheet before it is done; the sheet closes when it is. */
export function useDeed<A extends ActionName<MediationContract>>(
  action: A,
  onDone?: (output: OutputOf<MediationContract, A>) => void,
) {
  const [open, setOpen] = useState(false);
  const doing = useCommand(mediation, action, {
    onDone: output => {
      setOpen(false);
      onDone?.(output);
    },
  });
  const show = () => {
    doing.reset();
    setOpen(true);
  };
  return { ...doing, open, show, hide: () => setOpen(false) };
}

interface Props extends PropsWithChildren {
  deed: Omit<ReturnType<typeof useDeed>, 'run'>;
  /** The server's verdict; absent: it is not this person's to do. */
  may: May;
  /** The button. */
  text: string;
  /** The question; the button's words unless told. */
  title?: string;
  /** What happens then. */
  note?: string;
  yes: string;
  look?: 'primary' | 'secondary' | 'plain';
  kind?: 'primary' | 'danger';
  icon?: IconName;
  /** As wide as its words. */
  small?: boolean;
  ready?: boolean;
  /** Says why not, where somebody would look for the button. */
  explain?: boolean;
  onYes: () => void;
}

/** One thing to do in a case: its button, and the sheet that asks what it needs. */
export function Deed(props: Props) {
  const {
    deed,
    may,
    text,
    title = text,
    note,
    yes,
    look = 'secondary',
    kind,
    icon,
    small,
    ready,
    explain,
    onYes,
    children,
  } = props;
  if (!may) return null;
  if (!may.ok) return explain ? <WhyNot text={text} may={may} /> : null;
  return (
    <>
      <BigButton small={small} kind={look} icon={icon} text={`${text}…`} onPress={deed.show} />
      <Confirm
        open={deed.open}
        title={title}
        text={note}
        yes={yes}
        kind={kind}
        doing={deed}
        ready={ready}
        onYes={onYes}
        onNo={deed.hide}
      >
        {children}
      </Confirm>
    </>
  );
}

/** 归档：还有没办完的约定 */
export function WhyNot({ text, may }: { text: string; may: May }) {
  const no = toldNo(may);
  if (!no) return null;
  const { title, next } = sentenceOf(no.code, no.details);
  return (
    <View className="desk-note">
      {text}：{title}。{next}
    </View>
  );
}
