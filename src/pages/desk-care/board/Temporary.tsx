import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { care } from '../queries';

const EMPTY = { name: '', relation: '', phone: '' };

/** 临时接送: a guardian rang, and somebody else collects the child today. The office writes it down; the guardians are told. */
export function Temporary({ row }: { row: RollRow }) {
  const [open, setOpen] = useState(false);
  const [added, setAdded] = useState('');
  const [draft, setDraft] = useState(EMPTY);
  const add = useCommand(care, 'addTemporary', {
    onDone: (_day, { name }) => {
      setOpen(false);
      setDraft(EMPTY);
      setAdded(name);
    },
  });
  const phone = draft.phone.trim();
  const whole = draft.name.trim() && draft.relation.trim() && (phone === '' || /^1[3-9]\d{9}$/.test(phone));
  if (!open)
    return (
      <>
        {added ? <View className="care-notice">今天{added}可以来接一次，监护人会收到提醒。</View> : null}
        <BigButton kind="plain" icon="plus" text="代监护人加今天来接的人…" onPress={() => setOpen(true)} />
      </>
    );
  const submit = () =>
    add.run({
      attendanceId: row.id,
      name: draft.name.trim(),
      relation: draft.relation.trim(),
      ...(phone ? { phone } : {}),
      text: phone !== '',
    });
  return (
    <View className="care-outcome">
      <View className="desk-note">先打登记的号码，向监护人本人核实。只管今天、只能接一次。</View>
      <View className="care-two">
        <Field label="来接的人" value={draft.name} max={20} onChange={name => setDraft({ ...draft, name })} />
        <Field
          label="是孩子的"
          value={draft.relation}
          max={10}
          onChange={relation => setDraft({ ...draft, relation })}
          placeholder="邻居"
        />
      </View>
      <Field
        optional
        kind="phone"
        label="手机号"
        value={draft.phone}
        max={11}
        onChange={value => setDraft({ ...draft, phone: value })}
        help="填了，接送码会发短信给他（她）；不填就看本人。"
      />
      <FailureNote failure={add.failure} onRetry={add.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不加了" onPress={() => setOpen(false)} />
        <BigButton text="保存" busy={add.busy} disabled={!whole} onPress={submit} />
      </View>
    </View>
  );
}
