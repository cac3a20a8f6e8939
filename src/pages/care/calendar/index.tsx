import { View } from '@tarojs/components';
import { useState } from 'react';
import { Empty } from '../../../components/Empty';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { Failed, Screen } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { useElder } from '../../../services/elder';
import { go, useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { care, type MyCare, type MyChild, useMyCare } from '../queries';
import { DaySheet } from './DaySheet';
import { Days, Grid } from './Grid';
import { type CalendarDay, monthBeside, monthOf, monthText, sumText } from './month';
import './calendar.css';

const Months = ({ month, onChange }: { month: string; onChange: (month: string) => void }) => (
  <View className="row">
    <Press className="month-turn" label="上个月" onPress={() => onChange(monthBeside(month, -1))}>
      <Icon name="back" />
    </Press>
    <View className="grow t-section month-name">{monthText(month)}</View>
    <Press className="month-turn" label="下个月" onPress={() => onChange(monthBeside(month, 1))}>
      <Icon name="next" />
    </Press>
  </View>
);

interface MonthProps {
  child: MyChild;
  classId: string;
  today: MyCare['today'];
}

/** The month of one class; a tap on a day opens what can be done on it. */
function ClassMonth({ child, classId, today }: MonthProps) {
  const elder = useElder();
  const [month, setMonth] = useState(monthOf(today));
  const [open, setOpen] = useState<CalendarDay>();
  const { data, failure, reload } = useQueryOf(care, 'calendar', { classId, month, childId: child.id });
  const shown = { today, onOpen: setOpen };
  return (
    <>
      <Months month={month} onChange={setMonth} />
      {failure ? <Failed failure={failure} onRetry={reload} /> : null}
      {!data && !failure ? <Skeleton cards={2} /> : null}
      {data ? (
        <>
          <View className="t-body">{sumText(data.days)}。点一天，可以请假。</View>
          {elder ? <Days days={data.days} {...shown} /> : <Grid days={data.days} {...shown} />}
          <DaySheet
            day={open}
            classId={classId}
            className={data.className}
            childId={child.id}
            childName={child.name}
            onClose={() => setOpen(undefined)}
          />
        </>
      ) : null}
    </>
  );
}

/** Whose calendar and of which class, where there are several. */
function Chosen({ mine, first }: { mine: MyCare; first: string | undefined }) {
  const [childId, setChildId] = useState(first);
  const [classId, setClassId] = useState<string>();
  const child = mine.children.find(({ id }) => id === childId) ?? mine.children[0];
  const classes = child?.enrolments.filter(({ status }) => status === 'enrolled') ?? [];
  const one = classes.find(each => each.classId === classId) ?? classes[0];
  const toClasses = { text: '看看有哪些班', onPress: () => go('pages/care/classes/index', { childId: child?.id }) };
  return (
    <>
      {child && mine.children.length > 1 ? (
        <Segmented
          label="哪个孩子"
          options={mine.children.map(({ id, name }) => ({ value: id, text: name }))}
          value={child.id}
          onChange={setChildId}
        />
      ) : null}
      {classes.length > 1 && one ? (
        <Segmented
          label="哪个班"
          options={classes.map(({ classId: value, className: text }) => ({ value, text }))}
          value={one.classId}
          onChange={setClassId}
        />
      ) : null}
      {child && one ? (
        <ClassMonth key={`${child.id}${one.classId}`} child={child} classId={one.classId} today={mine.today} />
      ) : (
        <Empty icon="calendar" title="还没有报上班" next="报上以后，这里有哪天上、哪天放假，也在这里请假。" action={toClasses} />
      )}
    </>
  );
}

/** 托管日历: days with care, holidays, make-up days, leave. */
export default function CalendarPage() {
  const { childId } = useParams();
  const mine = useMyCare();
  return (
    <Screen title="托管日历" of={mine} refusedAction={wayOn(mine.failure)}>
      {known => <Chosen mine={known} first={childId} />}
    </Screen>
  );
}
