import { View } from '@tarojs/components';
import type { StandingContract, Want } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { addDays } from '../../../../types/time';
import { PERIOD_TEXT, WAY_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Press } from '../../../components/Press';
import { Segmented } from '../../../components/Segmented';
import { go } from '../../../services/go';
import type { Doing } from '../../../services/useDoor';
import { DayField } from '../../safety/absence/DayField';
import { patternTitle, WANT_TEXT, WEEKDAYS } from '../standingWords';
import { type PatternDraft, withWeekday } from './draft';

interface Props {
  draft: PatternDraft;
  of: OutputOf<StandingContract, 'standing'>;
  saving: Pick<Doing<never>, 'failure' | 'retry'>;
  onChange: (draft: PatternDraft) => void;
}

/** 周一 … 周日, each as large as a thumb. */
const Weekdays = ({ value, onChange }: { value: readonly number[]; onChange: (value: number[]) => void }) => (
  <View className="standing-week" aria-label="哪几天">
    {WEEKDAYS.map((word, i) => {
      const on = value.includes(i + 1);
      return (
        <Press
          key={word}
          role="checkbox"
          checked={on}
          label={`周${word}`}
          className={`standing-day ${on ? 'standing-day-on' : ''}`}
          onPress={() => onChange(withWeekday(value, i + 1))}
        >
          <View>{word}</View>
          <View className="standing-tick">{on ? '✓' : ''}</View>
        </Press>
      );
    })}
  </View>
);

/** Until when: on and on, or to a day. */
function Until({ draft, today, onChange }: { draft: PatternDraft; today: Props['of']['today']; onChange: Props['onChange'] }) {
  const { to: _to, ...open } = draft;
  const options = [
    { value: 'open', text: '一直订下去' },
    { value: 'to', text: '订到某一天' },
  ] as const;
  return (
    <>
      <Segmented
        label="订到什么时候"
        options={options}
        value={draft.to ? 'to' : 'open'}
        onChange={value => onChange(value === 'open' ? open : { ...open, to: addDays(draft.from, 30) })}
      />
      {draft.to ? (
        <DayField
          label="最后一天"
          value={draft.to}
          first={draft.from}
          today={today}
          onChange={to => onChange({ ...draft, to })}
        />
      ) : null}
    </>
  );
}

/** Which days, which meal, what to take from the menu of the day, how it is eaten. */
export function Edit({ draft, of, saving, onChange }: Props) {
  const wants = (Object.keys(WANT_TEXT) as Want[]).map(value => ({ value, text: WANT_TEXT[value] }));
  const ways = of.ways.map(value => ({ value, text: WAY_TEXT[value] }));
  const periods = of.periods.map(value => ({ value, text: PERIOD_TEXT[value] }));
  return (
    <>
      <Card title="星期几吃">
        <View className="col">
          <Weekdays value={draft.weekdays} onChange={weekdays => onChange({ ...draft, weekdays })} />
          {draft.weekdays.length === 0 ? <View className="field-error">至少选一天。</View> : null}
          {periods.length > 1 ? (
            <Segmented
              label="哪一餐"
              options={periods}
              value={draft.period}
              onChange={period => onChange({ ...draft, period })}
            />
          ) : null}
        </View>
      </Card>
      <Card title="要什么样的菜">
        <View className="col">
          <ChipPicker
            label="要什么样的菜"
            options={wants}
            value={[draft.want]}
            onChange={([want]) => want && onChange({ ...draft, want })}
          />
          <View className="t-secondary">每天的菜单不一样：食堂按这个要求挑，忌口的不会订。没有这样的菜，就订合适的。</View>
        </View>
      </Card>
      <Card title="怎么吃">
        <View className="col">
          <Segmented label="怎么吃" options={ways} value={draft.way} onChange={way => onChange({ ...draft, way })} />
          {of.ways.includes('delivery') || !of.diner ? null : (
            <BigButton
              small
              kind="plain"
              icon="delivery"
              text="想送到家里？去申请"
              onPress={() => go('pages/canteen/delivery/index', { dinerId: of.diner?.id })}
            />
          )}
        </View>
      </Card>
      <Card title="从哪天到哪天">
        <View className="col">
          <DayField
            label="从哪天开始"
            value={draft.from}
            first={of.today}
            today={of.today}
            onChange={from => onChange({ ...draft, from })}
          />
          <Until draft={draft} today={of.today} onChange={onChange} />
        </View>
      </Card>
      <View className="t-body">{`${patternTitle(draft)}，${WANT_TEXT[draft.want]}，${WAY_TEXT[draft.way]}。已经订好、您没有改过的，会跟着改。`}</View>
      <FailureNote failure={saving.failure} onRetry={saving.retry} />
    </>
  );
}
