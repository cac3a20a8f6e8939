import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Health } from '../../../../types/care';
import type { Allergen, Diet } from '../../../../types/directory';
import { ALLERGEN_TEXT, DIET_TEXT } from '../../../../types/words';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Screen } from '../../../components/Screen';
import { go, useParams } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { care, useChild } from '../queries';
import '../parts/parts.css';

const optionsOf = <V extends string>(texts: Record<V, string>) =>
  (Object.entries(texts) as [V, string][]).map(([value, text]) => ({ value, text }));
const ALLERGENS = optionsOf<Allergen>(ALLERGEN_TEXT);
const DIETS = optionsOf<Diet>(DIET_TEXT);

interface Props {
  childId: string;
  first: Health;
}

/** Chips for what the kitchen understands, words for the rest. */
function Form({ childId, first }: Props) {
  const [health, setHealth] = useState<Health>(first);
  const [saved, setSaved] = useState(false);
  const saving = useCommand(care, 'saveHealth', { onDone: () => setSaved(true) });
  const change = (part: Partial<Health>) => {
    setSaved(false);
    setHealth(now => ({ ...now, ...part }));
  };
  return (
    <>
      <Card title="对什么过敏">
        <ChipPicker
          many
          label="对什么过敏"
          options={ALLERGENS}
          value={health.allergens}
          onChange={allergens => change({ allergens })}
        />
      </Card>
      <Card title="不能吃什么">
        <ChipPicker many label="不能吃什么" options={DIETS} value={health.diets} onChange={diets => change({ diets })} />
      </Card>
      <Card title="老师要知道的">
        <Field
          kind="long"
          optional
          label="疾病、用药、要注意什么"
          placeholder="比如：哮喘，书包里有喷雾，喘的时候喷两下"
          max={300}
          value={health.note}
          onChange={note => change({ note })}
        />
        <Field
          optional
          label="联系不上监护人时，打给谁"
          placeholder="比如：舅舅 13900000001"
          max={60}
          value={health.emergency}
          onChange={emergency => change({ emergency })}
        />
      </Card>
      <FailureNote failure={saving.failure} onRetry={saving.retry} />
      {saved ? (
        <View className="t-body" {...aria({ role: 'status', live: 'polite' })}>
          ✓ 保存好了，今天的老师和厨房马上用新的。
        </View>
      ) : null}
      <BigButton text="保存" busy={saving.busy} onPress={() => saving.run({ childId, health: trimmed(health) })} />
    </>
  );
}

const trimmed = (health: Health): Health => ({
  ...health,
  note: health.note.trim(),
  emergency: health.emergency.trim(),
});

/** What is sealed, opened for the guardian; nothing of it is kept on the phone. */
function Opened({ childId }: { childId: string }) {
  const health = useQueryOf(care, 'health', { childId });
  if (health.failure) {
    const { title, next } = sentenceOf(health.failure.code, health.failure.details);
    const toConsent = { text: '去看同意书', onPress: () => go('pages/care/consent/index', { childId }) };
    const again = { text: '重试', onPress: () => void health.reload() };
    return (
      <Empty icon="lock" title={title} next={next} action={health.failure.code === 'NO_HEALTH_CONSENT' ? toConsent : again} />
    );
  }
  return health.data ? <Form childId={childId} first={health.data.health} /> : null;
}

/** 健康和过敏: who reads it stands first. */
export default function HealthPage() {
  const { childId = '' } = useParams();
  const child = useChild(childId);
  return (
    <Screen title="健康和过敏" of={child} refusedAction={wayOn(child.failure)}>
      {known => (
        <>
          <Card tone="warning" title={`谁能看到${known.name}的这些信息`}>
            <View className="t-body">
              监护人，和当天值班的托管老师。老师每看一次都有记录，您在“孩子资料”里看得到。厨房只知道有几个孩子不能吃什么，不知道是谁。
            </View>
          </Card>
          <Opened childId={childId} />
        </>
      )}
    </Screen>
  );
}
