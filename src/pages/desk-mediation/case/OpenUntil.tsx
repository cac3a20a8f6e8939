import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { clockText, minuteOf } from '../../../../types/time';

/** 卷宗打开到 15:30 */
export const OpenUntil = ({ view }: { view: CaseView }) =>
  view.openUntil ? (
    <View className="sealed-note">
      您正在查阅这份卷宗，{clockText(minuteOf(view.openUntil))} 自动重新封存。您看过什么，都有记录，承办调解员看得到。
    </View>
  ) : null;
