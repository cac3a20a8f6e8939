import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import type { Doing } from '../../../services/useDoor';

interface Props {
  /** How many lines are not filled in rightly. */
  wrong: number;
  /** There is something to save. */
  changed: boolean;
  saved: boolean;
  save: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  onSave: () => void;
}

/** The foot of a page of settings: what is wrong, what the cloud answered, and the button that says how things stand. */
export const SaveFoot = ({ wrong, changed, saved, save, onSave }: Props) => (
  <View className="grow col">
    {wrong > 0 ? <View className="field-error">有 {wrong} 处没有填好，请看红色的提示。</View> : null}
    <FailureNote failure={save.failure} onRetry={save.retry} />
    <BigButton
      text={saved ? '已保存' : changed ? '保存设置' : '没有改动'}
      busy={save.busy}
      busyText="正在保存…"
      disabled={!changed}
      onPress={onSave}
    />
  </View>
);
