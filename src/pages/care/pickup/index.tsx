import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go, useParams } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { type Codes, care, type MyCare, useMyCare } from '../queries';
import { codeText, dayLabel } from '../words';
import { paramsOf } from './pass';
import { Temporary } from './Temporary';
import '../parts/parts.css';

type Code = Codes['codes'][number];

/** The day as the first page knows it, for the hours and the verdicts; undefined for another day than today. */
const dayOfId = (mine: MyCare | undefined, id: string) => mine?.children.flatMap(({ today }) => today).find(day => day.id === id);

interface Props {
  code: Code;
  codes: Codes;
  attendanceId: string;
  mine: MyCare | undefined;
}

/** Takes the day's authority back, as long as the child is there. */
function End({ code, attendanceId }: Pick<Props, 'code' | 'attendanceId'>) {
  const [asking, setAsking] = useState(false);
  const ending = useCommand(care, 'endTemporary', { onDone: () => setAsking(false) });
  return (
    <>
      <BigButton kind="plain" text="取消授权" label={`取消授权：${code.name}`} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`取消给${code.name}的授权吗？`}
        text="马上生效，对方手里的接送码不能再用。"
        yes="取消授权"
        no="不取消"
        kind="danger"
        doing={ending}
        onYes={() => ending.run({ attendanceId, adultId: code.adultId })}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

/** One adult with the code of the day; mine is shown large, another's is passed on. */
function Adult({ code, codes, attendanceId, mine }: Props) {
  const at = mine?.care;
  const where = at ? [at.name, at.place].filter(Boolean).join(' ') : '';
  const pass = { code: code.code, day: codes.day, to: dayOfId(mine, attendanceId)?.to, where };
  return (
    <Card
      title={`${code.name}（${code.relation}）`}
      aside={<Tag word={code.temporary ? '只这一天' : code.me ? '我' : '接送人'} tone={code.temporary ? 'accent' : 'primary'} />}
    >
      <View className="col">
        <View className="care-code">{codeText(code.code)}</View>
        <View className="care-pair">
          {code.me ? (
            <BigButton icon="code" text="出示我的码" onPress={() => go('pages/care/code/index', { id: attendanceId })} />
          ) : (
            <BigButton
              kind="secondary"
              icon="share"
              text={`把码给${code.name}`}
              onPress={() => go('pages/care/card/index', { ...paramsOf(pass), mine: '1' })}
            />
          )}
          {code.temporary ? <End code={code} attendanceId={attendanceId} /> : null}
        </View>
      </View>
    </Card>
  );
}

/** 谁来接: each adult with a code of their own, good until the child is collected. */
export default function PickupPage() {
  const { id = '' } = useParams();
  const codes = useQueryOf(care, 'codes', { attendanceId: id }, { when: id !== '' });
  const mine = useMyCare().data;
  const known = dayOfId(mine, id);
  return (
    <Screen title="谁来接" of={codes} refusedAction={wayOn(codes.failure)}>
      {shown => (
        <>
          <View className="t-body">
            {`${dayLabel(shown.day)}接${shown.childName}。一人一个码，给老师看或念给老师听；接走马上告诉您。`}
          </View>
          {shown.codes.length === 0 ? (
            <Empty icon="people" title="这一天没有能接的人" next="点下面“临时请别人接”，或者到“接送人”里添加。" />
          ) : null}
          {shown.codes.map(code => (
            <Adult key={code.adultId} code={code} codes={shown} attendanceId={id} mine={mine} />
          ))}
          <Temporary attendanceId={id} childName={shown.childName} day={shown.day} may={known?.may.temporary} />
        </>
      )}
    </Screen>
  );
}
