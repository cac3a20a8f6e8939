import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { toDesk } from '../../desk/way';
import type { DeskClass, Terms } from '../queries';

/** Classes that are or were under way; the term's name is said where there are several terms. */
export const choiceOf = ({ terms, classes }: Terms): { value: string; text: string }[] => {
  const shown = classes.filter(each => each.status !== 'draft');
  const many = new Set(shown.map(each => each.termId)).size > 1;
  return terms.flatMap(term =>
    shown
      .filter(each => each.termId === term.id)
      .sort((a, b) => a.from - b.from)
      .map(({ id, name }) => ({ value: id, text: many ? `${name}（${term.name}）` : name })),
  );
};

/** Which class a page is about: the first one until another is chosen. */
export function useClassChoice(data: Terms | undefined): {
  classId: string | undefined;
  cls: DeskClass | undefined;
  choose: (id: string) => void;
} {
  const [chosen, choose] = useState<string>();
  const classId = chosen ?? (data ? choiceOf(data)[0]?.value : undefined);
  return { classId, cls: data?.classes.find(each => each.id === classId), choose };
}

export const ClassChips = ({
  data,
  value,
  onChange,
}: {
  data: Terms;
  value: string | undefined;
  onChange: (id: string) => void;
}) => (
  <View>
    <ChipPicker
      label="班次"
      options={choiceOf(data)}
      value={value ? [value] : []}
      onChange={([first]) => first && onChange(first)}
    />
  </View>
);

export const NoClasses = () => (
  <Empty
    icon="calendar"
    title="还没有开放的班次"
    next="先在“报名”里写好学期和班次，再开放给家长。"
    action={{ text: '去“报名”', onPress: () => toDesk('desk-care/signup') }}
  />
);
