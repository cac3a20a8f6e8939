import { View } from '@tarojs/components';
import type { BindingView, Me } from '../../../../types/people';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { PersonHeader } from '../../../components/PersonHeader';
import { Screen } from '../../../components/Screen';
import { go } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useMe } from '../queries';
import { Asked } from './Asked';
import { EndBinding } from './EndBinding';

const Heading = ({ text }: { text: string }) => (
  <View className="t-section" {...aria({ role: 'heading' })}>
    {text}
  </View>
);

/** An elder I act for. */
const Elder = ({ elder, binding }: { elder: Me['elders'][number]; binding: BindingView | undefined }) => (
  <View className="col">
    <PersonHeader name={elder.name} note={`${elder.age} 岁 · 我是${elder.relation}`} text={elder.address} />
    <BigButton icon="bowl" text={`帮${elder.name}订饭`} onPress={() => go('pages/canteen/week/index', { dinerId: elder.id })} />
    <BigButton
      kind="secondary"
      icon="heart"
      text={`看${elder.name}今天好不好`}
      onPress={() => go('pages/safety/parent/index', { id: elder.id })}
    />
    {binding ? <EndBinding binding={binding} other={elder.name} /> : null}
  </View>
);

/** A relation in one line: who, what, and the way out of it. */
const Relation = ({ binding, other, note }: { binding: BindingView; other: string; note: string }) => (
  <Card>
    <View className="row-wrap">
      <View className="grow">
        <View className="t-body">{other}</View>
        <View className="t-secondary">{note}</View>
      </View>
      <EndBinding binding={binding} other={other} />
    </View>
  </Card>
);

function Family({ me }: { me: Me }) {
  const asked = me.family.filter(({ status, may }) => status === 'asked' && may.answer.ok);
  const helpers = me.family.filter(({ status }) => status === 'confirmed');
  const waiting = me.bindings.filter(({ status }) => status === 'asked');
  const nobody = [asked, helpers, waiting, me.elders].every(list => list.length === 0);
  return (
    <>
      {asked.map(binding => (
        <Asked key={binding.key} binding={binding} />
      ))}
      {me.elders.length > 0 ? <Heading text="我帮忙照看" /> : null}
      {me.elders.map(elder => (
        <Elder
          key={elder.id}
          elder={elder}
          binding={me.bindings.find(each => each.elderId === elder.id && each.status === 'confirmed')}
        />
      ))}
      {waiting.length > 0 ? <Heading text="等对方同意" /> : null}
      {waiting.map(binding => (
        <Relation
          key={binding.key}
          binding={binding}
          other={binding.elderName}
          note="老人在手机上点同意，或请社区工作人员帮忙确认"
        />
      ))}
      {helpers.length > 0 ? <Heading text="能帮我办事的家人" /> : null}
      {helpers.map(binding => (
        <Relation
          key={binding.key}
          binding={binding}
          other={binding.name}
          note={[binding.relation, binding.phone].filter(Boolean).join(' · ')}
        />
      ))}
      {nobody ? <Empty icon="people" title="还没有关联家人" next="关联家里的老人，就能帮忙订饭；老人自己不用手机也行。" /> : null}
    </>
  );
}

/** Who belongs to me: elders I act for, relatives who act for me, and what waits for an answer. */
export default function FamilyPage() {
  const me = useMe();
  const may = me.data?.may.askBinding;
  const no = may && !may.ok ? sentenceOf(may.code, may.details) : undefined;
  const join = me.data?.account.status !== 'member';
  const foot = no ? (
    <BigButton text={join ? '先加入社区' : no.title} disabled={!join} onPress={() => go('pages/people/join/index')} />
  ) : (
    <BigButton kind="secondary" icon="plus" text="关联一位老人" onPress={() => go('pages/people/bind/index')} />
  );
  return (
    <Screen title="我的家人" of={me} footer={foot}>
      {known => <Family me={known} />}
    </Screen>
  );
}
