import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Field } from '../../../components/Field';
import { type ContactDraft, MOST_CONTACTS, type Wrong } from './draft';

interface Props {
  contacts: readonly ContactDraft[];
  wrong: Wrong;
  onChange: (contacts: ContactDraft[]) => void;
}

/** Whom a helper at the door can ask; at most five. */
export const Contacts = ({ contacts, wrong, onChange }: Props) => {
  const set = (at: number, change: Partial<ContactDraft>) =>
    onChange(contacts.map((contact, i) => (i === at ? { ...contact, ...change } : contact)));
  return (
    <>
      {contacts.map((contact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a contact is its place in the list while it is being typed
        <View key={i} className="col">
          <View className="t-section">{`第 ${i + 1} 位联系人`}</View>
          <Field label="名字" max={40} value={contact.name} error={wrong[`${i}.name`]} onChange={name => set(i, { name })} />
          <Field
            label="是老人的谁"
            max={40}
            value={contact.relation}
            error={wrong[`${i}.relation`]}
            onChange={relation => set(i, { relation })}
            placeholder="女儿、邻居"
          />
          <Field
            label="电话"
            kind="phone"
            max={20}
            value={contact.phone}
            error={wrong[`${i}.phone`]}
            onChange={phone => set(i, { phone })}
          />
          <BigButton
            kind="plain"
            icon="trash"
            text="去掉这位"
            label={`去掉第 ${i + 1} 位联系人`}
            onPress={() => onChange(contacts.filter((_contact, at) => at !== i))}
          />
        </View>
      ))}
      {contacts.length < MOST_CONTACTS ? (
        <BigButton
          kind="secondary"
          icon="plus"
          text="加一位联系人"
          onPress={() => onChange([...contacts, { name: '', relation: '', phone: '' }])}
        />
      ) : null}
    </>
  );
};
