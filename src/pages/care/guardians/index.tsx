import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GuardianView } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go, useParams } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { PersonFields } from '../parts/PersonFields';
import { NOBODY, type Person, type PersonGaps, personGaps, personOf } from '../parts/person';
import { type ChildFile, care, useChild } from '../queries';
import { endText, statusOf } from './words';

/** One guardian; an invitation can be taken back, oneself may leave, another one is ended by the office alone. */
function Guardian({ guardian, childId }: { guardian: GuardianView; childId: string }) {
  const [asking, setAsking] = useState(false);
  const { id, name, relation, phone, me, decides, status, may } = guardian;
  // Who has left sees nothing of the child any more.
  const leave = () => (me ? go('pages/care/mine/index') : setAsking(false));
  const ending = useCommand(care, 'endGuardian', { onDone: leave });
  const end = endText(guardian);
  return (
    <Card title={`${name}（${relation}）`} aside={<Tag {...statusOf(guardian)} />}>
      <View className="col">
        {phone ? <View className="t-secondary">{phone}</View> : null}
        {decides ? <View className="t-body">社区已登记：孩子的事由这位监护人决定。</View> : null}
        {status === 'invited' ? (
          <View className="t-secondary">请对方用这个手机号加入社区，打开“托管”点接受。接受以前不算监护人。</View>
        ) : null}
        {may.end.ok ? (
          <BigButton kind="plain" text={end.button} label={`${end.button}：${name}`} onPress={() => setAsking(true)} />
        ) : null}
        {!may.end.ok && may.end.code === 'OFFICE_DECIDES' && !me ? (
          <View className="t-secondary">要取消这位监护人，请带上材料找社区办公室登记。</View>
        ) : null}
      </View>
      <Confirm
        open={asking}
        title={end.title}
        text={end.text}
        yes={end.button}
        kind="danger"
        doing={ending}
        onYes={() => ending.run({ childId, guardianId: id })}
        onNo={() => setAsking(false)}
      />
    </Card>
  );
}

/** A second guardian counts once that person's own account has accepted. */
function Invite({ child }: { child: ChildFile }) {
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState<Person>(NOBODY);
  const [gaps, setGaps] = useState<PersonGaps>({});
  const inviting = useCommand(care, 'inviteGuardian', {
    onDone: () => {
      setPerson(NOBODY);
      setOpen(false);
    },
  });
  const { invite } = child.may;
  const submit = () => {
    const found = personGaps(person, 'needed');
    setGaps(found);
    const { phone, ...rest } = personOf(person);
    if (Object.keys(found).length === 0 && phone) inviting.run({ childId: child.id, ...rest, phone });
  };
  return (
    <>
      {invite.ok ? null : <View className="t-secondary">{sentenceOf(invite.code, invite.details).title}</View>}
      <BigButton icon="plus" text="邀请另一位监护人" disabled={!invite.ok} onPress={() => setOpen(true)} />
      <Confirm
        open={open}
        title="邀请另一位监护人"
        text={`监护人能看到${child.name}的情况、请假、接孩子，也能决定谁来接。只帮忙接孩子的人，请加到“接送人”。`}
        yes="发出邀请"
        doing={inviting}
        onYes={submit}
        onNo={() => setOpen(false)}
      >
        <PersonFields
          person={person}
          gaps={gaps}
          phone="needed"
          phoneHelp="对方要用这个手机号加入社区，才能接受"
          onChange={setPerson}
        />
      </Confirm>
    </>
  );
}

/** 监护人: who decides for the child. */
export default function GuardiansPage() {
  const { childId = '' } = useParams();
  const child = useChild(childId);
  return (
    <Screen title="监护人" of={child} refusedAction={wayOn(child.failure)}>
      {known => (
        <>
          {known.guardians
            .filter(({ status }) => status !== 'ended')
            .map(guardian => (
              <Guardian key={guardian.id} guardian={guardian} childId={childId} />
            ))}
          <Invite child={known} />
        </>
      )}
    </Screen>
  );
}
