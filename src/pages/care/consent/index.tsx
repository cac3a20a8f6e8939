import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentView } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { Reading } from '../parts/Said';
import { type ChildFile, care, useChild } from '../queries';
import { PURPOSE } from '../words';
import { saidText, standOf } from './words';
import '../parts/parts.css';

interface Props {
  consent: ConsentView;
  child: ChildFile;
}

/** Taking back is as easy as giving; first it says what follows. */
function Answer({ consent, child }: Props) {
  const [asking, setAsking] = useState(false);
  const saving = useCommand(care, 'saveConsent', { onDone: () => setAsking(false) });
  const { purpose, version, holds, said } = consent;
  const { name, ifWithdrawn } = PURPOSE[purpose];
  const decide = child.may.decide;
  const say = (given: boolean) => saving.run({ childId: child.id, purpose, given, version });
  const refused = said !== undefined && !said.given && !holds;
  return (
    <>
      {asking ? null : <FailureNote failure={saving.failure} onRetry={saving.retry} />}
      {decide.ok ? null : <View className="t-secondary">{sentenceOf(decide.code, decide.details).title}</View>}
      <View className="care-pair">
        {holds ? (
          <BigButton
            kind="plain"
            text="撤回同意"
            label={`撤回同意：${name}`}
            disabled={!decide.ok}
            onPress={() => setAsking(true)}
          />
        ) : (
          <>
            <BigButton
              kind="secondary"
              text="同意"
              label={`同意：${name}`}
              busy={saving.busy}
              disabled={!decide.ok}
              onPress={() => say(true)}
            />
            {refused ? null : (
              <BigButton
                kind="secondary"
                text="不同意"
                label={`不同意：${name}`}
                disabled={!decide.ok || saving.busy}
                onPress={() => say(false)}
              />
            )}
          </>
        )}
      </View>
      <Confirm
        open={asking}
        title={`撤回“${name}”吗？`}
        text={ifWithdrawn}
        yes="撤回同意"
        no="不撤回"
        kind="danger"
        doing={saving}
        onYes={() => say(false)}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

const Consent = ({ consent, child }: Props) => (
  <Card title={PURPOSE[consent.purpose].name} aside={<Tag {...standOf(consent)} />}>
    <View className="col">
      <Reading {...consent} />
      {saidText(consent) ? <View className="t-secondary">{saidText(consent)}</View> : null}
      <Answer consent={consent} child={child} />
    </View>
  </Card>
);

/** 知情同意: what for, how long, which version; to agree, to refuse, to take back. */
export default function ConsentPage() {
  const { childId = '' } = useParams();
  const child = useChild(childId);
  return (
    <Screen title="知情同意" of={child} refusedAction={wayOn(child.failure)}>
      {known => (
        <>
          <View className="t-body">{`关于${known.name}。每一条您都可以同意、不同意，或者以后撤回，马上生效。`}</View>
          {known.consents.map(consent => (
            <Consent key={consent.purpose} consent={consent} child={known} />
          ))}
        </>
      )}
    </Screen>
  );
}
