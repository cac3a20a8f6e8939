import { View } from '@tarojs/components';
import type { CaseView, Guide } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { goBack, useParams } from '../../../services/go';
import { type Doing, type Shown, useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { sideOf } from '../case/stages';
import { Lines } from '../parts/Lines';
import { isOpen } from '../parts/verdict';
import { mediation, useCase, useGuide } from '../queries';
import { momentText } from '../words';

interface Notice {
  view: CaseView;
  guide: Guide;
}

function useNotice(id: string): Shown<Notice> {
  const view = useCase(id);
  const guide = useGuide();
  const data = view.data && guide.data ? { view: view.data, guide: guide.data } : undefined;
  const reload = () => Promise.all([view.reload(), guide.reload()]);
  return { ...view, data, failure: data ? undefined : (view.failure ?? guide.failure), reload };
}

/** The notice, read aloud if wished; what was acknowledged stays readable. */
const Text = ({ view, guide, doing }: Notice & { doing: Pick<Doing<never>, 'failure' | 'retry'> }) => {
  const { title, rights, duties } = guide.rights;
  const side = sideOf(view);
  const read = side ? view[side]?.rightsAt : undefined;
  return (
    <>
      <Card title="您的权利和义务" aside={<ReadAloud text={['您可以', ...rights, '您应当', ...duties].join('。')} />}>
        <View className="t-secondary">{title}</View>
        <View className="t-body">调解不收费，参不参加由您决定。下面写的请您看一遍。</View>
      </Card>
      <Card title="您可以">
        <Lines lines={rights} />
      </Card>
      <Card title="您应当">
        <Lines lines={duties} icon="next" />
      </Card>
      {read ? <View className="t-secondary">{`您在 ${momentText(read)} 看过了。`}</View> : null}
      <FailureNote failure={doing.failure} onRetry={doing.retry} />
    </>
  );
};

/** 权利义务告知书: to be read and acknowledged before talking. */
export default function RightsPage() {
  const id = useParams().id ?? '';
  const notice = useNotice(id);
  const knowing = useCommand(mediation, 'acknowledgeRights', { onDone: goBack });
  const { data } = notice;
  const know = () => data && knowing.run({ id, version: data.guide.rights.version });
  return (
    <Screen
      title="权利义务告知书"
      of={notice}
      refusedAction={wayOn(notice.failure)}
      footer={
        data && isOpen(data.view.may.acknowledgeRights) ? (
          <BigButton text="我看过了，知道了" busy={knowing.busy} onPress={know} />
        ) : undefined
      }
    >
      {shown => <Text {...shown} doing={knowing} />}
    </Screen>
  );
}
