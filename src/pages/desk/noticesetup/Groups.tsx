import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GroupKind, GroupView } from '../../../../types/notices';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { Tag } from '../../../components/Tag';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { chooseWorkbook, openWorkbook, upload } from '../files';
import { audienceText } from '../notice/audienceText';
import { namesOf } from '../notice/names';
import { notices } from '../notice/queries';
import type { TreeData } from '../people/Tree';
import { SaveGroup } from './SaveGroup';

const KIND: Record<GroupKind, string> = { saved: '按条件', list: 'Excel 名单', careClass: '托管班', team: '志愿队' };

interface Props {
  groups: readonly GroupView[];
  tree: TreeData;
}

/** What reading a list met, row by row, so that it can be put right in Excel. */
function Reading({ reading }: { reading: NonNullable<GroupView['reading']> }) {
  return (
    <View className="col">
      <View className="desk-note">{`读了 ${reading.rows} 行，有 ${reading.leftOut} 行没找到人。`}</View>
      {reading.problems.slice(0, 20).map(({ row, text }) => (
        <View key={`${row}${text}`} className="t-secondary">{`第 ${row} 行：${text}`}</View>
      ))}
    </View>
  );
}

function GroupCard({ group, tree, groups }: { group: GroupView } & Props) {
  const [asking, setAsking] = useState(false);
  const dropping = useCommand(notices, 'dropGroup', { onDone: () => setAsking(false) });
  const { audience } = group;
  return (
    <Card title={group.name} aside={<Tag word={KIND[group.kind]} tone={group.kind === 'saved' ? 'info' : 'neutral'} />}>
      <View className="t-body">{audience ? audienceText(audience, namesOf(tree, [...groups])) : `${group.members} 人`}</View>
      {group.reading ? <Reading reading={group.reading} /> : null}
      {group.may.change.ok ? (
        <BigButton small kind="plain" icon="trash" text="解散" label={`解散${group.name}`} onPress={() => setAsking(true)} />
      ) : null}
      <Confirm
        open={asking}
        title={`解散“${group.name}”吗？`}
        text="发过的通知不受影响，以后不能再选它。"
        yes="解散"
        kind="danger"
        doing={dropping}
        onYes={() => dropping.run({ id: group.id })}
        onNo={() => setAsking(false)}
      />
    </Card>
  );
}

/** A list from Excel: named, chosen, read; what could not be found is said row by row. */
function ListSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const template = useCommand(notices, 'listTemplate', { onDone: openWorkbook });
  const reading = useCommand(notices, 'readList', { onDone: onClose });
  const choose = async () => {
    setFailure(undefined);
    try {
      const chosen = await chooseWorkbook();
      if (!chosen) return;
      setBusy(true);
      const ticket = await notices('listTicket', {});
      await upload(ticket, chosen);
      reading.run({ fileId: ticket.fileId, name: name.trim() });
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title="从 Excel 名单建分组" open={open} onClose={onClose}>
      <View className="col">
        <Field label="分组名字" value={name} max={20} onChange={setName} placeholder="重阳节慰问名单" />
        <FailureNote failure={failure ?? reading.failure} onRetry={reading.retry} />
        <BigButton
          icon="upload"
          text="选 Excel 文件"
          busy={busy || reading.busy}
          busyText="正在对照名册…"
          disabled={name.trim() === ''}
          onPress={() => void choose()}
        />
        <BigButton kind="plain" icon="download" text="下载空白表格" busy={template.busy} onPress={() => template.run({})} />
      </View>
    </Sheet>
  );
}

export function GroupsOf({ groups, tree }: Props) {
  const [open, setOpen] = useState<'list' | 'saved'>();
  const close = () => setOpen(undefined);
  return (
    <View className="col">
      <View className="pair">
        <BigButton kind="secondary" icon="upload" text="从 Excel 名单建" onPress={() => setOpen('list')} />
        <BigButton kind="secondary" icon="plus" text="按条件建" onPress={() => setOpen('saved')} />
      </View>
      {groups.length === 0 ? <Empty icon="people" title="还没有分组" next="常发的人群存成分组，下次一点就选中。" /> : null}
      {groups.map(group => (
        <GroupCard key={group.id} group={group} groups={groups} tree={tree} />
      ))}
      <ListSheet key={`list${open}`} open={open === 'list'} onClose={close} />
      <SaveGroup key={`saved${open}`} open={open === 'saved'} tree={tree} onClose={close} />
    </View>
  );
}
