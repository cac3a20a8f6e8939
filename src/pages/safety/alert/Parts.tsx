import { View } from '@tarojs/components';
import type { AlertView } from '../../../../types/safety';
import { type CivilDate, MINUTE_MS } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { EmergencyCalls } from '../../../components/EmergencyCalls';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { systemNow } from '../../../services/platform';
import { hasPoint, openMap } from '../parts/place';
import { handledText, lastsText, RULE_TEXT, RUNG_TEXT, SEVERITY_TEXT, STATUS_TEXT, whenText } from '../words';

type Props = { alert: AlertView };

const sinceText = (ms: number): string => (ms < MINUTE_MS ? '刚刚发生' : `已经过去 ${lastsText(ms)}`);

/** Who, what, how long ago, and who has it. */
export function Summary({ alert }: Props) {
  const { subjectName, title, addressText, open, status, severity, drill, absent, raisedAt } = alert;
  const tag = open && status === 'raised' ? SEVERITY_TEXT[severity] : undefined;
  return (
    <Card tone={open ? 'danger' : undefined}>
      <View className="col">
        <View className="row-wrap">
          {drill ? <Tag word="演练" tone="info" /> : null}
          {tag ? <Tag {...tag} /> : null}
          <Tag {...STATUS_TEXT[status]} />
        </View>
        <View className="t-title" {...aria({ role: 'heading' })}>
          {`${subjectName}：${title}`}
        </View>
        {addressText ? <View className="t-body">{addressText}</View> : null}
        {open ? <View className="t-body">{sinceText(systemNow() - raisedAt)}</View> : null}
        {absent ? <View className="t-body">报备过外出，可能不在家。</View> : null}
        <View className="t-section" {...aria({ role: 'status', live: 'polite' })}>
          {handledText(alert)}
        </View>
      </View>
    </Card>
  );
}

/** The telephones: the elder, the community, and who can save a life. */
export const Calls = ({ alert: { subjectName, subjectPhone, communityPhone, callback, family = [] } }: Props) => (
  <View className="col">
    {subjectPhone ? <CallButton kind="primary" phone={subjectPhone} text={`打给${subjectName}`} /> : null}
    {callback ? <CallButton kind="primary" phone={callback} text="打给发现老人的人" /> : null}
    {family.map(({ name, relation, phone }) =>
      phone ? <CallButton key={`${name}${relation}`} phone={phone} text={`打给${relation}${name}`} /> : null,
    )}
    <EmergencyCalls community={communityPhone || undefined} />
    <View className="t-secondary">有生命危险先打 120，着火、漏气打 119。这里不能代替它们。</View>
  </View>
);

/** What is known: why it was raised, what was reported, where, whom the ladder calls next. */
export function Facts({ alert, today }: Props & { today: CivilDate }) {
  const { kind, facts, place, raisedAt, reports, nextAt, nextWho, status, open, note } = alert;
  const next = open && nextWho.length > 0 && status !== 'held';
  return (
    <>
      <List label="情况">
        <Row title="为什么提醒" text={RULE_TEXT[kind]} />
        <Row title="时间" value={whenText(raisedAt, today)} text={reports > 1 ? `报告了 ${reports} 次` : undefined} />
        {facts.length > 0 ? <Row title="知道的情况" text={facts.join('；')} /> : null}
        {place?.text ? <Row title="在哪里" text={place.text} /> : null}
        {next ? (
          <Row
            title={status === 'raised' ? '没人接手的话' : '没有新的进展的话'}
            text={`${nextAt ? `${whenText(nextAt, today)} 再通知` : '再通知'}${nextWho.map(who => RUNG_TEXT[who]).join('、')}`}
          />
        ) : null}
        {note ? <Row title="处理说明" text={note} /> : null}
      </List>
      {hasPoint(place) ? (
        <BigButton kind="secondary" icon="pin" text="在地图上看位置" onPress={() => openMap(place, alert.subjectName)} />
      ) : null}
    </>
  );
}
