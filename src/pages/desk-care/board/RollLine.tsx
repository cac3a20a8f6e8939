import { View } from '@tarojs/components';
import type { RollRow } from '../../../../types/care';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import { personText } from '../words';
import { lineOf, sideOf, tagOf } from './order';

interface Props {
  row: RollRow;
  busy: boolean;
  onSignIn: () => void;
  onOpen: () => void;
}

/** The name card: number and name, how it stands, and 签到. No photograph. */
export function RollLine({ row, busy, onSignIn, onOpen }: Props) {
  const { word, tone } = tagOf(row);
  const plain = sideOf(row) === 'here' || (row.status === 'expected' && row.askedAt === undefined);
  return (
    <View className={`care-row care-row-${plain ? 'plain' : tone}`}>
      <Press className="care-row-main" onPress={onOpen}>
        <View className="care-no">{row.no}</View>
        <View className="grow">
          <View className="row-wrap care-tags">
            <View className="t-section">{row.name}</View>
            {plain ? null : <Tag word={word} tone={tone} />}
            {row.hasHealth ? <Tag word="健康" tone="accent" /> : null}
          </View>
          <View className="t-secondary">{lineOf(row)}</View>
          {row.barred.length > 0 ? (
            <View className="care-barred-line">
              <Icon name="warning" size="small" />
              <View className="grow">不能接：{row.barred.map(personText).join('、')}</View>
            </View>
          ) : null}
        </View>
      </Press>
      {row.may.signIn.ok ? (
        <Press
          className={`care-sign ${busy ? 'care-sign-busy' : ''}`}
          label={`签到：${row.name}`}
          disabled={busy}
          onPress={onSignIn}
        >
          {busy ? '…' : '签到'}
        </Press>
      ) : null}
    </View>
  );
}
