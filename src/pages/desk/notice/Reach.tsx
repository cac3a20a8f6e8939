import { View } from '@tarojs/components';
import type { Frozen, NoticeView, Reach as Way } from '../../../../types/notices';
import { Card } from '../../../components/Card';

const WAYS: readonly { way: Way; text: string }[] = [
  { way: 'push', text: '微信会响（订阅过）' },
  { way: 'account', text: '打开小程序能看到' },
  { way: 'family', text: '家人替他看' },
  { way: 'phone', text: '只有电话' },
  { way: 'none', text: '要上门告诉' },
];

const CHECK: Partial<Record<Frozen['check']['suggest'], string>> = {
  review: '微信建议人工看一看文字，要另一位同事审核。',
  risky: '文字没有通过微信的内容检查，请修改。',
  unchecked: '这次没有做微信的内容检查。',
};

/** 2栋 before 10栋. */
const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'zh', { numeric: true });

/** How many, by which way, where: what whoever sends it must know. */
export function Reach({ frozen }: { frozen: NonNullable<NoticeView['frozen']> }) {
  const check = CHECK[frozen.check.suggest];
  return (
    <Card title="发给多少人" aside={<View className="notice-big">{`${frozen.total} 人`}</View>}>
      {WAYS.map(({ way, text }) => (
        <View key={way} className="notice-reach">
          <View className="t-body">{text}</View>
          <View className="t-body">{`${frozen.reach[way] ?? 0} 人`}</View>
        </View>
      ))}
      <View className="desk-note">{`例如：${frozen.sample.join('、')}`}</View>
      <View className="desk-note">
        {[...frozen.buildings]
          .sort(byName)
          .map(({ name, count }) => `${name || '不住在本社区的工作人员'} ${count}`)
          .join(' · ')}
      </View>
      {frozen.leftOut > 0 ? <View className="problem">{`有 ${frozen.leftOut} 人不在您负责的范围内，不会发给他们。`}</View> : null}
      {check ? <View className={frozen.check.suggest === 'risky' ? 'problem' : 'desk-note'}>{check}</View> : null}
    </Card>
  );
}
