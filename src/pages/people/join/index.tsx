import { Empty } from '../../../components/Empty';
import { Failed, Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { goHome } from '../../../services/go';
import { useCommunities, useMe } from '../queries';
import { JoinForm } from './JoinForm';
import { Waiting } from './Waiting';
import './index.css';

/** Joining a community: the form, the waiting, the welcome. */
export default function JoinPage() {
  const me = useMe();
  const communities = useCommunities();
  const form = (known: NonNullable<typeof me.data>) => {
    if (communities.failure) return <Failed failure={communities.failure} onRetry={communities.reload} />;
    if (!communities.data) return <Skeleton cards={2} />;
    const all = communities.data.communities;
    if (all.length === 0) return <Empty icon="home" title="还没有社区开通" next="请等社区开通后再来，或打社区电话问一问。" />;
    return <JoinForm me={known} communities={all} />;
  };
  return (
    <Screen title="加入社区" of={me}>
      {known => {
        const { status, turnedAway } = known.account;
        if (status === 'member') {
          const where = known.community?.name ?? '社区';
          return (
            <Empty
              icon="check"
              title={`您已加入${where}`}
              next="现在可以订餐，也可以帮家里老人订。"
              action={{ text: '回到首页', onPress: goHome }}
            />
          );
        }
        return status === 'waiting' && !turnedAway ? <Waiting me={known} onRefresh={me.reload} /> : form(known);
      }}
    </Screen>
  );
}
