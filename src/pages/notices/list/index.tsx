import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyNotice } from '../../../../types/notices';
import { type CivilDate, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Press } from '../../../components/Press';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { asFailure, type Failure } from '../../../services/door';
import { go } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { type MyNotices, notices, useMyNotices } from '../queries';
import { CATEGORY_TEXT, momentText, signOf } from '../words';
import '../index.css';

/** Read aloud at most this many, so that it comes to an end. */
const ALOUD = 5;

const headOf = ({ forName, title }: MyNotice): string => (forName ? `替${forName}看：${title}` : title);

/** One notice in the list: whose, what, since when, and what is still to do with it. */
function NoticeCard({ notice, today }: { notice: MyNotice; today: CivilDate }) {
  const sign = signOf(notice);
  const open = () => go('pages/notices/notice/index', { id: notice.id, forId: notice.forId });
  return (
    <Press className="notice-press" onPress={open}>
      <Card
        tone={notice.emergency && notice.progress === 'new' && !notice.recalled ? 'danger' : undefined}
        title={headOf(notice)}
        aside={sign ? <Tag word={sign.word} tone={sign.tone} /> : undefined}
      >
        {notice.recalled ? null : <View className="t-body notice-summary">{notice.summary}</View>}
        <View className="t-secondary">
          {[notice.pinned ? '置顶' : undefined, CATEGORY_TEXT[notice.category], momentText(notice.sentAt, today)]
            .filter(Boolean)
            .join(' · ')}
        </View>
      </Card>
    </Press>
  );
}

/** Older pages, on demand. */
function useOlder(first: MyNotices) {
  const [older, setOlder] = useState<MyNotice[]>([]);
  const [next, setNext] = useState(first.next);
  const [failure, setFailure] = useState<Failure>();
  const more = async () => {
    if (next === undefined) return;
    setFailure(undefined);
    try {
      const page = await notices('myNotices', { before: next });
      setOlder(now => [...now, ...page.notices]);
      setNext(page.next);
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  return { older, failure, more: next === undefined ? undefined : more };
}

function Filled({ data }: { data: MyNotices }) {
  const today = dayOf(data.now);
  const { older, failure, more } = useOlder(data);
  const known = new Set(data.notices.map(keyOf));
  const all = [...data.notices, ...older.filter(each => !known.has(keyOf(each)))];
  const fresh = all.filter(({ progress, recalled, expired }) => progress === 'new' && !recalled && !expired);
  const asked = all.filter(each => signOf(each)?.word === '请确认').length;
  const aloud = (fresh.length ? fresh : all).slice(0, ALOUD).map(each => `${headOf(each)}。${each.summary}`);
  return (
    <>
      <View className="row">
        <View className="grow t-section" {...aria({ role: 'heading' })}>
          {data.unread > 0 ? `${data.unread} 条没看` : asked > 0 ? `${asked} 条等您确认` : '都看过了'}
        </View>
        <ReadAloud text={aloud.join('。')} />
      </View>
      <View className="col" {...aria({ role: 'list', label: '社区通知' })}>
        {all.map(notice => (
          <View key={keyOf(notice)} {...aria({ role: 'listitem' })}>
            <NoticeCard notice={notice} today={today} />
          </View>
        ))}
      </View>
      <FailureNote failure={failure} />
      {more ? <BigButton kind="plain" text="看更早的通知" onPress={more} /> : null}
    </>
  );
}

const keyOf = ({ id, forId }: MyNotice): string => `${id}:${forId ?? ''}`;

/** 社区通知: what the community told me and the elders I look after; pinned and unread first. */
export default function NoticesPage() {
  const mine = useMyNotices();
  return (
    <Screen title="社区通知" of={mine} refusedAction={wayOn(mine.failure)}>
      {data =>
        data.notices.length === 0 ? (
          <Empty icon="bell" title="还没有通知" next="停水停电、体检、活动的通知都会在这里，也会发到您的微信。" />
        ) : (
          <Filled data={data} />
        )
      }
    </Screen>
  );
}
