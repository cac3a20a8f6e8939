import { View } from '@tarojs/components';
import { useState } from 'react';
import { CATEGORY_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { Split } from '../../../components/Split';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { useMe, useTree } from '../queries';
import { useSettled } from '../useSettled';
import { optionsOf } from '../words';
import { emptyForm } from './draft';
import { Form } from './Form';
import { Found, type Wanted } from './Found';
import { Resident } from './Resident';
import { type Place, Tree, type TreeData } from './Tree';
import './people.css';

const FILTERS = [...optionsOf(CATEGORY_TEXT), { value: 'left' as const, text: '已离开' }];
type Filter = (typeof FILTERS)[number]['value'];

/** 居民: the tree, the list, one resident. */
export default function People() {
  const tree = useTree();
  return (
    <Desk title="居民" of={tree}>
      {data => <Roster tree={data} />}
    </Desk>
  );
}

function Roster({ tree }: { tree: TreeData }) {
  const [place, setPlace] = useState<Place>({});
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Filter>();
  const [openId, setOpenId] = useState<string>();
  const text = useSettled(typed.trim());
  const mayKeep = mayOpen('people', useMe().data?.roles ?? []);
  const wanted: Wanted = {
    ...(text ? { text } : {}),
    ...(place.unitId ? { unitId: place.unitId } : place.buildingId ? { buildingId: place.buildingId } : {}),
    ...(filter === 'left' ? { left: true } : filter ? { category: filter } : {}),
  };
  const detail =
    openId === 'new' ? (
      <Form
        title="登记居民"
        start={emptyForm(place.buildingId, place.unitId)}
        tree={tree}
        onDone={setOpenId}
        onCancel={() => setOpenId(undefined)}
      />
    ) : openId ? (
      <Resident key={openId} id={openId} tree={tree} />
    ) : undefined;
  return (
    <View className="people">
      <View className="people-tree">
        <Tree tree={tree} value={place} onChange={setPlace} />
      </View>
      <View className="grow">
        <Split
          hint="点一位居民，看他的情况"
          onBack={() => setOpenId(undefined)}
          detail={detail}
          list={
            <View className="col">
              <View className="people-search">
                <View className="grow">
                  <Field label="找居民" value={typed} max={20} onChange={setTyped} placeholder="姓名、拼音、手机尾号" />
                </View>
                {mayKeep ? <BigButton small icon="plus" text="登记" label="登记居民" onPress={() => setOpenId('new')} /> : null}
              </View>
              <Where tree={tree} place={place} onChange={setPlace} />
              <ChipPicker
                many
                label="只看"
                options={FILTERS}
                value={filter ? [filter] : []}
                onChange={list => setFilter(list[list.length - 1])}
              />
              <Found key={JSON.stringify(wanted)} wanted={wanted} openId={openId} onOpen={setOpenId} />
            </View>
          }
        />
      </View>
    </View>
  );
}

/** On a phone the tree comes up as a sheet. */
function Where({ tree, place, onChange }: { tree: TreeData; place: Place; onChange: (place: Place) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="phone-only">
      <BigButton
        kind="plain"
        icon="pin"
        text={place.text ?? '全部楼栋'}
        label={`选楼栋，现在是${place.text ?? '全部楼栋'}`}
        onPress={() => setOpen(true)}
      />
      <Sheet title="看哪里" open={open} onClose={() => setOpen(false)}>
        <Tree
          tree={tree}
          value={place}
          onChange={next => {
            onChange(next);
            if (next.unitId || !next.buildingId) setOpen(false);
          }}
        />
      </Sheet>
    </View>
  );
}
