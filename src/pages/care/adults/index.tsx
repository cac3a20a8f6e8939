import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AdultView } from '../../../../types/care';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { PersonFields } from '../parts/PersonFields';
import { NOBODY, type Person, type PersonGaps, personGaps, personOf } from '../parts/person';
import { type ChildFile, care, useChild } from '../queries';
import { authorityOf } from './words';

/** One adult who may collect the child, and whether that holds today. */
function Adult({ adult, childId }: { adult: AdultView; childId: string }) {
  const [asking, setAsking] = useState(false);
  const ending = useCommand(care, 'endAdult', { onDone: () => setAsking(false) });
  const { id, name, relation, phone, kind, hasAccount, byName, until, may } = adult;
  const how = hasAccount ? '在自己手机上出示接送码' : '没有用小程序，您可以在“今天谁来接”里把码发过去';
  return (
    <Card title={`${name}（${relation}）`} aside={<Tag {...authorityOf(adult)} />}>
      <View className="col">
        <View className="t-secondary">
          {[phone, kind === 'guardian' ? '监护人' : `${byName}添加的`, until ? `到${dateText(until)}为止` : '']
            .filter(Boolean)
            .join(' · ')}
        </View>
        {kind === 'standing' ? <View className="t-body">{how}</View> : null}
        {may.end.ok ? <BigButton kind="plain" text={`不再让${name}接`} onPress={() => setAsking(true)} /> : null}
      </View>
      <Confirm
        open={asking}
        title={`不再让${name}接孩子吗？`}
        text="马上生效，对方手里的接送码不能再用。"
        yes={`不再让${name}接`}
        kind="danger"
        doing={ending}
        onYes={() => ending.run({ childId, adultId: id })}
        onNo={() => setAsking(false)}
      />
    </Card>
  );
}

function Add({ child }: { child: ChildFile }) {
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState<Person>(NOBODY);
  const [gaps, setGaps] = useState<PersonGaps>({});
  const adding = useCommand(care, 'addAdult', {
    onDone: () => {
      setPerson(NOBODY);
      setOpen(false);
    },
  });
  const { addAdult } = child.may;
  const submit = () => {
    const found = personGaps(person, 'optional');
    setGaps(found);
    if (Object.keys(found).length === 0) adding.run({ childId: child.id, ...personOf(person) });
  };
  return (
    <>
      {addAdult.ok ? null : <View className="t-secondary">{sentenceOf(addAdult.code, addAdult.details).title}</View>}
      <BigButton icon="plus" text="添加接送人" disabled={!addAdult.ok} onPress={() => setOpen(true)} />
      <Confirm
        open={open}
        title="添加接送人"
        text={`以后每天都能接${child.name}，直到您取消。只接一天的，请在“今天谁来接”里临时授权。`}
        yes="添加"
        doing={adding}
        onYes={submit}
        onNo={() => setOpen(false)}
      >
        <PersonFields
          person={person}
          gaps={gaps}
          phone="optional"
          phoneHelp="填了，对方用这个号加入社区后，自己手机上有接送码"
          onChange={setPerson}
        />
      </Confirm>
    </>
  );
}

/** 接送人: whom the guardians let collect the child. Who must not is known to the staff alone. */
export default function AdultsPage() {
  const { childId = '' } = useParams();
  const child = useChild(childId);
  return (
    <Screen title="接送人" of={child} refusedAction={wayOn(child.failure)}>
      {known => (
        <>
          <View className="t-body">{`只有这里的人能接${known.name}。老师每次都核对接送码，接走马上告诉您。`}</View>
          {known.adults.map(adult => (
            <Adult key={adult.id} adult={adult} childId={childId} />
          ))}
          <Add child={known} />
        </>
      )}
    </Screen>
  );
}
