import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AdultView } from '../../../../types/care';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Tag } from '../../../components/Tag';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { WhyNot } from '../parts/WhyNot';
import { type ChildView, care } from '../queries';
import { ADULT_TEXT, personText } from '../words';

/** 接送人: everybody who may collect the child, and what each authority is worth now. */
export const Adults = ({ child }: { child: ChildView }) => (
  <Card title="接送人">
    {child.adults.map(adult => (
      <AdultLine key={adult.id} adult={adult} childId={child.id} />
    ))}
    {child.adults.length === 0 ? <View className="t-secondary">还没有登记接送人，只有监护人能接。</View> : null}
    <Add child={child} />
  </Card>
);

const noteOf = ({ phone, byName, until, hasAccount }: AdultView): string =>
  [
    phone ?? '没有留电话',
    `${byName}授权`,
    until ? `到${dateText(until)}` : '',
    hasAccount ? '手机上能看接送码' : '没有账号，核对本人',
  ]
    .filter(Boolean)
    .join(' · ');

function AdultLine({ adult, childId }: { adult: AdultView; childId: string }) {
  const [sure, setSure] = useState(false);
  const end = useCommand(care, 'endAdult', { onDone: () => setSure(false) });
  const { authorised } = adult;
  return (
    <View className="care-line">
      <View className="between">
        <View className="t-body">{personText(adult)}</View>
        <View className="row-wrap">
          <Tag word={ADULT_TEXT[adult.kind]} tone={adult.kind === 'temporary' ? 'warning' : 'neutral'} />
          {authorised.ok ? <Tag word="能接" tone="success" /> : <Tag word="现在不能接" tone="danger" />}
        </View>
      </View>
      <View className="t-secondary">{noteOf(adult)}</View>
      {authorised.ok ? null : <View className="pickup-why">{sentenceOf(authorised.code, authorised.details).title}</View>}
      <FailureNote failure={end.failure} onRetry={end.retry} />
      {adult.kind === 'standing' && adult.may.end.ok ? (
        <View className="row">
          {sure ? (
            <BigButton
              small
              kind="danger"
              text={`取消${adult.name}的授权`}
              busy={end.busy}
              onPress={() => end.run({ childId, adultId: adult.id })}
            />
          ) : (
            <BigButton small kind="plain" text="取消授权…" label={`取消授权…${adult.name}`} onPress={() => setSure(true)} />
          )}
        </View>
      ) : null}
    </View>
  );
}

const EMPTY = { name: '', relation: '', phone: '' };

/** For a guardian who asks at the desk. */
function Add({ child }: { child: ChildView }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(EMPTY);
  const add = useCommand(care, 'addAdult', {
    onDone: () => {
      setOpen(false);
      setDraft(EMPTY);
    },
  });
  if (!child.may.addAdult.ok) return <WhyNot text="加接送人" may={child.may.addAdult} />;
  if (!open)
    return (
      <View className="row">
        <BigButton small kind="plain" icon="plus" text="代监护人加接送人" onPress={() => setOpen(true)} />
      </View>
    );
  const phone = draft.phone.trim();
  const whole = draft.name.trim() && draft.relation.trim() && (phone === '' || /^1[3-9]\d{9}$/.test(phone));
  return (
    <View className="care-outcome">
      <View className="care-two">
        <Field label="姓名" value={draft.name} max={20} onChange={name => setDraft({ ...draft, name })} />
        <Field
          label="是孩子的"
          value={draft.relation}
          max={10}
          onChange={relation => setDraft({ ...draft, relation })}
          placeholder="外婆"
        />
      </View>
      <Field
        optional
        kind="phone"
        label="手机号"
        value={draft.phone}
        max={11}
        onChange={value => setDraft({ ...draft, phone: value })}
        help="填了，这个号码的账号里会出现接送码。"
      />
      <FailureNote failure={add.failure} onRetry={add.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不加了" onPress={() => setOpen(false)} />
        <BigButton
          text="保存"
          busy={add.busy}
          disabled={!whole}
          onPress={() =>
            add.run({
              childId: child.id,
              name: draft.name.trim(),
              relation: draft.relation.trim(),
              ...(phone ? { phone } : {}),
            })
          }
        />
      </View>
    </View>
  );
}
