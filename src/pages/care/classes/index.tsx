import { View } from '@tarojs/components';
import { useState } from 'react';
import { dateText, type Instant } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Tag } from '../../../components/Tag';
import { go, useParams } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { type ClassOffer, type MyChild, useClasses, useMyCare } from '../queries';
import { agesText, meetsText } from '../words';
import { feeText, stateOf, termsOf } from './words';

interface ClassProps {
  offer: ClassOffer;
  now: Instant;
  onOpen: () => void;
}

const Offered = ({ offer, now, onOpen }: ClassProps) => (
  <Card title={offer.name} aside={<Tag {...stateOf(offer, now)} />}>
    <View className="row-wrap">
      <View className="grow">
        <View className="t-body">{meetsText(offer)}</View>
        <View className="t-secondary">{`${offer.place} · ${agesText(offer)} · ${feeText(offer)}`}</View>
      </View>
      <BigButton small kind="secondary" text="看看" label={`看看${offer.name}`} onPress={onOpen} />
    </View>
  </Card>
);

/** Whose possibilities are shown, where there is more than one child. */
const Whose = ({ family, value, onChange }: { family: readonly MyChild[]; value: string; onChange: (id: string) => void }) =>
  family.length > 1 ? (
    <Segmented
      label="哪个孩子"
      options={family.map(({ id, name }) => ({ value: id, text: name }))}
      value={value}
      onChange={onChange}
    />
  ) : null;

/** 托管报名: the classes of running and coming terms, with what is left. */
export default function ClassesPage() {
  const params = useParams();
  const mine = useMyCare();
  const children = mine.data?.children ?? [];
  const [chosen, setChosen] = useState(params.childId);
  const childId = chosen ?? children[0]?.id;
  // Asked once, when it is known for whom.
  const classes = useClasses(childId, childId !== undefined || !mine.loading);
  const { instead } = params;
  return (
    <Screen title={instead ? '换班' : '托管报名'} of={classes} refusedAction={wayOn(classes.failure)}>
      {known => (
        <>
          {instead ? (
            <Card tone="warning">选一个新的班。新的班有了名额，原来的班自动退出；没有名额，原来的班不变。</Card>
          ) : (
            <Whose family={children} value={childId ?? ''} onChange={setChosen} />
          )}
          {known.classes.length === 0 ? (
            <Empty icon="calendar" title="现在没有班可以报" next="社区开班以后会发通知，请过些日子再来看。" />
          ) : null}
          {termsOf(known.classes).map(term => (
            <View key={term.termId} className="col">
              <View className="t-section" {...aria({ role: 'heading' })}>
                {`${term.name}（${dateText(term.first)}到${dateText(term.last)}）`}
              </View>
              {term.classes.map(offer => (
                <Offered
                  key={offer.id}
                  offer={offer}
                  now={known.now}
                  onOpen={() => go('pages/care/class/index', { id: offer.id, childId, instead })}
                />
              ))}
            </View>
          ))}
        </>
      )}
    </Screen>
  );
}
