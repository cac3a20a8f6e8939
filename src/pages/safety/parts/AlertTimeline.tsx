import type { AlertView } from '../../../../types/safety';
import type { CivilDate } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Timeline } from '../../../components/Timeline';
import { momentsOf } from './timeline';

/** What happened so far. */
export const AlertTimeline = ({ alert, today }: { alert: Pick<AlertView, 'timeline'>; today: CivilDate }) => (
  <Card title="处理记录">
    <Timeline moments={momentsOf(alert, today)} />
  </Card>
);
