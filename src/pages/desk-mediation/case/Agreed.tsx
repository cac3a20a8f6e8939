import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Tag } from '../../../components/Tag';
import { Fact } from '../../desk/parts/Fact';
import { toDesk } from '../../desk/way';
import { contentsOf, momentText, SIDE_TEXT } from '../../mediation/words';
import { WhyNot } from '../parts/Deed';
import { Paper } from '../parts/Paper';
import { fullDay, PARTIES_OF } from '../words';
import { Confirmation } from './acts/Confirmation';
import { FollowUp } from './acts/FollowUp';
import { Items } from './acts/Items';
import { MediatorSigns, PlaceSeal, SideSigns } from './acts/Signing';

/** 协议: its words and signatures, what was promised, the court, the visit afterwards. */
export function Agreed({ view }: { view: CaseView }) {
  const { agreement, may } = view;
  const write = () => toDesk('desk-mediation/agreement', { id: view.id });
  if (!agreement)
    return (
      <>
        <Empty
          icon="edit"
          title="还没有协议"
          next="谈成了，在这里写协议书，或者记下口头协议。"
          action={may.draftAgreement?.ok ? { text: '写协议', onPress: write } : undefined}
        />
        <WhyNot text="写协议" may={may.draftAgreement} />
      </>
    );
  return (
    <>
      <Card
        title={`${agreement.form === 'oral' ? '口头协议' : '调解协议书'} ${agreement.number}`}
        aside={<Tag word={view.effectiveAt ? '已生效' : '还没生效'} tone={view.effectiveAt ? 'success' : 'warning'} />}
      >
        <View className="col">
          {agreement.waitsFor ? <View className="t-body">{agreement.waitsFor}</View> : null}
          {agreement.form === 'written' ? <Signatures view={view} /> : null}
          {view.effectiveAt ? <Fact name="生效">{fullDay(dayOf(view.effectiveAt))}</Fact> : null}
          <Words view={view} />
          <Paper view={view} action="agreementPaper" name="协议书" may={may.agreementPaper} />
          {may.draftAgreement?.ok ? (
            <BigButton kind="plain" icon="edit" text="改协议（已签的名作废，重新签）" onPress={write} />
          ) : null}
        </View>
      </Card>
      {view.items.length > 0 ? <Items view={view} /> : null}
      <Confirmation view={view} />
      <FollowUp view={view} />
    </>
  );
}

/** Who has signed, and whose turn it is on this screen. */
export function Signatures({ view }: { view: CaseView }) {
  const signed = view.agreement?.signed;
  if (!signed) return null;
  const rows = [
    ...PARTIES_OF.map(side => ({ name: `${SIDE_TEXT[side]}${view[side] ? ` ${view[side].name}` : ''}`, at: signed[side] })),
    { name: '调解员', at: signed.mediator },
    { name: '调委会盖章', at: signed.seal },
  ];
  return (
    <>
      {rows.map(({ name, at }) => (
        <Fact key={name} name={name}>
          {at === undefined ? '还没有' : `✓ ${momentText(at)}`}
        </Fact>
      ))}
      <View className="col">
        {PARTIES_OF.map(side => (
          <SideSigns key={side} view={view} side={side} />
        ))}
        <MediatorSigns view={view} />
        <PlaceSeal view={view} />
      </View>
    </>
  );
}

function Words({ view }: { view: CaseView }) {
  const content = contentsOf(view.parts, 'agreement').find(part => part.id === view.agreement?.partId)?.content;
  if (!content) return null;
  return (
    <View className="paper">
      <View className="t-body">{content.facts}</View>
      {content.terms.map((term, i) => (
        <View key={term} className="t-body">
          {i + 1}. {term}
        </View>
      ))}
    </View>
  );
}
