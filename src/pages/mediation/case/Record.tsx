import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Icon } from '../../../components/Icon';
import { isOpen } from '../parts/verdict';
import { contentsOf, momentText } from '../words';
import { Evidence } from './Evidence';
import { fromText, shelvesOf, titleOf, wordsOf } from './pieces';
import { WritePlain, WriteStatement } from './Write';

const Piece = ({ part, as }: { part: PartView; as: CaseView['as'] }) => (
  <View className="item">
    <View className="t-body">{titleOf(part, as)}</View>
    <View className="t-secondary">{`${fromText(part, as)}，${momentText(part.at)}`}</View>
    <View className="t-body words">{wordsOf(part)}</View>
  </View>
);

/** So many pieces are shown at first; the rest on a tap. */
const FIRST = 3;

function Shelf({
  title,
  icon,
  parts,
  as,
}: {
  title: string;
  icon: 'people' | 'lock';
  parts: readonly PartView[];
  as: CaseView['as'];
}) {
  const [all, setAll] = useState(false);
  if (parts.length === 0) return null;
  const shown = all ? parts : parts.slice(0, FIRST);
  return (
    <Card title={title} aside={<Icon name={icon} size="small" />}>
      {shown.map(part => (
        <Piece key={part.id} part={part} as={as} />
      ))}
      {shown.length < parts.length ? (
        <BigButton kind="plain" text={`看另外 ${parts.length - shown.length} 份`} onPress={() => setAll(true)} />
      ) : null}
    </Card>
  );
}

/** What was written so far, on two shelves, and adding to it. */
export function Record({ view }: { view: CaseView }) {
  const [writing, setWriting] = useState<'statement' | 'counterClaim'>();
  const [open, setOpen] = useState(false);
  const { shared, own } = shelvesOf(view);
  const count = shared.length + own.length + contentsOf(view.parts, 'evidence').length;
  const close = () => setWriting(undefined);
  return (
    <>
      {count > 0 && !open ? (
        <BigButton kind="plain" icon="page" text={`看写过的内容和材料（${count} 份）`} onPress={() => setOpen(true)} />
      ) : null}
      {open ? <Shelf title="双方都看得到" icon="people" parts={shared} as={view.as} /> : null}
      {open ? <Shelf title="只有我和调解员看得到" icon="lock" parts={own} as={view.as} /> : null}
      <Evidence view={view} open={open} />
      {isOpen(view.may.addStatement) ? (
        <BigButton kind="secondary" icon="edit" text="再说说情况" onPress={() => setWriting('statement')} />
      ) : null}
      {isOpen(view.may.counterClaim) ? (
        <BigButton kind="plain" text="我也有要求" onPress={() => setWriting('counterClaim')} />
      ) : null}
      {writing === 'statement' ? <WriteStatement view={view} onClose={close} /> : null}
      {writing === 'counterClaim' ? <WritePlain view={view} deed="counterClaim" onClose={close} /> : null}
    </>
  );
}
