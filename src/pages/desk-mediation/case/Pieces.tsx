import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartView, PartySide } from '../../../../types/mediation';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { Tag } from '../../../components/Tag';
import { Fact } from '../../desk/parts/Fact';
import { momentText, SIDE_TEXT } from '../../mediation/words';
import { PARTIES_OF } from '../words';
import { ForSide } from './acts/ForSide';
import { Note } from './acts/Specialist';
import { Piece } from './Piece';

/** Kinds that other places of the case show, or that carry no words. */
const ELSEWHERE: readonly PartView['kind'][] = ['party', 'signature', 'seal', 'agreement', 'rightsNotice'];

const FILTERS = [
  { value: 'all', text: '全部' },
  { value: 'shared', text: '双方都能看' },
  { value: 'applicant', text: '只给申请人' },
  { value: 'respondent', text: '只给被申请人' },
  { value: 'panel', text: '只给调解员' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

/** 双方和材料: who they are, what they said and brought, each piece marked with who may read it. */
export const Pieces = ({ view }: { view: CaseView }) => (
  <>
    <Sides view={view} />
    <Said view={view} />
  </>
);

export const Sides = ({ view }: { view: CaseView }) => (
  <>
    {PARTIES_OF.map(side => (
      <SideCard key={side} view={view} side={side} />
    ))}
  </>
);

export function Said({ view }: { view: CaseView }) {
  const [filter, setFilter] = useState<Filter>('all');
  const said = view.parts.filter(part => !ELSEWHERE.includes(part.kind)).sort((a, b) => b.at - a.at);
  const shown = said.filter(part => filter === 'all' || part.visible === filter);
  return (
    <Card title="说过的话和材料">
      <View className="col">
        <View className="sealed-note">
          标着“只有……能看”的，千万不要念给另一方听，也不要写进共同的调解记录。单独谈话的内容，另一方永远看不到。
        </View>
        <ChipPicker label="谁能看" options={FILTERS} value={[filter]} onChange={([first]) => setFilter(first ?? 'all')} />
        {shown.length === 0 ? <Empty icon="page" title="这里还没有内容" next="双方说的话、带来的材料会按时间排在这里。" /> : null}
        <View>
          {shown.map(part => (
            <Piece key={part.id} caseId={view.id} part={part} />
          ))}
        </View>
        <View className="besides">
          <Note view={view} kind="note" />
          <Note view={view} kind="inquiry" />
        </View>
      </View>
    </Card>
  );
}

const IS = { resident: '本社区居民', person: '社区外的人', company: '单位' } as const;

function SideCard({ view, side }: { view: CaseView; side: PartySide }) {
  const known = view[side];
  if (!known) return null;
  return (
    <Card
      title={`${SIDE_TEXT[side]} ${known.name}`}
      aside={known.joined ? <Tag word="用小程序" tone="success" /> : <Tag word="由工作人员代办" tone="warning" />}
    >
      <View className="col">
        <Fact name="身份">{IS[known.is]}</Fact>
        {known.address ? <Fact name="住址">{known.address}</Fact> : null}
        {known.agents > 0 ? (
          <Fact name="代理人">{known.agentNames?.length ? known.agentNames.join('、') : `${known.agents} 位`}</Fact>
        ) : null}
        <Fact name="权利义务告知书">{known.rightsAt === undefined ? '还没有确认' : `${momentText(known.rightsAt)} 已确认`}</Fact>
        <Fact name="公开调解">{view.wantsOpen[side] ? '愿意公开' : '不公开'}</Fact>
        {known.phone ? <CallButton phone={known.phone} text={`打给${known.name} ${known.phone}`} /> : null}
        <ForSide view={view} side={side} />
      </View>
    </Card>
  );
}
