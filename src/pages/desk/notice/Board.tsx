import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Board as BoardData, Counts, NoticeView } from '../../../../types/notices';
import { dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { momentText } from '../../notices/words';
import { Count, Fact } from '../parts/Fact';
import type { TreeData } from '../people/Tree';
import { toDesk } from '../way';
import { Actions } from './Actions';
import { audienceText } from './audienceText';
import { Letter } from './Check';
import { namesOf } from './names';
import { type Groups, notices } from './queries';
import { Share } from './Share';

interface Props {
  notice: NoticeView;
  tree: TreeData;
  groups: Groups;
  community: string;
  onChange: (notice: NoticeView) => void;
}

/** While letters leave the board asks more often. */
const LIVE_MS = 15_000;
const BUSY_MS = 3_000;

/** Helps a long sending along while somebody watches; the timer does it otherwise. */
function useHelp(notice: NoticeView, onChange: Props['onChange']): void {
  const { run, busy } = useCommand(notices, 'continueNotice', { onDone: onChange });
  const { id, busy: underWay, doneAt, recall, reminders } = notice;
  const mark = `${doneAt ?? ''}${recall?.done ?? ''}${reminders.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` names the step that was done last; `run` is made anew each time
  useEffect(() => {
    if (underWay && !busy) run({ id });
  }, [underWay, busy, id, mark]);
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`);

function Numbers({ board }: { board: BoardData }) {
  const { counts } = board;
  return (
    <Card title="现在的情况" aside={<View className="t-secondary">{`${percent(counts.read, counts.total)} 看过`}</View>}>
      <View className="notice-bar" {...aria({ role: 'img', label: `${counts.total} 人里 ${counts.read} 人看过` })}>
        <View className="notice-bar-done" style={{ width: percent(counts.read, counts.total) }} />
      </View>
      <View className="counts">
        <Count value={board.sent} unit={`人已发，共 ${board.total}`} />
        <Count value={counts.channel} unit="人微信、短信或电话响过" />
        <Count value={counts.read} unit={counts.byFamily ? `人看过，${counts.byFamily} 位家人代看` : '人看过'} />
        {board.needsConfirmation ? <Count value={counts.confirmed} unit="人已确认" /> : null}
        <Count value={counts.unread} unit="人没看" strong={counts.unread > 0} />
        <Count value={counts.unreachable + counts.phoneOnly} unit="人手机上看不到" strong={counts.unreachable > 0} />
      </View>
    </Card>
  );
}

type Row = { buildingId: string; name: string; counts: Counts };

const columnsOf = (confirm: boolean): Column<Row>[] => [
  { key: 'name', title: '楼栋', grow: 2, cell: ({ name }) => name || '工作人员' },
  { key: 'total', title: '应看', number: true, cell: ({ counts }) => counts.total },
  { key: 'channel', title: '响过', number: true, cell: ({ counts }) => counts.channel },
  { key: 'read', title: '看过', number: true, cell: ({ counts }) => counts.read },
  ...(confirm ? [{ key: 'confirmed', title: '已确认', number: true, cell: ({ counts }: Row) => counts.confirmed }] : []),
  { key: 'unread', title: '没看', number: true, cell: ({ counts }) => counts.unread },
  { key: 'door', title: '已上门', number: true, cell: ({ counts }) => counts.doorTold },
];

function Doors({ board }: { board: BoardData }) {
  const { doors } = board;
  if (!doors) return null;
  return (
    <Card title="上门告知" tone={doors.left > 0 ? 'warning' : undefined}>
      <View className="t-body">{`还有 ${doors.left} 人要上门告诉，已告知 ${doors.told} 人，没人在家 ${doors.notHome} 人。`}</View>
      <BigButton kind="secondary" text="看上门名单" onPress={() => toDesk('doors', { id: board.id })} />
    </Card>
  );
}

function History({ board }: { board: BoardData }) {
  const today = dayOf(board.now);
  return (
    <Card title="发送经过">
      {board.sentAt === undefined ? null : <Fact name="开始发送">{momentText(board.sentAt, today)}</Fact>}
      {board.reminders.map(reminder => (
        <Fact key={reminder.at} name={`${momentText(reminder.at, today)} 提醒`}>
          {`${reminder.byName}提醒了 ${reminder.count} 个${reminder.whom === 'unread' ? '没看的' : '没确认的'}人`}
        </Fact>
      ))}
      {board.recall ? (
        <Fact name={`${momentText(board.recall.at, today)} 撤回`}>{`${board.recall.byName}：${board.recall.correction}`}</Fact>
      ) : null}
    </Card>
  );
}

/** A notice that is out: how far it has got, building by building, and what can still be done. */
export function Board({ notice, tree, groups, community, onChange }: Props) {
  const board = useQueryOf(notices, 'board', { id: notice.id }, { everyMs: notice.busy ? BUSY_MS : LIVE_MS });
  useHelp(notice, onChange);
  if (board.failure && !board.data) return <Failed failure={board.failure} onRetry={board.reload} />;
  if (!board.data) return <Skeleton cards={3} />;
  const { data } = board;
  return (
    <View className="columns">
      <View className="col">
        <Numbers board={data} />
        <Doors board={data} />
        <Actions notice={notice} board={data} onChange={onChange} />
        <DataTable<Row>
          label="各楼栋的情况"
          columns={columnsOf(data.needsConfirmation)}
          rows={data.buildings}
          keyOf={({ buildingId }) => buildingId}
          card={({ name, counts }) => (
            <View className="between">
              <View className="t-body">{name || '工作人员'}</View>
              <View className="t-secondary">{`${counts.total} 人，${counts.read} 看过，${counts.unread} 没看`}</View>
            </View>
          )}
        />
      </View>
      <View className="col">
        <Letter notice={notice} />
        <Card title="发给谁">
          <View className="t-body">{audienceText(notice.audience, namesOf(tree, groups))}</View>
        </Card>
        {notice.public && notice.status !== 'recalled' ? <Share notice={notice} community={community} /> : null}
        <History board={data} />
      </View>
    </View>
  );
}
