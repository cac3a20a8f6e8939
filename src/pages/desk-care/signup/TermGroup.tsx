import { View } from '@tarojs/components';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import type { DeskClass, Term } from '../queries';
import { CLASS, hoursText, MODE_TEXT, weekdaysText } from '../words';

interface Props {
  term: Term;
  classes: readonly DeskClass[];
  openId: string | undefined;
  keeps: boolean;
  onClass: (id: string) => void;
  onTerm: () => void;
  onNew: () => void;
}

/** A term and its classes. */
export const TermGroup = ({ term, classes, openId, keeps, onClass, onTerm, onNew }: Props) => (
  <View className="col">
    <View className="between">
      <View>
        <View className="t-section">{term.name}</View>
        <View className="t-secondary">
          {dateText(term.first)} 到 {dateText(term.last)}
        </View>
      </View>
      {keeps ? (
        <View className="row-wrap">
          <BigButton small kind="plain" icon="edit" text="改学期" label={`改学期 ${term.name}`} onPress={onTerm} />
          <BigButton small kind="plain" icon="plus" text="加班次" label={`在${term.name}加班次`} onPress={onNew} />
        </View>
      ) : null}
    </View>
    {classes.length === 0 ? <View className="desk-note">这个学期还没有班次。</View> : null}
    {classes.map(each => (
      <ClassRow key={each.id} cls={each} open={each.id === openId} onOpen={() => onClass(each.id)} />
    ))}
  </View>
);

/** 在班 38 / 40 · 候补 12 · 等确认 1 */
export const standText = (cls: DeskClass): string =>
  [
    `在班 ${cls.enrolled} / ${cls.capacity}`,
    cls.offered > 0 ? `等确认 ${cls.offered}` : '',
    cls.waiting > 0 ? `候补 ${cls.waiting}` : '',
    cls.entered > 0 ? `等抽签 ${cls.entered}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

const ClassRow = ({ cls, open, onOpen }: { cls: DeskClass; open: boolean; onOpen: () => void }) => (
  <Press className={`care-class ${open ? 'care-class-on' : ''}`} onPress={onOpen}>
    <View className="row-wrap care-tags">
      <View className="t-section">{cls.name}</View>
      {cls.status === 'open' ? null : <Tag word={CLASS[cls.status].word} tone={CLASS[cls.status].tone} />}
      {cls.mode === 'draw' ? <Tag word={MODE_TEXT.draw} tone="info" /> : null}
    </View>
    <View className="t-secondary">
      {weekdaysText(cls.weekdays)} {hoursText(cls)}
    </View>
    <View className="t-body">{standText(cls)}</View>
  </Press>
);
