import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentSheet } from '../../../../types/people';
import { dateText } from '../../../../types/time';
import { ALLERGEN_TEXT, CATEGORY_TEXT, DIET_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { PersonHeader } from '../../../components/PersonHeader';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { go } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useQueryOf } from '../../../services/useDoor';
import { Fact } from '../parts/Fact';
import { people } from '../queries';
import { Binding } from '../waiting/Binding';
import { formOf } from './draft';
import { Form } from './Form';
import { Leave } from './Leave';
import type { TreeData } from './Tree';

const listed = (words: readonly string[]) => (words.length > 0 ? words.join('、') : '没有登记');

/** One resident, with everything the roster knows; the cloud writes down who looked. */
export function Resident({ id, tree }: { id: string; tree: TreeData }) {
  const [mode, setMode] = useState<'read' | 'edit' | 'leave'>('read');
  const sheet = useQueryOf(people, 'resident', { id });
  if (sheet.failure) return <Failed failure={sheet.failure} onRetry={sheet.reload} />;
  if (!sheet.data) return <Skeleton cards={2} />;
  const resident = sheet.data;
  if (mode === 'edit') {
    return (
      <Form
        title={`修改${resident.name}`}
        start={formOf(resident)}
        id={id}
        tree={tree}
        onDone={() => setMode('read')}
        onCancel={() => setMode('read')}
      />
    );
  }
  return (
    <View className="col">
      <PersonHeader name={resident.name} note={`${resident.age} 岁`} text={resident.address} phone={resident.phone} />
      <Facts resident={resident} />
      <Actions resident={resident} onEdit={() => setMode('edit')} onLeave={() => setMode('leave')} />
      <Family resident={resident} />
      <Leave open={mode === 'leave'} onClose={() => setMode('read')} id={id} name={resident.name} />
    </View>
  );
}

const Facts = ({ resident }: { resident: ResidentSheet }) => (
  <Card>
    <Fact name="手机">{resident.phone ?? '没有留'}</Fact>
    <Fact name="出生日期">
      {resident.birthDate.slice(0, 4)}年{dateText(resident.birthDate)}
    </Fact>
    <Fact name="类别">{listed(resident.categories.map(each => CATEGORY_TEXT[each]))}</Fact>
    <Fact name="过敏">{listed(resident.allergens.map(each => ALLERGEN_TEXT[each]))}</Fact>
    <Fact name="忌口">{listed(resident.diets.map(each => DIET_TEXT[each]))}</Fact>
    <Fact name="卡号">{resident.cardNo ?? '没有办卡'}</Fact>
    <Fact name="微信">{resident.joined ? '已在用小程序' : '没有用小程序'}</Fact>
    {resident.status === 'left' ? <Fact name="状态">已离开本社区</Fact> : null}
  </Card>
);

function Actions({ resident, onEdit, onLeave }: { resident: ResidentSheet; onEdit: () => void; onLeave: () => void }) {
  const { save } = resident.may;
  const living = resident.status === 'living';
  const book = () => go('pages/canteen/week/index', { dinerId: resident.id });
  return (
    <>
      {living ? <BigButton icon="bowl" text="帮他订餐" onPress={book} /> : null}
      <View className="pair">
        <BigButton kind="secondary" icon="edit" text={living ? '修改' : '重新登记'} disabled={!save.ok} onPress={onEdit} />
        {living ? <BigButton kind="plain" text="已搬走或去世" disabled={!save.ok} onPress={onLeave} /> : null}
      </View>
      {save.ok ? null : <View className="desk-note">{sentenceOf(save.code, save.details).title}</View>}
    </>
  );
}

const Family = ({ resident }: { resident: ResidentSheet }) => (
  <Card title="关联的家人">
    {resident.family.length === 0 ? (
      <View className="desk-note">还没有家人关联。家人在小程序“我的家人”里申请，本人或社区确认。</View>
    ) : null}
    {resident.family.map(binding => (
      <Binding key={binding.key} binding={binding} />
    ))}
  </Card>
);
