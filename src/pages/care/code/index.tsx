import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CollectView } from '../../../../types/care';
import { clockText } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { QrCard } from '../../../components/QrCard';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Tag } from '../../../components/Tag';
import { go, useParams } from '../../../services/go';
import { useBright } from '../../canteen/order/useBright';
import { wayOn } from '../../home/ways';
import { COLLECT } from '../parts/day';
import { Telephone } from '../parts/Telephone';
import { type Collecting, useCollecting } from '../queries';
import { codeText, dayLabel } from '../words';

const digits = (code: string) => code.split('').join(' ');

/** Large, black on white, the same until the child is collected. */
const Code = ({ collect }: { collect: CollectView }) => {
  const { childName, className, code, state, to, day } = collect;
  if (state === 'collected') {
    return <Empty icon="check" title={`${childName}已经接走了`} next="这个码已经用完。明天来接，会有新的码。" />;
  }
  return (
    <>
      <Card title={`接${childName}`} aside={<Tag {...COLLECT[state]} />}>
        <QrCard
          text={code}
          number={codeText(code)}
          label={`二维码，接送码 ${digits(code)}`}
          help="给老师看，或念这 6 个数字。没有网也能用"
        />
      </Card>
      <Card>
        <View className="row">
          <View className="grow">
            <View className="t-body">{className}</View>
            <View className="t-secondary">{`${dayLabel(day)} ${clockText(to)} 前`}</View>
          </View>
          <ReadAloud text={`接${childName}，接送码是 ${digits(code)}`} />
        </View>
      </Card>
    </>
  );
};

function Choice({ collecting, first }: { collecting: Collecting; first: string | undefined }) {
  const [chosen, setChosen] = useState(first);
  const { collect } = collecting;
  const shown = collect.find(({ attendanceId }) => attendanceId === chosen) ?? collect[0];
  useBright(shown !== undefined && shown.state !== 'collected');
  if (!shown) {
    const toCare = { text: '去托管', onPress: () => go('pages/care/mine/index') };
    return <Empty icon="people" title="今天没有要您接的孩子" next="孩子的监护人授权以后，这里就有接送码。" action={toCare} />;
  }
  const options = collect.map(({ attendanceId, childName, className }) => ({
    value: attendanceId,
    text: collect.filter(each => each.childName === childName).length > 1 ? `${childName} ${className}` : childName,
  }));
  return (
    <>
      {collect.length > 1 ? (
        <Segmented label="接哪个孩子" options={options} value={shown.attendanceId} onChange={setChosen} />
      ) : null}
      <Code collect={shown} />
      <Telephone phone={collecting.care.phone} />
    </>
  );
}

/** 我的接送码. Opened once it opens without network, and stays until the child is collected. */
export default function CodePage() {
  const { id } = useParams();
  const collecting = useCollecting();
  return (
    <Screen title="接送码" of={collecting} refusedAction={wayOn(collecting.failure)}>
      {known => <Choice collecting={known} first={id} />}
    </Screen>
  );
}
