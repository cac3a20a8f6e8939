import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { go } from '../../../services/go';
import { isOpen } from '../parts/verdict';
import { contentsOf } from '../words';
import { ExtensionAsked } from './Extension';
import { TalksToChoose } from './Talks';
import { WritePlain } from './Write';

/** The committee asked for more: its words, and the answer. */
function MoreAsked({ view }: { view: CaseView }) {
  const [writing, setWriting] = useState(false);
  const asked = contentsOf(view.parts, 'moreAsked').at(-1)?.content.text;
  return (
    <Card tone="accent" title="社区想再了解一点">
      <View className="col">
        {asked ? <View className="t-body words">{asked}</View> : null}
        <BigButton text="补充说明" onPress={() => setWriting(true)} />
      </View>
      {writing ? <WritePlain view={view} deed="addFacts" onClose={() => setWriting(false)} /> : null}
    </Card>
  );
}

const Rights = ({ id }: { id: string }) => (
  <Card tone="accent" title="请先看您的权利">
    <View className="col">
      <View className="t-body">您可以做什么、应当做什么，都写在上面。看一遍，一两分钟。</View>
      <BigButton text="看权利义务告知书" onPress={() => go('pages/mediation/rights/index', { id })} />
    </View>
  </Card>
);

const Sign = ({ id }: { id: string }) => (
  <Card tone="accent" title="协议写好了，请您看">
    <View className="col">
      <View className="t-body">请慢慢看。觉得合适再签，不合适可以不签、再谈。</View>
      <BigButton text="看协议" onPress={() => go('pages/mediation/agreement/index', { id })} />
    </View>
  </Card>
);

/** What waits for this person now, one card each, most pressing first. */
export const Turn = ({ view }: { view: CaseView }) => (
  <>
    {isOpen(view.may.addFacts) ? <MoreAsked view={view} /> : null}
    {isOpen(view.may.acknowledgeRights) && view.acceptedAt ? <Rights id={view.id} /> : null}
    {isOpen(view.may.sign) ? <Sign id={view.id} /> : null}
    <TalksToChoose view={view} />
    <ExtensionAsked view={view} />
  </>
);
