import { View } from '@tarojs/components';
import type { AlertKind, ElderLadders } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { familyIn, type OwnDraft, proposedDraft } from '../../safety/parts/ladders';
import { KIND_TEXT } from '../../safety/words';
import { dayHere } from '../queries';
import { ladderLines } from '../safety/ladder';
import { momentText } from '../words';
import '../settings/settings.css';

interface Props {
  ladders: ElderLadders;
  proposal: NonNullable<ElderLadders['proposal']>;
  busy: boolean;
  onTake: (draft: OwnDraft) => void;
  onDismiss: () => void;
}

/** What the elder or a relative would like; nothing changes before somebody of the desk saves it. */
export function Proposal({ ladders, proposal, busy, onTake, onDismiss }: Props) {
  const draft = proposedDraft(proposal);
  const kinds = Object.keys(proposal.ladders) as AlertKind[];
  return (
    <Card tone="warning" title={`${proposal.byName}想改联系顺序`}>
      <View className="col">
        <View className="t-secondary">{momentText(proposal.at, dayHere())}提出</View>
        {proposal.words ? <View className="t-body">“{proposal.words}”</View> : null}
        {proposal.family.length > 0 ? (
          <View className="t-body">
            家人的先后：
            {familyIn(draft, ladders.family)
              .map(({ name }) => name)
              .join('、')}
          </View>
        ) : null}
        {kinds.map(kind => (
          <View key={kind}>
            <View className="t-section">{KIND_TEXT[kind]}</View>
            <View className="preview">
              {ladderLines(proposal.ladders[kind]!).map(line => (
                <View key={line}>{line}</View>
              ))}
            </View>
          </View>
        ))}
        {ladders.may.save.ok ? (
          <View className="pair">
            <BigButton kind="plain" text="不改" label="不改，谢谢建议" busy={busy} onPress={onDismiss} />
            <BigButton text="看一遍再保存" onPress={() => onTake(draft)} />
          </View>
        ) : null}
      </View>
    </Card>
  );
}
