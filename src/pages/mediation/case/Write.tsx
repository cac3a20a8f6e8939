import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ActionName } from '../../../../types/contract';
import type { CaseView, MediationContract } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Sheet } from '../../../components/Sheet';
import { type Doing, useCommand } from '../../../services/useDoor';
import { Tell } from '../parts/Tell';
import { Tiles } from '../parts/Tiles';
import { mediation } from '../queries';

interface FormProps {
  title: string;
  label: string;
  /** What becomes of the words. */
  note: string;
  send: string;
  doing: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  onSend: (text: string) => void;
  onClose: () => void;
  children?: React.ReactNode;
}

/** A sheet to write on. */
function WriteSheet({ title, label, note, send, doing, onSend, onClose, children }: FormProps) {
  const [text, setText] = useState('');
  return (
    <Sheet title={title} open onClose={onClose}>
      <View className="col">
        {children}
        <Tell label={label} value={text} max={2000} onChange={setText} />
        <View className="t-secondary">{note}</View>
        <FailureNote failure={doing.failure} onRetry={doing.retry} />
        <BigButton text={send} busy={doing.busy} disabled={!text.trim()} onPress={() => onSend(text)} />
      </View>
    </Sheet>
  );
}

interface Props {
  view: CaseView;
  onClose: () => void;
}

type Plain = Extract<ActionName<MediationContract>, 'addFacts' | 'counterClaim'>;
const PLAIN = {
  addFacts: {
    title: '补充说明',
    label: '您要补充的',
    note: '社区看过以后，会告诉您受不受理。',
    send: '送出补充',
  },
  counterClaim: {
    title: '我也有要求',
    label: '您的要求',
    note: '放在这同一件事里一起谈，双方都会看到。',
    send: '送出要求',
  },
} as const;

/** What the committee asked for, or what this side wants in turn. */
export function WritePlain({ view, deed, onClose }: Props & { deed: Plain }) {
  const writing = useCommand(mediation, deed, { onDone: onClose });
  return <WriteSheet {...PLAIN[deed]} doing={writing} onSend={text => writing.run({ id: view.id, text })} onClose={onClose} />;
}

export const SHARE = [
  { value: 'own', text: '只给调解员看', icon: 'lock' },
  { value: 'shared', text: '也给对方看', icon: 'people' },
] as const;
export type Share = (typeof SHARE)[number]['value'];

/** A statement: for the panel alone, or, once the other side is invited, for it too. */
export function WriteStatement({ view, onClose }: Props) {
  const [share, setShare] = useState<Share>('own');
  const writing = useCommand(mediation, 'addStatement', { onDone: onClose });
  return (
    <WriteSheet
      title="说说情况"
      label="您想说的"
      note="送出以后不能改、不能删，可以再写一份。"
      send="送出"
      doing={writing}
      onSend={text => writing.run({ id: view.id, text, share: share === 'shared' })}
      onClose={onClose}
    >
      {view.acceptedAt ? <Tiles label="给谁看" options={SHARE} value={share} onChange={setShare} /> : null}
    </WriteSheet>
  );
}
