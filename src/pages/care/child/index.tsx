import { View } from '@tarojs/components';
import { useState } from 'react';
import { ageOn, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { List, Row } from '../../../components/List';
import { PersonHeader } from '../../../components/PersonHeader';
import { Screen } from '../../../components/Screen';
import { go, goBack, useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { type ChildFile, care, useChild } from '../queries';
import { READ } from '../words';
import { adultsText, consentsText, guardiansText, readTime } from './words';

const Ways = ({ child }: { child: ChildFile }) => {
  const to = (page: string) => () => go(`pages/care/${page}/index`, { childId: child.id });
  return (
    <List label="孩子资料">
      <Row title="知情同意" text={consentsText(child.consents)} onPress={to('consent')} />
      <Row
        title="健康和过敏"
        text="只有当天值班的老师和监护人能看"
        value={child.hasHealth ? '已填' : '没填'}
        onPress={to('health')}
      />
      <Row title="监护人" text={guardiansText(child.guardians)} onPress={to('guardians')} />
      <Row title="接送人" text={adultsText(child.adults)} onPress={to('adults')} />
      <Row title="学校、班级、住址" text={child.home?.text} onPress={to('profile')} />
    </List>
  );
};

/** Who read something sensitive about the child; the guardians see it here. */
const Reads = ({ reads }: Pick<ChildFile, 'reads'>) => (
  <Card title="谁看过孩子的敏感信息">
    {reads.length === 0 ? <View className="t-body">还没有人看过。</View> : null}
    {reads.length > 0 ? (
      <List label="谁看过">
        {reads.map(({ at, byName, what }) => (
          <Row key={`${at}${what}`} title={`${byName}${READ[what]}`} text={readTime(at)} />
        ))}
      </List>
    ) : null}
  </Card>
);

/** Takes the child out of the system. */
function Erase({ child }: { child: ChildFile }) {
  const [asking, setAsking] = useState(false);
  const erasing = useCommand(care, 'eraseChild', { onDone: goBack });
  const { erase } = child.may;
  return (
    <>
      <BigButton kind="plain" text="删除孩子的信息" disabled={!erase.ok} onPress={() => setAsking(true)} />
      {erase.ok ? null : <View className="t-secondary">{`现在不能删除：${sentenceOf(erase.code, erase.details).title}。`}</View>}
      <Confirm
        open={asking}
        title={`删除${child.name}的信息吗？`}
        text="资料、健康信息、接送人、照片都会删掉，不能恢复。收费的账目按规定保留，但去掉姓名。"
        yes="删除"
        kind="danger"
        doing={erasing}
        onYes={() => erasing.run({ childId: child.id })}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

/** One child, with everything around it. */
export default function ChildPage() {
  const { childId = '' } = useParams();
  const child = useChild(childId);
  const today = dayOf(systemNow());
  return (
    <Screen title="孩子资料" of={child} refusedAction={wayOn(child.failure)}>
      {known => (
        <>
          <PersonHeader
            name={known.name}
            note={`${ageOn(known.birthDate, today)} 岁`}
            text={[known.school, known.schoolClass].filter(Boolean).join(' ')}
          />
          {known.may.decide.ok ? null : (
            <Card tone="warning">{sentenceOf(known.may.decide.code, known.may.decide.details).title}</Card>
          )}
          <Ways child={known} />
          <Reads reads={known.reads} />
          <Erase child={known} />
        </>
      )}
    </Screen>
  );
}
