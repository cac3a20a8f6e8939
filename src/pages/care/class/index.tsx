import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { go, useParams } from '../../../services/go';
import type { Shown } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { useServerNow } from '../parts/clock';
import { type Classes, type ClassOffer, type MyChild, useClasses, useMyCare } from '../queries';
import { LIVE } from '../words';
import { ChildRow } from './ChildRow';
import { Facts, Head } from './Facts';
import { Priority } from './Priority';
import { useSignUps } from './useSignUps';
import { buttonOf, type Claim, claimGap, maySelect } from './words';
import '../parts/parts.css';

/** Who is chosen, with what claim; the press itself. */
function useForm(of: Shown<Classes>, offer: ClassOffer | undefined, first: string | undefined, instead: string | undefined) {
  const [chosen, setChosen] = useState<string[]>(first ? [first] : []);
  const [claim, setClaim] = useState<Claim>();
  const signing = useSignUps();
  // The one this page was opened for may turn out not to be allowed in; siblings are chosen only where they are.
  const waiting = chosen.filter(id => !signing.answers[id]?.enrolment && (id !== first || maySelect(offer?.may?.signUp)));
  const toggle = (id: string) => setChosen(now => (now.includes(id) ? now.filter(each => each !== id) : [...now, id]));
  const press = () =>
    offer &&
    signing.run(
      waiting.map(childId => ({
        classId: offer.id,
        childId,
        ...(claim ? { priority: claim } : {}),
        ...(instead ? { instead } : {}),
      })),
    );
  const missing = claimGap(claim, of.data?.priorities ?? []);
  return { chosen, claim, setClaim, signing, waiting, toggle, press, missing };
}
type Form = ReturnType<typeof useForm>;

/** The button, by the server's clock; drawn each second, so it is apart. */
function Foot({ of, offer, form }: { of: Shown<Classes>; offer: ClassOffer; form: Form }) {
  const now = useServerNow(of);
  const { waiting, signing, missing, press } = form;
  if (!now) return null;
  const known = offer.enrolment && LIVE.includes(offer.enrolment.status);
  if (waiting.length === 0 && (known || Object.values(signing.answers).some(({ enrolment }) => enrolment))) {
    return <BigButton text="看我的报名" onPress={() => go('pages/care/signups/index')} />;
  }
  const { text, ready } = buttonOf({ offer, now, chosen: waiting.length, missing });
  return <BigButton text={text} disabled={!ready} busy={signing.busy} busyText="正在报名，请稍等…" onPress={press} />;
}

const NoChild = () => (
  <Card title="先登记孩子，再报名">
    <View className="col">
      <View className="t-body">登记要读一读知情同意书，填姓名、年龄、学校，两三分钟。早点登记好，开始报名时一按就行。</View>
      <BigButton text="登记孩子" onPress={() => go('pages/care/profile/index')} />
    </View>
  </Card>
);

interface ChildrenProps {
  family: readonly MyChild[];
  offer: ClassOffer;
  form: Form;
}

/** Siblings are signed up together. */
const Children = ({ family, offer, form }: ChildrenProps) => (
  <Card title={family.length > 1 ? '给谁报（可以一起报）' : '给谁报'}>
    <View className="col">
      {family.map(child => (
        <ChildRow
          key={child.id}
          child={child}
          classId={offer.id}
          chosen={form.chosen.includes(child.id)}
          answer={form.signing.answers[child.id]}
          onToggle={() => form.toggle(child.id)}
        />
      ))}
    </View>
  </Card>
);

/** One class: what it is, and signing up. At eight many press at once; each press has one answer. */
export default function ClassPage() {
  const { id = '', childId, instead } = useParams();
  const classes = useClasses(childId);
  const mine = useMyCare().data;
  const offer = classes.data?.classes.find(each => each.id === id);
  const children = (mine?.children ?? []).filter(child => !instead || child.id === childId);
  const form = useForm(classes, offer, childId, instead);
  const some = children.length > 1 || offer?.enrolment !== undefined || maySelect(offer?.may?.signUp);
  const signable = some && children.length > 0 ? offer : undefined;
  return (
    <Screen
      title={instead ? '换班' : '报名'}
      of={classes}
      footer={signable ? <Foot of={classes} offer={signable} form={form} /> : undefined}
      refusedAction={wayOn(classes.failure)}
    >
      {known => {
        if (!offer) return <Empty icon="calendar" title="没有找到这个班" next="可能已经结束了，请返回看看别的班。" />;
        return (
          <>
            <Head offer={offer} now={known.now} />
            {mine && mine.children.length === 0 ? <NoChild /> : null}
            {children.length > 0 ? <Children family={children} offer={offer} form={form} /> : null}
            {form.waiting.length > 0 && known.priorities.length > 0 ? (
              <Priority rules={known.priorities} claim={form.claim} onChange={form.setClaim} />
            ) : null}
            <Facts offer={offer} />
          </>
        );
      }}
    </Screen>
  );
}
