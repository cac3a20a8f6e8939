import { View } from '@tarojs/components';
import { yuanText } from '../../../../types/money';
import { clashText } from '../../../../types/words';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import { isWeapp } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { timeText, WAY_TEXT } from '../words';
import type { CounterRow } from './find';

const payText = (row: CounterRow) => (row.selfPay > 0 ? `收 ${yuanText(row.selfPay)}` : '不收钱');

/** 已取 11:32 */
const takenText = (row: CounterRow) => `已取 ${row.redeemedAt ? timeText(row.redeemedAt) : ''}`;

/** 已取 11:32，1 号窗口，刘师傅 */
const firstText = (row: CounterRow) => [takenText(row), row.redeemedWhere, row.redeemedByName].filter(Boolean).join('，');

const clashesText = (row: CounterRow) => `忌口：${row.clashes.map(clashText).join('、')}`;

const Clash = ({ text }: { text: string }) => (
  <View className="guest-clash">
    <Icon name="warning" size="small" />
    <View className="grow">{text}</View>
  </View>
);

/** One guest in the list: the number, the name, the plate, the money. */
export function GuestRow({ row, waits, open, onOpen }: { row: CounterRow; waits: boolean; open: boolean; onOpen: () => void }) {
  const state = row.status === 'redeemed' ? `${takenText(row)}${waits ? '，待上传' : ''}` : payText(row);
  return (
    <Press className={`guest ${open ? 'guest-open' : ''} ${row.status === 'redeemed' ? 'guest-taken' : ''}`} onPress={onOpen}>
      <View className="guest-number">{row.number}</View>
      <View className="grow">
        <View className="row-wrap">
          <View className="t-section">{row.dinerName}</View>
          {row.way === 'pickup' ? <Tag word="自取带走" tone="info" /> : null}
        </View>
        <View className="t-secondary">{row.dishes}</View>
        {row.clashes.length > 0 ? <Clash text={clashesText(row)} /> : null}
      </View>
      <View className={row.status === 'redeemed' || row.selfPay === 0 ? 't-secondary' : 'guest-pay'}>{state}</View>
    </Press>
  );
}

interface CardProps {
  row: CounterRow;
  /** The code that was scanned belongs to this order. */
  scanned: boolean;
  onRedeem: () => void;
  onWaive: () => void;
  onClose: () => void;
}

/** The guest who stands at the counter: everything to say and hand over, and the one button. */
export function GuestCard({ row, scanned, onRedeem, onWaive, onClose }: CardProps) {
  const taken = row.status === 'redeemed';
  const { redeem, waive } = row.may;
  return (
    <View className="guest-card" {...aria({ role: 'dialog', label: `${row.number} ${row.dinerName}` })}>
      <View className="between">
        <View className="guest-large">{row.number}</View>
        {scanned ? <Tag word="已扫码" tone="success" /> : null}
      </View>
      <View className="t-hero">{row.dinerName}</View>
      <View className="guest-dishes">{row.dishes}</View>
      <View className="t-secondary">
        {WAY_TEXT[row.way]}
        {row.cardNo ? ` · 卡号 ${row.cardNo}` : ''}
        {row.phoneTail ? ` · 手机尾号 ${row.phoneTail}` : ''}
      </View>
      {row.clashes.length > 0 ? (
        <View className="guest-warning" {...aria({ role: 'alert' })}>
          <Clash text={`${clashesText(row)}。给餐前请再问一句。`} />
        </View>
      ) : null}
      <View className={`guest-due ${taken ? 'guest-due-taken' : ''}`}>
        {taken ? `${firstText(row)}。不能再取` : payText(row)}
      </View>
      <View className="pair">
        <BigButton kind="plain" text={redeem.ok ? '返回' : '关闭'} onPress={onClose} />
        {redeem.ok ? <BigButton text={scanned && isWeapp ? '确认，扫下一位' : '确认取餐'} onPress={onRedeem} /> : null}
      </View>
      {redeem.ok || taken ? null : <View className="desk-note">{sentenceOf(redeem.code, redeem.details).title}</View>}
      {waive.ok ? (
        <View className="guest-waive">
          <BigButton small kind="plain" text="代为取消…" label={`代为取消 ${row.dinerName}`} onPress={onWaive} />
        </View>
      ) : null}
    </View>
  );
}
