import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeRow } from '../../../../types/notices';
import { type CivilDate, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Segmented } from '../../../components/Segmented';
import { Tag, type Tone } from '../../../components/Tag';
import { asFailure, type Failure } from '../../../services/door';
import { sentenceOf } from '../../../services/sentences';
import { useQueryOf } from '../../../services/useDoor';
import { CATEGORY_TEXT, momentText } from '../../notices/words';
import { type DeskList, notices, useDeskList } from '../notice/queries';
import { Desk } from '../parts/Desk';
import { toDesk } from '../way';

type Which = 'drafts' | 'waiting' | 'out';

const SIGN: Record<NoticeRow['status'], { word: string; tone: Tone }> = {
  draft: { word: '草稿', tone: 'neutral' },
  waitingForEyes: { word: '待审核', tone: 'warning' },
  scheduled: { word: '定时', tone: 'info' },
  sending: { word: '发送中', tone: 'info' },
  sent: { word: '已发', tone: 'success' },
  recalled: { word: '已撤回', tone: 'neutral' },
  dropped: { word: '已删', tone: 'neutral' },
};

function signOf(row: NoticeRow): { word: string; tone: Tone } {
  if (row.expired && row.status === 'sent') return { word: '已过期', tone: 'neutral' };
  return SIGN[row.status];
}

const whenOf = (row: NoticeRow, today: CivilDate): string => momentText(row.sentAt ?? row.scheduledAt ?? row.at, today);

function NoticeLine({ row, today }: { row: NoticeRow; today: CivilDate }) {
  const { word, tone } = signOf(row);
  const facts = [CATEGORY_TEXT[row.category], row.byName, whenOf(row, today), row.total ? `${row.total} 人` : undefined];
  return (
    <Row
      title={row.title}
      text={facts.filter(Boolean).join(' · ')}
      aside={
        <View className="row">
          {row.emergency ? <Tag word="紧急" tone="danger" /> : null}
          {row.pinned ? <Tag word="置顶" tone="accent" /> : null}
          <Tag word={word} tone={tone} />
        </View>
      }
      onPress={() => toDesk('notice', { id: row.id })}
    />
  );
}

const NOTHING: Record<Which, { title: string; next: string }> = {
  drafts: { title: '没有草稿', next: '点“写通知”，套用模板两分钟就能写好。' },
  waiting: { title: '没有等审核的通知', next: '紧急通知和人数多的通知，会在这里等另一位同事看过。' },
  out: { title: '还没有发过通知', next: '发出去以后，这里能看到谁看了、谁没看。' },
};

const PAGE = 30;

/** Older ones, on demand. */
function useOlder(which: Which, first: DeskList) {
  const [older, setOlder] = useState<NoticeRow[]>([]);
  const [ended, setEnded] = useState(first.notices.length < PAGE);
  const [failure, setFailure] = useState<Failure>();
  const all = [...first.notices, ...older.filter(each => !first.notices.some(({ id }) => id === each.id))];
  const more = async () => {
    const last = all.at(-1);
    if (!last) return;
    setFailure(undefined);
    try {
      const page = await notices('desk', { list: which, before: last.sentAt ?? last.scheduledAt ?? last.at });
      setOlder(now => [...now, ...page.notices]);
      setEnded(page.notices.length < PAGE);
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  return { all, failure, more: ended ? undefined : more };
}

function Rows({ which, data }: { which: Which; data: DeskList }) {
  const { all, failure, more } = useOlder(which, data);
  const today = dayOf(data.now);
  if (all.length === 0) return <Empty icon="bell" {...NOTHING[which]} />;
  return (
    <View className="col">
      <List label="通知">
        {all.map(row => (
          <NoticeLine key={row.id} row={row} today={today} />
        ))}
      </List>
      <FailureNote failure={failure} />
      {more ? <BigButton kind="plain" text="看更早的" onPress={more} /> : null}
    </View>
  );
}

/** Notices whose unread have to be told at the door, in my part of the community. */
function MyDoors() {
  const doors = useQueryOf(notices, 'myDoors', {}).data?.notices.filter(({ left }) => left > 0) ?? [];
  if (doors.length === 0) return null;
  return (
    <Card title="要上门告知" tone="warning">
      {doors.map(({ id, title, left }) => (
        <BigButton key={id} kind="secondary" text={`${title}：还有 ${left} 人`} onPress={() => toDesk('doors', { id })} />
      ))}
    </Card>
  );
}

/** 通知: what is being written, what waits for a second pair of eyes, what is out. */
export default function NoticesDesk() {
  const [which, setWhich] = useState<Which>('out');
  const list = useDeskList(which);
  const { data } = list;
  const write = data?.may.write;
  const no = write && !write.ok ? sentenceOf(write.code, write.details) : undefined;
  const footer = no ? (
    <View className="desk-note">{`${no.title}。${no.next}`}</View>
  ) : (
    <BigButton icon="edit" text="写通知" onPress={() => toDesk('notice')} />
  );
  return (
    <Desk title="通知" of={list} footer={footer}>
      {shown => (
        <View className="col narrow">
          <MyDoors />
          <View className="between">
            <Segmented<Which>
              label="哪一类"
              value={which}
              onChange={setWhich}
              options={[
                { value: 'out', text: '已发出' },
                { value: 'waiting', text: shown.waiting ? `待审核 ${shown.waiting}` : '待审核' },
                { value: 'drafts', text: '草稿' },
              ]}
            />
            <BigButton small kind="plain" icon="people" text="分组与设置" onPress={() => toDesk('noticesetup')} />
          </View>
          <Rows key={which} which={which} data={shown} />
        </View>
      )}
    </Desk>
  );
}
