import { View } from '@tarojs/components';
import type { AlertRow } from '../../../../types/safety';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { handledText, KIND_TEXT, STATUS_TEXT, whenText } from '../words';

const openAlert = (id: string) => () => go('pages/safety/alert/index', { id });

interface Props {
  alerts: readonly AlertRow[];
  today: CivilDate;
  /** The elder's own: others come, nothing has to be done. */
  own?: boolean;
}

/** What is wrong now, and who has it; below, what was in the last week. */
export function Alerts({ alerts, today, own = false }: Props) {
  const way = own ? '看看谁会来' : '看详情、去处理';
  const past = alerts.filter(({ open }) => !open);
  return (
    <>
      {alerts
        .filter(({ open }) => open)
        .map(alert => (
          <Card key={alert.id} tone="danger" title={alert.title} aside={<Tag {...STATUS_TEXT[alert.status]} />}>
            <View className="col">
              <View className="t-body">{handledText(alert)}</View>
              <View className="t-secondary">{`${alert.drill ? '演练 · ' : ''}${whenText(alert.raisedAt, today)}`}</View>
              <BigButton kind="danger" text={way} label={`${way}：${alert.title}`} onPress={openAlert(alert.id)} />
            </View>
          </Card>
        ))}
      {past.length > 0 ? <View className="t-section">最近一周</View> : null}
      {past.length > 0 ? (
        <List label="最近一周">
          {past.map(alert => (
            <Row
              key={alert.id}
              title={KIND_TEXT[alert.kind]}
              text={`${whenText(alert.raisedAt, today)} · ${handledText(alert)}`}
              onPress={openAlert(alert.id)}
            />
          ))}
        </List>
      ) : null}
    </>
  );
}
