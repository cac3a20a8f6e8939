import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/Card';
import { EmergencyCalls } from '../../../components/EmergencyCalls';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useParams } from '../../../services/go';
import { codeIn } from './code';
import { Elsewhere } from './Elsewhere';
import { Help } from './Help';
import { type Scanned, useScan } from './useScan';

const Lost = ({ code, scanned: { community, phone, usable, joins } }: { code: string; scanned: Scanned }) => (
  <>
    <Card tone="warning">
      <View className="t-hero" {...aria({ role: 'heading' })}>
        这位老人可能迷路了
      </View>
      <View className="t-body">谢谢您停下来。请先陪一会儿，别让老人走远。</View>
      <View className="t-secondary">{`这个码由${community}发放，不会告诉您老人的姓名和住址。`}</View>
    </Card>
    {usable ? <Help code={code} phone={phone} joins={joins} /> : <Elsewhere title="这个码已经停用" phone={phone} />}
    <EmergencyCalls />
  </>
);

/** What a stranger sees after scanning the code on an elder's clothes; no account, no name, no address. */
export default function FoundPage() {
  const code = codeIn(useParams());
  const scan = useScan(code);
  return (
    <Screen title="帮帮这位老人" first>
      {code === '' || scan.unknown ? (
        <>
          <Elsewhere title="这个码认不出来" />
          <EmergencyCalls />
        </>
      ) : null}
      {scan.data ? <Lost code={code} scanned={scan.data} /> : null}
      {scan.tooMany ? <Elsewhere title="刚才扫得太多了，过一小时再试" /> : null}
      {scan.failure ? <ErrorRetry failure={scan.failure} onRetry={scan.again} /> : null}
      {scan.busy && !scan.data ? <Skeleton cards={2} /> : null}
    </Screen>
  );
}
