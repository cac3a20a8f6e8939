import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Board, NoticeView } from '../../../../types/notices';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { openWorkbook } from '../files';
import { notices } from './queries';

interface Props {
  notice: NoticeView;
  board: Board;
  onChange: (notice: NoticeView) => void;
}

function Recall({ notice, onChange }: Omit<Props, 'board'>) {
  const [asking, setAsking] = useState(false);
  const [correction, setCorrection] = useState('');
  const recalling = useCommand(notices, 'recallNotice', {
    onDone: next => {
      setAsking(false);
      onChange(next);
    },
  });
  return (
    <>
      <BigButton kind="plain" text="撤回并更正" disabled={!notice.may.recall.ok} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="撤回这条通知"
        text="没发完的不再发；收到过的人会马上收到更正。"
        yes="撤回并发更正"
        kind="danger"
        ready={correction.trim() !== ''}
        doing={recalling}
        onYes={() => recalling.run({ id: notice.id, correction: correction.trim() })}
        onNo={() => setAsking(false)}
      >
        <Field kind="long" label="更正的内容" value={correction} max={200} onChange={setCorrection} />
      </Confirm>
    </>
  );
}

/** What can still be done with a notice that is out. */
export function Actions({ notice, board, onChange }: Props) {
  const { id } = notice;
  const reminding = useCommand(notices, 'remind');
  const opening = useCommand(notices, 'openDoors');
  const pinning = useCommand(notices, 'pinNotice', { onDone: onChange });
  const exporting = useCommand(notices, 'exportBoard', { onDone: openWorkbook });
  const failed = [reminding, opening, pinning, exporting].find(each => each.failure);
  const remind = (whom: 'unread' | 'unconfirmed') => reminding.run({ id, whom });
  const open = board.counts.total - board.counts.confirmed;
  return (
    <View className="col">
      <FailureNote failure={failed?.failure} onRetry={failed?.retry} />
      <View className="pair">
        <BigButton
          text={`提醒没看的 ${board.counts.unread} 人`}
          busy={reminding.busy}
          disabled={!board.may.remind.ok || board.counts.unread === 0}
          onPress={() => remind('unread')}
        />
        {board.needsConfirmation ? (
          <BigButton
            kind="secondary"
            text={`提醒没确认的 ${open} 人`}
            busy={reminding.busy}
            disabled={!board.may.remind.ok || open === 0}
            onPress={() => remind('unconfirmed')}
          />
        ) : null}
        {board.doors ? null : (
          <BigButton
            kind="secondary"
            text="列出上门名单"
            busy={opening.busy}
            disabled={!board.may.openDoors.ok}
            onPress={() => opening.run({ id })}
          />
        )}
      </View>
      <View className="pair">
        <BigButton
          kind="plain"
          icon="download"
          text="导出表格"
          busy={exporting.busy}
          disabled={!board.may.export.ok}
          onPress={() => exporting.run({ id })}
        />
        <BigButton
          kind="plain"
          text={notice.pinned ? '取消置顶' : '置顶'}
          busy={pinning.busy}
          disabled={!notice.may.pin.ok}
          onPress={() => pinning.run({ id, pinned: !notice.pinned })}
        />
        <Recall notice={notice} onChange={onChange} />
      </View>
    </View>
  );
}
