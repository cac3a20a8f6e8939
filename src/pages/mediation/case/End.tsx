import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { Sheet } from '../../../components/Sheet';
import { useCommand } from '../../../services/useDoor';
import { Lines } from '../parts/Lines';
import { Tell } from '../parts/Tell';
import { mediation } from '../queries';

export type Ending = 'withdraw' | 'endMediation';

const WORDS: Record<Ending, { title: string; lines: readonly string[]; sure: string; yes: string }> = {
  withdraw: {
    title: '撤回申请',
    lines: [
      '这件事在社区就不再办了，对方会知道您撤回了。',
      '写过的内容仍然保密，不会给别人看。',
      '以后还可以再申请，也可以去法院。',
    ],
    sure: '真的撤回吗？',
    yes: '撤回申请',
  },
  endMediation: {
    title: '结束调解',
    lines: [
      '您随时可以不谈了，不用说原因，这是您的权利。',
      '结束以后，这件事在社区就不再办了，对方会知道。',
      '还没签的协议作废。以后可以再申请，也可以去法院。',
    ],
    sure: '真的结束吗？',
    yes: '结束调解',
  },
};

/** Two steps: first what it means, then once more whether. */
export function End({ view, ending, onClose }: { view: CaseView; ending: Ending; onClose: () => void }) {
  const [sure, setSure] = useState(false);
  const [reason, setReason] = useState('');
  const doing = useCommand(mediation, ending, { onDone: onClose });
  const { title, lines, sure: question, yes } = WORDS[ending];
  if (!sure) {
    return (
      <Sheet title={title} open onClose={onClose}>
        <View className="col">
          <Lines lines={lines} icon="next" />
          <Tell optional label="为什么" value={reason} max={500} onChange={setReason} />
          <BigButton kind="danger" text="我知道了，下一步" onPress={() => setSure(true)} />
          <BigButton kind="plain" text="先不了，接着谈" onPress={onClose} />
        </View>
      </Sheet>
    );
  }
  return (
    <Confirm
      open
      kind="danger"
      title={question}
      text="点了以后就不能收回。"
      yes={yes}
      no="不，接着谈"
      doing={doing}
      onYes={() => doing.run({ id: view.id, ...(reason.trim() ? { reason } : {}) })}
      onNo={onClose}
    />
  );
}
