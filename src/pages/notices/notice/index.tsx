import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { OpenNotice } from '../../../../types/notices';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { OpenButton } from '../../../components/OpenButton';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { isWeapp, systemNow } from '../../../services/platform';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { Remind } from '../../letters/Remind';
import { useMe } from '../../people/queries';
import { useShareIntoGroups } from '../groups';
import { notices, useNotice } from '../queries';
import { aloudText, momentText, signOf, spanText } from '../words';
import { Files } from './Files';
import '../index.css';

const KINDS = ['notice', 'noticeUrgent', 'noticeCorrected'] as const;

/** Where and when, and who says so. */
function Facts({ notice }: { notice: OpenNotice }) {
  const today = dayOf(systemNow());
  const span = spanText(notice.startsAt, notice.endsAt, today);
  return (
    <List>
      {span ? <Row title="时间" value={span} /> : null}
      {notice.place ? <Row title="地点" value={notice.place} /> : null}
      <Row title="发布" value={`${notice.publisher} ${momentText(notice.sentAt, today)}`} />
      {notice.readFor ? <Row title="已看" value={notice.readFor} /> : null}
      {notice.confirmedAt ? <Row title="已确认" value={momentText(notice.confirmedAt, today)} /> : null}
    </List>
  );
}

function Words({ notice }: { notice: OpenNotice }) {
  const sign = signOf(notice);
  const title = notice.forName ? `替${notice.forName}看：${notice.title}` : notice.title;
  return (
    <Card
      title={title}
      tone={notice.emergency && !notice.correction ? 'danger' : undefined}
      aside={sign ? <Tag word={sign.word} tone={sign.tone} /> : undefined}
    >
      {notice.correction ? (
        <View className="col">
          <View className="t-body">这条通知已经撤回，请以下面的更正为准：</View>
          <View className="t-body notice-body">{notice.correction}</View>
        </View>
      ) : (
        <View className="t-body notice-body">{notice.body}</View>
      )}
    </Card>
  );
}

/** One notice in whole; opening it is reading it, one tap confirms. */
export default function NoticePage() {
  const { id = '', forId } = useParams();
  const shown = useNotice(id, forId);
  const community = useMe().data?.community?.id;
  const client = useQueryClient();
  const confirming = useCommand(notices, 'confirmNotice', {
    touches: ['courier'],
    onDone: (said, input) => client.setQueryData(['notices', 'openNotice', input], said),
  });
  const { data } = shown;
  useShareIntoGroups({
    title: data?.title ?? '社区通知',
    path: `pages/notices/shared/index?community=${community ?? ''}&id=${id}`,
  });
  const which = forId ? { id, forId } : { id };
  const foot = data?.may.confirm.ok ? (
    <BigButton
      icon="check"
      text={data.forName ? `替${data.forName}确认：知道了` : '我知道了'}
      busy={confirming.busy}
      onPress={() => confirming.run(which)}
    />
  ) : undefined;
  return (
    <Screen title="通知" of={shown} footer={foot} refusedAction={wayOn(shown.failure)}>
      {notice => (
        <>
          <View className="row">
            <View className="grow" />
            <ReadAloud text={aloudText(notice, dayOf(systemNow()))} />
          </View>
          <Words notice={notice} />
          <FailureNote failure={confirming.failure} onRetry={confirming.retry} />
          {notice.correction ? null : <Files notice={notice} />}
          <Facts notice={notice} />
          {notice.progress === 'confirmed' || !notice.may.confirm.ok ? (
            <Remind kinds={KINDS} question="下次有社区通知，用微信告诉您，好吗？" />
          ) : null}
          <CallButton phone={notice.phone} text="有疑问，打给社区" />
          {isWeapp && notice.public && !notice.correction ? (
            <OpenButton kind="secondary" openType="share" text="转给家人或邻居" />
          ) : null}
        </>
      )}
    </Screen>
  );
}
