import { useEffect, useState } from 'react';
import { Screen } from '../../components/Screen';
import { offerElder, useElder } from '../../services/elder';
import { useShare } from '../../services/share';
import { useLetters } from '../letters/queries';
import { Arrival } from './Arrival';
import { type HomeData, useHome } from './data';
import { ElderFoot, ElderHome } from './ElderHome';
import { usePromises } from './promises';
import { StandardHome } from './StandardHome';
import { useMySafety } from './safety';
import { wayOn } from './ways';
import './index.css';

/** True once the first picture is there: what is less urgent is asked only then. */
function useAfterFirst(ready: boolean): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => setAfter(ready), [ready]);
  return after;
}

/** The first page: what is today, and a door to everything that exists. One page, two arrangements. */
export default function Home() {
  const elder = useElder();
  useShare({ title: '近邻：社区食堂订餐', path: 'pages/home/index' });
  const home = useHome();
  const member = home.data?.me.account.status === 'member';
  const after = useAfterFirst(member);
  const letters = useLetters(after).data;
  const mine = useMySafety(after && home.data?.me.resident !== undefined).data;
  const due = usePromises(after && home.data?.me.resident !== undefined);
  useEffect(() => {
    if (after) void offerElder();
  }, [after]);

  const arranged = (data: HomeData) => {
    if (data.me.account.status !== 'member') return <Arrival me={data.me} />;
    return elder ? (
      <ElderHome data={data} unread={letters?.unread ?? 0} mine={mine} />
    ) : (
      <StandardHome data={data} letters={letters} mine={mine} due={due} />
    );
  };
  const title = home.data?.me.community?.name ?? '近邻';
  return (
    <Screen
      title={title}
      first
      of={home}
      footer={elder && member ? <ElderFoot /> : undefined}
      refusedAction={wayOn(home.failure)}
    >
      {arranged}
    </Screen>
  );
}
