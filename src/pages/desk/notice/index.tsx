import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticeView } from '../../../../types/notices';
import { Skeleton } from '../../../components/Skeleton';
import { useParams } from '../../../services/go';
import { useShareIntoGroups } from '../../notices/groups';
import { Desk } from '../parts/Desk';
import { useMe, useTree } from '../queries';
import { Board } from './Board';
import { Compose } from './Compose';
import { draftOfNotice, emptyNotice } from './draft';
import { Pending } from './Pending';
import { type Groups, useDeskList, useGroups, useNoticeOf } from './queries';
import './notice.css';

const NO_GROUPS: Groups = [];

const titleOf = (notice: NoticeView | undefined): string => {
  if (!notice || notice.status === 'draft') return '写通知';
  return notice.status === 'waitingForEyes' ? '审核通知' : '通知进度';
};

/** One notice on the desk: written, looked over, or out and watched. */
export default function NoticeDesk() {
  const asked = useParams().id;
  const [made, setMade] = useState<string>();
  const id = asked ?? made;
  const notice = useNoticeOf(id);
  const tree = useTree();
  const groups = useGroups().data?.groups ?? NO_GROUPS;
  const may = useDeskList('drafts').data?.may;
  const community = useMe().data?.community?.id ?? '';
  const client = useQueryClient();
  const { data } = notice;
  useShareIntoGroups({
    title: data?.title ?? '社区通知',
    path: `pages/notices/shared/index?community=${community}&id=${id ?? ''}`,
  });
  const keep = (next: NoticeView) => {
    client.setQueryData(['notices', 'notice', { id: next.id }], next);
    setMade(next.id);
  };
  const writing = !data || data.status === 'draft';
  const shown = id && !made ? notice : tree;
  return (
    <Desk title={titleOf(data)} of={shown as typeof tree}>
      {() => {
        if (!tree.data) return <Skeleton />;
        if (writing)
          return (
            <Compose
              key={asked ?? 'new'}
              start={data && asked ? draftOfNotice(data) : emptyNotice}
              saved={data}
              tree={tree.data}
              groups={groups}
              mayEmergency={may?.emergency.ok ?? false}
              onSaved={keep}
            />
          );
        const pending = data.status === 'waitingForEyes' || data.status === 'scheduled';
        return pending ? (
          <Pending notice={data} tree={tree.data} groups={groups} onChange={keep} />
        ) : (
          <Board notice={data} tree={tree.data} groups={groups} community={community} onChange={keep} />
        );
      }}
    </Desk>
  );
}
