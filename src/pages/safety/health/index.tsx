import { View } from '@tarojs/components';
import { useState } from 'react';
import type { HealthView } from '../../../../types/safety';
import { dateText, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { CardFacts } from '../parts/CardFacts';
import { safety, whose } from '../queries';
import { GRADE_TEXT } from '../words';
import { isBlank } from './draft';
import { Edit } from './Edit';
import { Reads, Relatives } from './Who';

/** What a helper needs at the door: shown, and changed by who may. */
function Emergency({ file, elderId }: { file: HealthView; elderId: string | undefined }) {
  const [editing, setEditing] = useState(false);
  if (editing) return <Edit card={file.card} elderId={elderId} onDone={() => setEditing(false)} />;
  const blank = isBlank(file.card);
  return (
    <Card
      title={`${file.name}的急救卡`}
      aside={blank ? <Tag word="还没有填" tone="warning" /> : undefined}
      tone={blank ? 'warning' : undefined}
    >
      <View className="col">
        <View className="t-secondary">出事的时候，正在处理的人能看到这张卡，救人更快。平时别人看不到。</View>
        {blank ? null : <CardFacts card={file.card} />}
        {file.may.save.ok ? (
          <BigButton
            kind={blank ? 'primary' : 'secondary'}
            icon="edit"
            text={blank ? '现在填写' : '修改急救卡'}
            onPress={() => setEditing(true)}
          />
        ) : null}
        {file.updatedAt ? <View className="t-secondary">{`${dateText(dayOf(file.updatedAt))} 更新`}</View> : null}
      </View>
    </Card>
  );
}

const Results = ({ results }: { results: HealthView['results'] }) => (
  <Card title="体检结果">
    {results.length === 0 ? <View className="t-body">还没有结果。体检以后由社区登记。</View> : null}
    <List label="体检结果">
      {[...results].reverse().map(({ year, day, grade, summary }) => (
        <Row
          key={year}
          title={`${year} 年 · ${dateText(day)}`}
          text={summary}
          aside={<Tag word={GRADE_TEXT[grade]} tone={grade === 'normal' ? 'success' : 'warning'} />}
        />
      ))}
    </List>
  </Card>
);

/** 健康档案: the emergency card, the results of the check-ups, who may read them and who did. For the elder, and for whom the elder lets. */
export default function HealthPage() {
  const { elderId } = useParams();
  const file = useQueryOf(safety, 'healthFile', whose(elderId));
  return (
    <Screen title="健康档案" of={file} refusedAction={wayOn(file.failure)}>
      {shown => (
        <>
          <Emergency file={shown} elderId={elderId} />
          <Results results={shown.results} />
          {elderId ? null : <Relatives />}
          <Reads reads={shown.reads} today={dayOf(systemNow())} />
        </>
      )}
    </Screen>
  );
}
