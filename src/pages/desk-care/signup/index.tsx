import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Split } from '../../../components/Split';
import { mayOpen } from '../../desk/nav';
import { Desk } from '../../desk/parts/Desk';
import { useMe } from '../../desk/queries';
import { toDesk } from '../../desk/way';
import { Inner } from '../parts/Inner';
import { type Terms, useTerms } from '../queries';
import { ClassForm } from './ClassForm';
import { ClassOf } from './ClassOf';
import { newClass } from './classDraft';
import { TermForm } from './TermForm';
import { TermGroup } from './TermGroup';
import '../desk-care.css';

/** What is open beside the list: a class, or a form for what is not there yet. */
type Open = { what: 'class' | 'newClass' | 'term'; id: string } | { what: 'newTerm' };

/** 报名: terms, classes, who is in them and who waits. */
export default function SignUpPage() {
  const terms = useTerms();
  const me = useMe();
  const [open, setOpen] = useState<Open>();
  const keeps = mayOpen('desk-care/settings', me.data?.roles ?? []);
  return (
    <Desk title="托管报名" of={terms}>
      {data => (
        <>
          <Inner here="signup" />
          <View className="care-board">
            <Split
              hint="点一个班，看名单和候补"
              onBack={() => setOpen(undefined)}
              detail={
                open ? <Detail key={JSON.stringify(open)} data={data} open={open} keeps={keeps} onOpen={setOpen} /> : undefined
              }
              list={<Groups data={data} open={open} keeps={keeps} onOpen={setOpen} />}
            />
          </View>
        </>
      )}
    </Desk>
  );
}

interface Props {
  data: Terms;
  open: Open | undefined;
  keeps: boolean;
  onOpen: (open: Open | undefined) => void;
}

const Groups = ({ data, open, keeps, onOpen }: Props) => (
  <View className="col">
    {keeps ? (
      <View className="row-wrap">
        <BigButton small kind="secondary" icon="plus" text="新学期" onPress={() => onOpen({ what: 'newTerm' })} />
        <BigButton small kind="plain" icon="upload" text="从 Excel 导入" onPress={() => toDesk('desk-care/import')} />
      </View>
    ) : null}
    {data.terms.length === 0 ? (
      <Empty
        icon="calendar"
        title="还没有学期"
        next={keeps ? '先写学期的起止日期和假期，再在里面加班次。' : '请社区办公室先写学期和班次。'}
        action={keeps ? { text: '写一个学期', onPress: () => onOpen({ what: 'newTerm' }) } : undefined}
      />
    ) : null}
    {data.terms.map(term => (
      <TermGroup
        key={term.id}
        term={term}
        classes={data.classes.filter(each => each.termId === term.id).sort((a, b) => a.from - b.from)}
        openId={open?.what === 'class' ? open.id : undefined}
        keeps={keeps}
        onClass={id => onOpen({ what: 'class', id })}
        onTerm={() => onOpen({ what: 'term', id: term.id })}
        onNew={() => onOpen({ what: 'newClass', id: term.id })}
      />
    ))}
  </View>
);

function Detail({ data, open, keeps, onOpen }: Props & { open: Open }) {
  if (open.what === 'newTerm') return <TermForm onDone={() => onOpen(undefined)} />;
  if (open.what === 'newClass') return <ClassForm first={newClass(open.id)} onDone={id => onOpen({ what: 'class', id })} />;
  if (open.what === 'term') {
    const term = data.terms.find(each => each.id === open.id);
    return term ? <TermForm term={term} onDone={() => onOpen(undefined)} /> : null;
  }
  const cls = data.classes.find(each => each.id === open.id);
  return cls ? <ClassOf cls={cls} keeps={keeps} /> : null;
}
