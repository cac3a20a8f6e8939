import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import type { Undone } from './useMany';

/** What did not work, by name: nothing disappears silently. */
export const UndoneNotes = ({ undone, onForget }: { undone: readonly Undone[]; onForget: (key: string) => void }) => (
  <>
    {undone.map(({ key, name, failure, again }) => (
      <View key={key} className="col">
        <FailureNote about={name} failure={failure} onRetry={again} />
        <View className="row">
          <BigButton small kind="plain" text="知道了" label={`知道了，${name}`} onPress={() => onForget(key)} />
        </View>
      </View>
    ))}
  </>
);
