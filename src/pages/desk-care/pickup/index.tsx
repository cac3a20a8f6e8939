import { View } from '@tarojs/components';
import type { Instant } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { isWeapp } from '../../../services/platform';
import { Desk } from '../../desk/parts/Desk';
import { LateCard } from '../board/LateCard';
import { Inner } from '../parts/Inner';
import { UndoneNotes } from '../parts/UndoneNotes';
import { useCareBoard } from '../queries';
import { clockOf, personText } from '../words';
import { ChildCard, MatchRow } from './ChildCard';
import { type Pickup, usePickup } from './usePickup';
import '../desk-care.css';

/** 接送: a code or two letters, then who may have the child, then two taps. */
export default function PickupPage() {
  const board = useCareBoard();
  const pickup = usePickup();
  return (
    <Desk title="接送" of={board}>
      {({ late, now }) => (
        <>
          <Inner here="pickup" />
          <View className={`pickup ${pickup.text ? 'pickup-busy' : ''}`}>
            <View className="pickup-search col">
              <Search pickup={pickup} />
              <UndoneNotes undone={pickup.undone} onForget={pickup.forget} />
            </View>
            <View className="pickup-pane col">
              <Pane pickup={pickup} />
            </View>
            <View className="pickup-aside col">
              <LateCard late={late} now={now} onFind={pickup.type} />
              <Done pickup={pickup} />
            </View>
          </View>
        </>
      )}
    </Desk>
  );
}

const help = ({ now, typed }: Pickup): string => {
  if (now.kind === 'none' && now.left !== undefined && typed !== '') return `接送码六位，还差 ${now.left} 位`;
  return '接送码，或者孩子姓名的两个拼音字母';
};

const Search = ({ pickup }: { pickup: Pickup }) => (
  <View>
    <View className="care-entry">
      <View className="grow pickup-field">
        <Field
          label={isWeapp ? '接哪个孩子' : '接哪个孩子（可以用扫码枪）'}
          value={pickup.typed}
          max={40}
          onChange={pickup.type}
          onEnter={pickup.enter}
          placeholder="接送码 / wx"
        />
      </View>
      {isWeapp ? <BigButton small icon="scan" text="扫码" onPress={pickup.scan} /> : null}
      {pickup.typed ? <BigButton small kind="plain" text="清空" onPress={pickup.clear} /> : null}
    </View>
    <View className="desk-note">{help(pickup)}</View>
  </View>
);

function Pane({ pickup }: { pickup: Pickup }) {
  const { check, matches, current, text, done } = pickup;
  if (text === '') return done[0] ? <JustDone match={done[0]} /> : <Hint />;
  if (check.failure?.code === 'UNKNOWN_PICKUP_CODE') return <FailureNote failure={check.failure} />;
  if (check.failure) return <Failed failure={check.failure} onRetry={check.reload} />;
  if (!check.data) return <Skeleton cards={1} />;
  if (matches.length === 0)
    return <Empty icon="search" title={`没有找到“${text}”`} next="请核对姓名；没有签到的孩子不会出现在这里。" />;
  return (
    <>
      {check.stale ? <View className="desk-note">没有更新成功，这是 {clockOf(check.at as Instant)} 的情况。</View> : null}
      {current ? (
        <ChildCard key={current.id} match={current} pickup={pickup} />
      ) : (
        <View className="col">
          <View className="t-section">{matches.length} 个孩子，请点名字</View>
          {matches.map(match => (
            <MatchRow key={match.id} match={match} onOpen={() => pickup.open(match.id)} />
          ))}
        </View>
      )}
      {current && matches.length > 1 ? (
        <View className="row">
          <BigButton small kind="plain" icon="back" text={`看全部 ${matches.length} 个`} onPress={() => pickup.open(undefined)} />
        </View>
      ) : null}
    </>
  );
}

const Hint = () => (
  <View className="pickup-hint">
    <View className="t-title">请家长出示接送码</View>
    <View className="t-secondary">没有手机的，问孩子的名字，输入两个拼音字母，再核对接送人。</View>
  </View>
);

/** Big and green: this child is handed over. */
const JustDone = ({ match }: { match: Pickup['done'][number] }) =>
  match.release ? (
    <View className="pickup-done" {...aria({ role: 'status', live: 'polite' })}>
      <View className="pickup-name">✓ {match.childName}</View>
      <View className="t-title">
        {clockOf(match.release.at)} 交给 {personText(match.release)}
      </View>
      <View className="t-body">已经告诉监护人。</View>
    </View>
  ) : null;

/** What this counter handed over last. */
const Done = ({ pickup }: { pickup: Pickup }) =>
  pickup.done.length === 0 ? null : (
    <Card title="刚刚交接">
      {pickup.done.map(({ id, childName, release }) =>
        release ? (
          <View key={id} className="between care-line">
            <View className="t-body">{childName}</View>
            <View className="t-secondary">
              {clockOf(release.at)} {personText(release)}
            </View>
          </View>
        ) : null,
      )}
    </Card>
  );
