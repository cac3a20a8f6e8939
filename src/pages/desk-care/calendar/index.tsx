import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CalendarDay } from '../../../../types/care';
import type { CivilDate } from '../../../../types/time';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { useQueryOf } from '../../../services/useDoor';
import { mayOpen } from '../../desk/nav';
import { Desk } from '../../desk/parts/Desk';
import { MonthBar } from '../../desk/parts/MonthBar';
import { dayHere, useMe } from '../../desk/queries';
import { Inner } from '../parts/Inner';
import { MonthGrid } from '../parts/MonthGrid';
import { care } from '../queries';
import { DayForm } from './DayForm';
import '../desk-care.css';

/** 日历: open days, national holidays and make-up days; the office corrects what is different here. */
export default function CalendarPage() {
  const me = useMe();
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const [day, setDay] = useState<CivilDate>();
  const query = useQueryOf(care, 'monthDays', { month });
  const open = query.data?.days.find(each => each.day === day);
  const keeps = mayOpen('desk-care/settings', me.data?.roles ?? []);
  return (
    <Desk title="托管日历">
      <Inner here="calendar" />
      <View className="care-even">
        <Split
          hint="点一天，看有没有托管；学校临时放假或补课，在这里更正"
          onBack={() => setDay(undefined)}
          detail={open ? <DayForm key={`${open.day}${open.open}${open.name ?? ''}`} day={open} keeps={keeps} /> : undefined}
          list={
            <View className="col">
              <MonthBar
                month={month}
                onChange={next => {
                  setMonth(next);
                  setDay(undefined);
                }}
              />
              {query.failure ? <Failed failure={query.failure} onRetry={query.reload} /> : null}
              {query.loading ? <Skeleton /> : null}
              {query.data ? <Days days={query.data.days} day={day} onOpen={setDay} /> : null}
            </View>
          }
        />
      </View>
    </Desk>
  );
}

const Days = ({
  days,
  day,
  onOpen,
}: {
  days: readonly CalendarDay[];
  day: CivilDate | undefined;
  onOpen: (day: CivilDate) => void;
}) => (
  <>
    <MonthGrid days={days} today={dayHere()} openDay={day} onOpen={onOpen} />
    <View className="desk-note">国家法定假日和调休已经算好。寒暑假写在学期里。虚线的日子没有托管。</View>
  </>
);
