import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { dateText, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { go } from '../../../services/go';
import { contentsOf, OUTCOME } from '../words';

/** How it ended, and what remains open: nobody is left standing before a closed door. */
export function Ended({ view }: { view: CaseView }) {
  const reasons = contentsOf(view.parts, 'ending');
  if (!view.endText && !view.groundText && !view.closingNumber && !view.joinedInto) return null;
  return (
    <>
      {view.endText || view.groundText ? (
        <Card title="怎么结束的">
          <View className="col">
            {view.endText ? <View className="t-body">{view.endText}</View> : null}
            {view.groundText ? <View className="t-body">{view.groundText}</View> : null}
            {reasons.map(({ id, content }) => (
              <View key={id} className="t-secondary words">
                {content.text}
              </View>
            ))}
            {view.joinedInto ? (
              <BigButton
                kind="secondary"
                text="看合在一起的那件"
                onPress={() => go('pages/mediation/case/index', { id: view.joinedInto })}
              />
            ) : null}
          </View>
        </Card>
      ) : null}
      {view.routes.length > 0 ? (
        <>
          <View className="t-section" {...aria({ role: 'heading' })}>
            您还可以
          </View>
          <List label="您还可以">
            {view.routes.map(({ name, text }) => (
              <Row key={name} title={name} text={text} />
            ))}
          </List>
        </>
      ) : null}
      {view.closingNumber ? (
        <List label="归档">
          <Row title="归档号" value={view.closingNumber} />
          {view.outcome ? <Row title="结果" value={OUTCOME[view.outcome]} /> : null}
          {view.endedAt ? <Row title="结束的日子" value={dateText(dayOf(view.endedAt))} /> : null}
        </List>
      ) : null}
    </>
  );
}
