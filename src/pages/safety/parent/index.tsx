import { useState } from 'react';
import type { Me } from '../../../../types/people';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { Failed, Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { go, useParams } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { useMe } from '../../people/queries';
import { useParentDay } from '../queries';
import { Day } from './Day';

const MYSELF = 'me';

/** Whose day: the elders this person looks after; staff may open any of theirs by its address. */
function Which({ me, value, onChange }: { me: Me; value: string; onChange: (id: string) => void }) {
  const options = [
    ...me.elders.map(({ id, name }) => ({ value: id, text: name })),
    ...(me.resident ? [{ value: MYSELF, text: '我自己' }] : []),
  ];
  if (options.length < 2) return null;
  const pick = (id: string | undefined) => (id === MYSELF ? go('pages/safety/mine/index') : id && onChange(id));
  return <ChipPicker label="看谁" options={options} value={[value]} onChange={([id]) => pick(id)} />;
}

function Parent({ me, elderId }: { me: Me; elderId: string }) {
  const day = useParentDay(elderId);
  const elder = me.elders.find(({ id }) => id === elderId);
  if (day.data) return <Day day={day.data} elder={elder} />;
  return day.failure ? <Failed failure={day.failure} onRetry={day.reload} action={wayOn(day.failure)} /> : <Skeleton />;
}

/** Template 5: the parent's day, for family who live far away and for staff who act for the elder. */
export default function ParentPage() {
  const { id } = useParams();
  const me = useMe();
  const [chosen, setChosen] = useState(id);
  return (
    <Screen title="家人关怀" of={me} refusedAction={wayOn(me.failure)}>
      {known => {
        const elderId = chosen ?? known.elders[0]?.id;
        if (!elderId) {
          return (
            <Empty
              icon="people"
              title="还没有关联家里老人"
              next="关联以后，在这里就能看到老人今天好不好。"
              action={{ text: '关联家人', onPress: () => go('pages/people/family/index') }}
            />
          );
        }
        return (
          <>
            <Which me={known} value={elderId} onChange={setChosen} />
            <Parent key={elderId} me={known} elderId={elderId} />
          </>
        );
      }}
    </Screen>
  );
}
