import { View } from '@tarojs/components';
import type { AlertView } from '../../../../types/safety';
import { type CivilDate, dayOf } from '../../../../types/time';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { Timeline } from '../../../components/Timeline';
import { systemNow } from '../../../services/platform';
import { useQueryOf } from '../../../services/useDoor';
import { Photos } from '../../safety/parts/Photos';
import { handledText, PAGED_TEXT, RULE_TEXT, SEVERITY_TEXT, STATUS_TEXT } from '../../safety/words';
import { Fact } from '../parts/Fact';
import { safety } from '../queries';
import { momentText } from '../words';
import { Actions } from './Actions';
import { ageText, headText, momentsOf, nextText, pagedText } from './words';

const FOLLOW_MS = 5_000;

/** One alert: what is known, who was called, what happened, what to do. Follows the cloud while it is open. */
export function Detail({ id }: { id: string }) {
  const shown = useQueryOf(safety, 'alert', { id }, { everyMs: FOLLOW_MS });
  if (shown.failure) return <Failed failure={shown.failure} onRetry={shown.reload} />;
  if (!shown.data) return <Skeleton cards={3} />;
  const alert = shown.data;
  const today = dayOf(systemNow());
  return (
    <View className="col">
      <Summary alert={alert} />
      <Calls alert={alert} />
      <Family alert={alert} />
      <Facts alert={alert} today={today} />
      <Paged alert={alert} />
      <Photos alert={alert} />
      <Card title="处理记录">
        <Timeline moments={momentsOf(alert.timeline, today)} />
      </Card>
      <Actions alert={alert} />
    </View>
  );
}

const Summary = ({ alert }: { alert: AlertView }) => (
  <Card
    tone={alert.open ? (alert.drill || alert.severity === 'normal' ? 'warning' : 'danger') : undefined}
    title={headText(alert)}
    aside={
      <View className="row">
        {alert.open ? <Tag word={SEVERITY_TEXT[alert.severity].word} tone={SEVERITY_TEXT[alert.severity].tone} /> : null}
        <Tag word={STATUS_TEXT[alert.status].word} tone={STATUS_TEXT[alert.status].tone} />
      </View>
    }
  >
    <View className="t-body">
      {[alert.addressText, alert.open ? ageText(alert, systemNow()) : ''].filter(Boolean).join(' · ')}
    </View>
    {alert.facts.map(fact => (
      <View key={fact} className="t-secondary">
        {fact}
      </View>
    ))}
    {alert.drill ? <View className="t-secondary">这是演练：只会真的通知参加演练的人。</View> : null}
  </Card>
);

const Calls = ({ alert }: { alert: AlertView }) => (
  <View className="pair alert-calls">
    {alert.subjectPhone ? <CallButton kind="primary" phone={alert.subjectPhone} text={`打给${alert.subjectName}`} /> : null}
    {alert.callback ? <CallButton kind="primary" phone={alert.callback} text="打给发现老人的人" /> : null}
    {alert.open && alert.severity === 'critical' ? <CallButton phone="120" text="打 120" /> : null}
    {alert.open && alert.kind === 'gas' ? <CallButton phone="119" text="打 119" /> : null}
  </View>
);

/** In the order in which they are called; who left no number is named all the same. */
const Family = ({ alert: { family = [] } }: { alert: AlertView }) =>
  family.length > 0 ? (
    <Card title="家人">
      <List label="家人">
        {family.map(({ name, relation, phone }) => (
          <Row
            key={`${name}${relation}`}
            title={name}
            text={phone ? relation : `${relation} · 没有留电话`}
            aside={phone ? <CallButton round phone={phone} text={`打给${name}`} /> : undefined}
          />
        ))}
      </List>
    </Card>
  ) : null;

const placeText = ({ place }: AlertView): string | undefined =>
  place && (place.text ?? (place.lat === undefined ? undefined : `北纬 ${place.lat.toFixed(5)}，东经 ${place.lng?.toFixed(5)}`));

function Facts({ alert, today }: { alert: AlertView; today: CivilDate }) {
  const next = nextText(alert, systemNow());
  const place = placeText(alert);
  return (
    <Card>
      <Fact name="起因">{RULE_TEXT[alert.kind]}</Fact>
      <Fact name="时间">{momentText(alert.raisedAt, today)}</Fact>
      {place ? <Fact name="位置">{place}</Fact> : null}
      {alert.absent ? <Fact name="注意">登记了外出，先由网格人员核实</Fact> : null}
      <Fact name="现在">{handledText(alert)}</Fact>
      {alert.arrivedAt === undefined ? null : <Fact name="到场">{momentText(alert.arrivedAt, today)}</Fact>}
      {next ? <Fact name="接下来">{next}</Fact> : null}
      {alert.endedAt === undefined ? null : <Fact name="结束">{momentText(alert.endedAt, today)}</Fact>}
      {alert.note ? <Fact name="说明">{alert.note}</Fact> : null}
    </Card>
  );
}

const TONE = { asked: 'info', sent: 'success', unsent: 'danger', seen: 'success' } as const;

const Paged = ({ alert }: { alert: AlertView }) => (
  <Card title={`通知了 ${alert.paged.length} 人`}>
    {alert.paged.length === 0 ? <View className="desk-note">还没有通知任何人。</View> : null}
    <List label="通知了谁">
      {alert.paged.map(each => (
        <Row
          key={`${each.name}${each.as}${each.firstAt}`}
          title={each.name}
          text={pagedText(each)}
          aside={<Tag word={PAGED_TEXT[each.state]} tone={TONE[each.state]} />}
        />
      ))}
    </List>
  </Card>
);
