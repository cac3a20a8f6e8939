import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { RollRow } from '../../../../types/care';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Field } from '../../../components/Field';
import { isWeapp } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { readEntry } from './order';
import type { SignIns } from './useSignIns';

interface Props {
  typed: string;
  onTyped: (text: string) => void;
  rows: readonly RollRow[];
  signIns: SignIns;
}

/** Sign-in at the door: the card is scanned, its number said, or a name looked for. A scanner ends with Enter. */
export function Entry({ typed, onTyped, rows, signIns }: Props) {
  const take = (row: RollRow, how: 'scan' | 'code' | 'tap') => {
    onTyped('');
    if (row.may.signIn.ok) return signIns.signIn(row, how);
    const { title, next } = sentenceOf(row.may.signIn.code, row.may.signIn.details);
    signIns.setNotice(`${row.no}号 ${row.name}：${title}。${next}`);
  };
  const enter = (text: string) => {
    if (!text.trim()) return;
    const entry = readEntry(rows, text);
    if ('row' in entry) return take(entry.row, entry.how);
    if (entry.how === 'unknown') return signIns.setNotice(`花名册里没有“${entry.text}”`);
    const [only, ...others] = entry.rows;
    if (only && others.length === 0) return take(only, 'tap');
    signIns.setNotice(`有 ${entry.rows.length} 个孩子，请点名字`);
  };
  const scan = () =>
    void Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => enter(result),
      () => undefined,
    );
  return (
    <>
      <View className="care-entry">
        <View className="grow">
          <Field
            label={isWeapp ? '签到：报号码或找名字' : '签到：扫名卡、报号码，按回车'}
            value={typed}
            max={40}
            onChange={onTyped}
            onEnter={enter}
            placeholder="号码、姓名、拼音"
          />
        </View>
        {isWeapp ? <BigButton small icon="scan" text="扫名卡" onPress={scan} /> : null}
      </View>
      <View className={signIns.notice ? 'care-notice' : ''} {...aria({ role: 'status', live: 'polite' })}>
        {signIns.notice}
      </View>
    </>
  );
}
