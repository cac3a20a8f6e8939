import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { go, useParams } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { HelpCard } from '../parts/HelpCard';
import { isOpen } from '../parts/verdict';
import { useCase } from '../queries';
import { Court } from './Court';
import { Ended } from './Ended';
import { FollowUp } from './FollowUp';
import { Invitation } from './Invitation';
import { Items } from './Items';
import { Panel } from './Panel';
import { People } from './People';
import { Quiet } from './Quiet';
import { Record } from './Record';
import { sideOf } from './stages';
import { Talks } from './Talks';
import { Turn } from './Turn';
import { Where } from './Where';
import './case.css';

/** Whoever mediates works at the desk; the letters of a case lead everybody here. */
const ToDesk = ({ id }: { id: string }) => (
  <Card title="请到工作台办理">
    <BigButton text="打开工作台" onPress={() => go('pages/desk-mediation/case/index', { id })} />
  </Card>
);

const Paper = ({ view }: { view: CaseView }) =>
  view.agreement && !isOpen(view.may.sign) ? (
    <Card title="调解协议书">
      <View className="col">
        <View className="t-secondary">{view.agreement.number}</View>
        <BigButton
          kind="secondary"
          icon="page"
          text="看协议"
          onPress={() => go('pages/mediation/agreement/index', { id: view.id })}
        />
      </View>
    </Card>
  ) : null;

/** Whoever is invited reads the invitation and nothing that could be taken for an accusation. */
const ForParty = ({ view }: { view: CaseView }) =>
  isOpen(view.may.answerInvitation) ? <Invitation view={view} /> : <Whole view={view} />;

const Whole = ({ view }: { view: CaseView }) => (
  <>
    <Where view={view} />
    <Turn view={view} />
    <Ended view={view} />
    <FollowUp view={view} />
    <Items view={view} />
    <Paper view={view} />
    <Court view={view} />
    <Panel view={view} />
    <Talks view={view} />
    <People view={view} />
    <Record view={view} />
    <Quiet view={view} />
  </>
);

/** One case for its party: where it stands, what waits for this person, and everything that is there to read. */
export default function CasePage() {
  const id = useParams().id ?? '';
  const shown = useCase(id);
  return (
    <Screen title="调解" of={shown} refusedAction={wayOn(shown.failure)}>
      {view => (
        <>
          {view.help ? <HelpCard help={view.help} /> : null}
          {sideOf(view) ? <ForParty view={view} /> : <ToDesk id={view.id} />}
        </>
      )}
    </Screen>
  );
}
