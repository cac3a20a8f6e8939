import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { DayView } from '../../../../types/care';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Failed, Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { Timeline } from '../../../components/Timeline';
import { go, useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { AskAbsence } from '../parts/AskAbsence';
import { Collect } from '../parts/Collect';
import { isAsked, momentsOf, stateOf } from '../parts/day';
import { Telephone } from '../parts/Telephone';
import { care, type MyCare, useMyCare } from '../queries';
import { ACTIVITY, dayLabel, INCIDENT, timeText } from '../words';
import '../parts/parts.css';

/** Something happened: its words are opened on their own, and that is written down. */
function Incident({ incident }: { incident: DayView['incidents'][number] }) {
  const [open, setOpen] = useState(false);
  const { data, failure, reload } = useQueryOf(care, 'incident', { id: incident.id }, { when: open });
  const title = `${timeText(incident.at)} ${INCIDENT[incident.kind]}`;
  return (
    <Card tone="danger" title={title}>
      <View className="col">
        {open ? null : (
          <BigButton kind="secondary" text="看老师写的情况" label={`看老师写的情况：${title}`} onPress={() => setOpen(true)} />
        )}
        {open && failure ? <Failed failure={failure} onRetry={reload} /> : null}
        {open && !failure && !data ? <Skeleton cards={1} /> : null}
        {data ? (
          <>
            <View className="t-body care-text">{data.text}</View>
            <View className="t-secondary">{`${data.byName} ${timeText(data.at)} 写的`}</View>
          </>
        ) : null}
      </View>
    </Card>
  );
}

/** Pictures of the day, while the consent holds; a tap shows one large. */
function Pictures({ day, childName }: { day: DayView; childName: string }) {
  const { data, failure, reload } = useQueryOf(care, 'pictures', { attendanceId: day.id });
  if (failure) return <Failed failure={failure} onRetry={reload} />;
  const urls = data?.urls ?? [];
  return (
    <>
      {urls.map((url, at) => (
        <Image
          key={url}
          className="care-picture"
          src={url}
          mode="widthFix"
          lazyLoad
          ariaLabel={`${childName}的照片，第 ${at + 1} 张`}
          onClick={() => void Taro.previewImage({ urls, current: url }).catch(() => undefined)}
        />
      ))}
      <View className="t-secondary">照片只有监护人能看，到期自动删除。不想再拍，在“知情同意”里撤回。</View>
    </>
  );
}

const Activities = ({ activities }: Pick<DayView, 'activities'>) => (
  <Card title="班上做了什么">
    <Timeline
      moments={activities.map(({ at, what, text }) => ({
        time: timeText(at),
        title: ACTIVITY[what],
        ...(text ? { text } : {}),
        done: true,
      }))}
    />
  </Card>
);

const Shown = ({ day, childName, now }: { day: DayView; childName: string; now: Instant }) => (
  <>
    {day.incidents.map(incident => (
      <Incident key={incident.id} incident={incident} />
    ))}
    <Card title={`${childName} · ${day.className}`} aside={<Tag {...stateOf(day, now)} />}>
      <View className="col">
        <View className="t-secondary">{dayLabel(day.day)}</View>
        <Timeline moments={momentsOf(day)} />
      </View>
    </Card>
    {day.note || day.pictures > 0 ? (
      <Card title="老师的小结">
        <View className="col">
          {day.note ? <View className="t-body care-text">{day.note}</View> : null}
          {day.pictures > 0 ? <Pictures day={day} childName={childName} /> : null}
        </View>
      </Card>
    ) : null}
    {day.activities.length > 0 ? <Activities activities={day.activities} /> : null}
  </>
);

/** The day of my own child; for who only collects, the way to the code. */
function One({ mine, id }: { mine: MyCare; id: string | undefined }) {
  const child = mine.children.find(({ today }) => today.some(day => day.id === id));
  const day = child?.today.find(each => each.id === id);
  if (child && day) {
    return (
      <>
        {isAsked(day) ? <AskAbsence day={day} childName={child.name} phone={mine.care.phone} /> : null}
        <Shown day={day} childName={child.name} now={mine.now} />
        {day.status === 'here' ? <Collect collect={mine.collect.filter(({ attendanceId }) => attendanceId === id)} /> : null}
      </>
    );
  }
  const collect = mine.collect.filter(({ attendanceId }) => attendanceId === id);
  if (collect.length > 0) return <Collect collect={collect} />;
  return (
    <Empty
      icon="calendar"
      title="这一天的情况看不到了"
      next="这里只显示今天的。以前的考勤在“托管日历”里。"
      action={{ text: '去托管', onPress: () => go('pages/care/mine/index') }}
    />
  );
}

/** One class of today: what happened, what the class did, the teacher's note with pictures. */
export default function DayPage() {
  const { id } = useParams();
  const mine = useMyCare();
  return (
    <Screen title="今天的情况" of={mine} refusedAction={wayOn(mine.failure)}>
      {known => (
        <>
          <One mine={known} id={id} />
          <Telephone phone={known.care.phone} />
        </>
      )}
    </Screen>
  );
}
