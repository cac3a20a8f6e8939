import { Image, View } from '@tarojs/components';
import { useEffect } from 'react';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go, useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { useMe } from '../../people/queries';
import { tellGroup, useShareIntoGroups } from '../groups';
import { type PublicNotice, usePublicNotice } from '../queries';
import { momentText, spanText } from '../words';
import '../index.css';

const STATE: Record<PublicNotice['state'], string | undefined> = { current: undefined, expired: '已过期', recalled: '已撤回' };

function Words({ notice }: { notice: PublicNotice }) {
  const state = STATE[notice.state];
  return (
    <Card title={notice.title} aside={state ? <Tag word={state} /> : undefined}>
      <View className="t-body notice-body">
        {notice.correction ? `这条通知已经撤回，请以更正为准：\n${notice.correction}` : notice.body}
      </View>
    </Card>
  );
}

function Facts({ notice }: { notice: PublicNotice }) {
  const today = dayOf(systemNow());
  const span = spanText(notice.startsAt, notice.endsAt, today);
  return (
    <List>
      {span ? <Row title="时间" value={span} /> : null}
      {notice.place ? <Row title="地点" value={notice.place} /> : null}
      <Row title="发布" value={`${notice.community} ${momentText(notice.sentAt, today)}`} />
    </List>
  );
}

/** What somebody sees who opens a forwarded card or scans a poster, member or not: the notice, and nothing about anybody. */
export default function SharedNoticePage() {
  const { community = '', id = '' } = useParams();
  const shown = usePublicNotice(community, id);
  const me = useMe().data;
  const member = me?.account.status === 'member' && me.community?.id === community;
  useShareIntoGroups({
    title: shown.data?.title ?? '社区通知',
    path: `pages/notices/shared/index?community=${community}&id=${id}`,
  });
  useEffect(() => {
    if (community && id) void tellGroup(community, id);
  }, [community, id]);
  const toMine = { text: '看我收到的通知', onPress: () => go('pages/notices/list/index') };
  return (
    <Screen title="社区通知" of={shown} refusedAction={member ? toMine : undefined}>
      {notice => (
        <>
          <View className="row">
            <View className="grow" />
            <ReadAloud text={`${notice.title}。${notice.correction ?? notice.body}`} />
          </View>
          <Words notice={notice} />
          {notice.pictures.map((url, at) => (
            <Image
              key={url}
              className="notice-picture"
              src={url}
              mode="widthFix"
              lazyLoad
              ariaLabel={`${notice.title}，第 ${at + 1} 张图`}
            />
          ))}
          <Facts notice={notice} />
          <CallButton phone={notice.phone} text="有疑问，打给社区" />
          {member ? <BigButton kind="secondary" {...toMine} /> : null}
        </>
      )}
    </Screen>
  );
}
