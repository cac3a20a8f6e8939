import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Timeline } from '../../../components/Timeline';
import { useQueryOf } from '../../../services/useDoor';
import { toDesk } from '../../desk/way';
import { isOpen, toldNo } from '../../mediation/parts/verdict';
import { mediation } from '../queries';
import { PARTIES_OF } from '../words';
import { Accept, AskMore, Decline, Join } from './acts/Decide';
import { Fail, StopFor } from './acts/End';
import { AnswerFor, RecordInvitation } from './acts/Invite';
import { LinkRespondent } from './acts/Link';
import { ExtendFor, ExtensionState, Pause } from './acts/Pace';
import { PanelOf } from './acts/PanelOf';
import { Recuse, Specialist } from './acts/Specialist';
import { momentsOf } from './clocks';
import { OpenUntil } from './OpenUntil';
import { mayFor } from './onBehalf';

interface Props {
  view: CaseView;
  /** The application was decided: from now on it is read like any case. */
  onDecided: () => void;
  goTo: (tab: 'talks' | 'agreed' | 'file' | 'pieces') => void;
}

/** 办理: what comes next, then what can be done besides, then what happened. */
export function ToDo({ view, onDecided, goTo }: Props) {
  return (
    <>
      <OpenUntil view={view} />
      <Card title={view.next ?? view.statusText}>
        <View className="col">
          <Ways view={view} goTo={goTo} />
          <Accept view={view} onDone={onDecided} />
          <AnswerFor view={view} />
          <LinkRespondent view={view} />
          <RecordInvitation view={view} />
          <AskMore view={view} onDone={onDecided} />
          <Ended view={view} />
        </View>
      </Card>
      <PanelOf view={view} />
      <Besides view={view} onDecided={onDecided} />
      <Card title="经过">
        <Timeline moments={momentsOf(view)} />
      </Card>
    </>
  );
}

/** Where the next thing is done, when it is not here. */
function Ways({ view, goTo }: Pick<Props, 'view' | 'goTo'>) {
  const { may, status } = view;
  if (status === 'mediating')
    return (
      <>
        {may.offerSlots?.ok ? <BigButton text="约时间、写调解记录" onPress={() => goTo('talks')} /> : null}
        {may.draftAgreement?.ok ? (
          <BigButton
            kind="secondary"
            icon="edit"
            text="谈成了，写协议"
            onPress={() => toDesk('desk-mediation/agreement', { id: view.id })}
          />
        ) : null}
      </>
    );
  if (status === 'agreed' || status === 'performing')
    return <BigButton text={status === 'agreed' ? '签名和盖章' : '履行、司法确认、回访'} onPress={() => goTo('agreed')} />;
  return isOpen(may.closeCase) || toldNo(may.closeCase) ? <BigButton text="看卷宗，归档" onPress={() => goTo('file')} /> : null;
}

const Ended = ({ view }: { view: CaseView }) =>
  view.endText || view.groundText ? (
    <View className="desk-note">{[view.endText, view.groundText].filter(Boolean).join('。')}</View>
  ) : null;

function Besides({ view, onDecided }: Pick<Props, 'view' | 'onDecided'>) {
  const { may } = view;
  const some = [
    may.pause,
    may.resume,
    may.inviteSpecialist,
    may.recuse,
    may.declineCase,
    may.joinCase,
    may.failCase,
    ...PARTIES_OF.flatMap(side => [mayFor(view, side, 'withdraw'), mayFor(view, side, 'endMediation')]),
  ].some(each => each?.ok);
  if (!some) return null;
  return (
    <Card title="还可以">
      <View className="col">
        <ExtensionState view={view} />
        <View className="besides">
          <Pause view={view} />
          {PARTIES_OF.map(side => (
            <ExtendFor key={side} view={view} side={side} />
          ))}
          <Specialist view={view} />
          <Joining view={view} onDone={onDecided} />
          <Recuse view={view} />
          {PARTIES_OF.map(side => (
            <StopFor key={side} view={view} side={side} />
          ))}
          <Decline view={view} onDone={onDecided} />
          <Fail view={view} />
        </View>
      </View>
    </Card>
  );
}

const RUNNING = ['applied', 'moreAsked', 'inviting', 'panelling', 'mediating', 'paused', 'agreed'] as const;
const isRunning = (status: string) => RUNNING.some(each => each === status);

/** Other cases that still run: those of the register, for the committee to join this one to. */
function Joining({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const may = view.may.joinCase?.ok === true;
  const { data } = useQueryOf(mediation, 'register', { kind: view.kind }, { when: may });
  const others = (data?.rows ?? []).filter(row => row.id !== view.id && isRunning(row.status));
  return (
    <Join
      view={view}
      onDone={onDone}
      others={others.map(row => ({
        id: row.id,
        text: [row.number ?? `申请号 ${row.ref}`, row.kindName, row.building, row.statusText].filter(Boolean).join(' · '),
      }))}
    />
  );
}
