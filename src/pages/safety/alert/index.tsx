import type { AlertView } from '../../../../types/safety';
import { type CivilDate, dayOf } from '../../../../types/time';
import { Screen } from '../../../components/Screen';
import { useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { wayOn } from '../../home/ways';
import { AlertTimeline } from '../parts/AlertTimeline';
import { Photos } from '../parts/Photos';
import { Told } from '../parts/Told';
import { useAlert } from '../queries';
import { KIND_TEXT } from '../words';
import { Card } from './Card';
import { AlertFoot } from './Foot';
import { Calls, Facts, Summary } from './Parts';
import './index.css';

const Alert = ({ alert, today }: { alert: AlertView; today: CivilDate }) => (
  <>
    <Summary alert={alert} />
    {alert.open ? <Calls alert={alert} /> : null}
    <Facts alert={alert} today={today} />
    {alert.may.seeCard.ok ? <Card id={alert.id} /> : null}
    <Photos alert={alert} />
    <AlertTimeline alert={alert} today={today} />
    <Told paged={alert.paged} />
  </>
);

/** Template 6: what happened to whom, the telephones, who goes, how it ended. Every button is a verdict of the server. */
export default function AlertPage() {
  const { id = '' } = useParams();
  const alert = useAlert(id);
  const today = dayOf(systemNow());
  return (
    <Screen
      title={alert.data ? KIND_TEXT[alert.data.kind] : '预警'}
      of={alert}
      footer={alert.data?.open ? <AlertFoot alert={alert.data} /> : undefined}
      refusedAction={wayOn(alert.failure)}
    >
      {shown => <Alert alert={shown} today={today} />}
    </Screen>
  );
}
