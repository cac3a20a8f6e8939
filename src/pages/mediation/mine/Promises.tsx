import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OwnPromise } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { Report } from '../case/Report';
import type { MyCases } from '../queries';
import { untilText } from '../words';
import { dueTag, titleOf } from './words';

const keyOf = ({ caseId, no }: OwnPromise) => `${caseId}:${no}`;

/** 漏水渗水，和王桂兰 */
const aboutOf = ({ cases }: MyCases, { caseId }: OwnPromise): string =>
  cases
    .filter(({ id }) => id === caseId)
    .map(titleOf)
    .join('');

/** What one has promised and not done yet, the nearest day first: one tap says it is done. */
export function Promises({ mine }: { mine: MyCases }) {
  const [asked, setAsked] = useState<string>();
  const today = dayOf(mine.now);
  const open = mine.promises.find(each => keyOf(each) === asked);
  if (mine.promises.length === 0) return null;
  return (
    <Card title="您答应要做的事">
      {mine.promises.map(each => (
        <View key={keyOf(each)} className="col item">
          <View className="row-wrap">
            <View className="grow t-body">{each.what}</View>
            <Tag {...dueTag(each, today)} />
          </View>
          <View className="t-secondary">{`${each.manner}。${untilText(each.dueOn, today)}`}</View>
          <View className="t-secondary">{aboutOf(mine, each)}</View>
          <BigButton text="我做好了" label={`我做好了：${each.what}`} onPress={() => setAsked(keyOf(each))} />
        </View>
      ))}
      {open ? <Report caseId={open.caseId} item={open} onClose={() => setAsked(undefined)} /> : null}
    </Card>
  );
}
