import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PriorityRule } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { asFailure, type Failure } from '../../../services/door';
import { takePhoto } from '../../desk/photo';
import { care } from '../queries';
import type { Claim } from './words';

const NONE = 'none';
/** The contract's own limit. */
const MOST_DOCUMENTS = 4;
/** Small print stays readable. */
const LARGEST = 1600;

/** Photos of the paper that proves it; only staff see them. */
function Documents({ rule, claim, onChange }: { rule: PriorityRule; claim: Claim; onChange: (claim: Claim) => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const add = async () => {
    setFailure(undefined);
    try {
      const id = await takePhoto(
        () => care('documentTicket', {}),
        () => setBusy(true),
        LARGEST,
      );
      if (id) onChange({ ...claim, documents: [...claim.documents, id] });
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const count = claim.documents.length;
  return (
    <>
      <View className="t-body">{`要看：${rule.document}。拍清楚就行，只有托管老师能看，核对后确认。`}</View>
      {count < MOST_DOCUMENTS ? (
        <BigButton
          kind="secondary"
          icon="plus"
          text={count > 0 ? `已拍 ${count} 张，再拍一张` : '拍一张'}
          busy={busy}
          busyText="正在上传…"
          onPress={add}
        />
      ) : null}
      {count > 0 ? <BigButton kind="plain" text="重新拍" onPress={() => onChange({ ...claim, documents: [] })} /> : null}
      <FailureNote failure={failure} />
    </>
  );
}

interface Props {
  rules: readonly PriorityRule[];
  claim: Claim | undefined;
  onChange: (claim: Claim | undefined) => void;
}

/** Which families come first, and whether this is one; saying nothing is the ordinary case. */
export function Priority({ rules, claim, onChange }: Props) {
  const rule = rules.find(({ id }) => id === claim?.id);
  const options = [{ value: NONE, text: '没有' }, ...rules.map(({ id, name }) => ({ value: id, text: name }))];
  return (
    <Card title="有没有优先的情况">
      <View className="col">
        <ChipPicker
          label="有没有优先的情况"
          options={options}
          value={[claim?.id ?? NONE]}
          onChange={([id]) => onChange(!id || id === NONE ? undefined : { id, documents: [] })}
        />
        {rule?.document && claim ? <Documents rule={rule} claim={claim} onChange={onChange} /> : null}
        {rule && !rule.document ? <View className="t-body">不用材料，老师会核对。</View> : null}
      </View>
    </Card>
  );
}
