import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { go, useParams } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { type Consents, safety, whose } from '../queries';
import { SEE_TEXT, SEES, seesOf, seesText } from '../sees';

const OPTIONS = SEES.map(value => ({ value, text: SEE_TEXT[value] }));

/** One relative: what is ticked is seen, from this moment on. */
function Relative({ relative, elderId }: { relative: Consents['relatives'][number]; elderId: string | undefined }) {
  const saving = useCommand(safety, 'saveConsent');
  const { key, name, relation, sees } = relative;
  const save = (chosen: (typeof SEES)[number][]) => saving.run({ ...whose(elderId), key, sees: seesOf(chosen) });
  return (
    <Card title={name} aside={<View className="t-secondary">{relation}</View>}>
      <View className="col">
        <ChipPicker many label={`${name}能看到`} options={OPTIONS} value={SEES.filter(each => sees[each])} onChange={save} />
        <View className="t-secondary" {...aria({ role: 'status', live: 'polite' })}>
          {saving.busy ? '正在保存…' : `现在能看到：${seesText(sees)}`}
        </View>
        <FailureNote failure={saving.failure} onRetry={saving.retry} />
      </View>
    </Card>
  );
}

/** 授权与隐私: the elder decides for each relative, and may change it at any moment. Staff do it for who has no phone. */
export default function ConsentPage() {
  const { elderId } = useParams();
  const consents = useQueryOf(safety, 'consents', whose(elderId));
  return (
    <Screen title="授权与隐私" of={consents} refusedAction={wayOn(consents.failure)}>
      {({ relatives }) =>
        relatives.length === 0 ? (
          <Empty
            icon="people"
            title="还没有关联的家人"
            next="家人关联以后，您在这里决定他们能看到什么。"
            action={{ text: '去“我的家人”', onPress: () => go('pages/people/family/index') }}
          />
        ) : (
          <>
            <View className="t-body">打勾的，这位家人能看到；点一下就改，马上生效。</View>
            {relatives.map(relative => (
              <Relative key={relative.key} relative={relative} elderId={elderId} />
            ))}
            <View className="t-secondary">
              您求助、燃气或烟感报警时，所有关联的家人都会收到通知；“预警”管的是平时的其他提醒。
            </View>
          </>
        )
      }
    </Screen>
  );
}
