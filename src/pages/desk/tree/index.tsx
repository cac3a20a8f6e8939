import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Split } from '../../../components/Split';
import { useCommand } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import type { TreeData } from '../people/Tree';
import { people, useTree } from '../queries';
import { Building } from './Building';
import { CommunityCard } from './Community';
import { type BuildingLine, draftOf, inputOf, type TreeDraft, wrongIn } from './draft';
import { Grids } from './Grids';
import './tree.css';

/** 楼栋网格: the community's name and number, its grids, buildings and units. Changes are put together and saved at once. */
export default function TreePage() {
  const tree = useTree();
  const edits = useTreeEdits();
  const footer = edits.draft ? (
    <>
      <BigButton kind="plain" text="放弃修改" disabled={edits.save.busy} onPress={edits.drop} />
      <BigButton text="保存修改" busy={edits.save.busy} busyText="正在保存…" onPress={edits.submit} />
    </>
  ) : undefined;
  return (
    <Desk title="楼栋网格" of={tree} footer={footer}>
      {data => <Editor tree={data} edits={edits} />}
    </Desk>
  );
}

type Edits = ReturnType<typeof useTreeEdits>;

/** What was changed and not saved yet; nothing until the first change. */
function useTreeEdits() {
  const client = useQueryClient();
  const [draft, setDraft] = useState<TreeDraft>();
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(people, 'saveTree', {
    onDone: shape => {
      client.setQueryData<TreeData>(['people', 'tree', {}], old => old && { ...old, ...shape });
      setDraft(undefined);
      setSaved(true);
    },
  });
  const drop = () => {
    setDraft(undefined);
    setWrong({});
    save.reset();
  };
  const change = (next: TreeDraft) => {
    setDraft(next);
    setSaved(false);
    save.reset();
  };
  const submit = () => {
    if (!draft) return;
    const found = wrongIn(draft);
    setWrong(found);
    if (Object.keys(found).length === 0) save.run(inputOf(draft));
  };
  return { draft, wrong, saved, save, drop, change, submit };
}

function Editor({ tree, edits }: { tree: TreeData; edits: Edits }) {
  const [openKey, setOpenKey] = useState<string>();
  const draft = edits.draft ?? draftOf(tree);
  const open = draft.buildings.find(each => each.key === openKey);
  const put = (building: BuildingLine) =>
    edits.change({ ...draft, buildings: draft.buildings.map(each => (each.key === building.key ? building : each)) });
  const remove = (key: string) => edits.change({ ...draft, buildings: draft.buildings.filter(each => each.key !== key) });
  return (
    <View className="col">
      <View className={edits.saved ? 'tree-saved' : ''} {...aria({ role: 'status', live: 'polite' })}>
        {edits.saved ? '已保存' : ''}
      </View>
      <FailureNote about="没有保存" failure={edits.save.failure} onRetry={edits.save.retry} />
      <Split
        hint="点一栋楼，改名字、网格和单元"
        onBack={() => setOpenKey(undefined)}
        list={
          <View className="col">
            <CommunityCard community={tree.community} />
            <Grids draft={draft} residents={tree.residents} wrong={edits.wrong} onChange={edits.change} onOpen={setOpenKey} />
          </View>
        }
        detail={
          open ? (
            <Building
              building={open}
              grids={draft.grids}
              residents={tree.residents}
              wrong={edits.wrong}
              onChange={put}
              onRemove={() => remove(open.key)}
            />
          ) : undefined
        }
      />
    </View>
  );
}
