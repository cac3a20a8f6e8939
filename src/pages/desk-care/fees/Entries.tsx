import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Fen, yuanText } from '../../../../types/money';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { type Doing, useCommand } from '../../../services/useDoor';
import { care, type FeeRow } from '../queries';
import { entryDraft, readEntry, type Wrong } from './entry';

interface FormProps {
  title: string;
  /** Filled in at the beginning. */
  usual: Fen;
  needs: readonly ('receipt' | 'reason')[];
  doing: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  /** On the button: 收款 ¥300. */
  verb: string;
  onSave: (entry: { amount: Fen; receipt: string; reason: string }) => void;
  /** Behind a button until it is wanted. */
  folded?: boolean;
}

function EntryForm({ title, usual, needs, doing, verb, onSave, folded = false }: FormProps) {
  const [open, setOpen] = useState(!folded);
  const [draft, setDraft] = useState(() => entryDraft(usual));
  const [wrong, setWrong] = useState<Wrong>({});
  if (!open) return <BigButton kind="plain" text={`${title}…`} onPress={() => setOpen(true)} />;
  const read = readEntry(draft, needs);
  const submit = () => {
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length > 0) return;
    onSave({ amount: read.amount, receipt: draft.receipt.trim(), reason: draft.reason.trim() });
  };
  return (
    <Card title={title}>
      <View className="care-two">
        <Field
          kind="digit"
          label="金额（元）"
          value={draft.amount}
          max={8}
          onChange={amount => setDraft({ ...draft, amount })}
          error={wrong.amount}
        />
        {needs.includes('receipt') ? (
          <Field
            label="收据号"
            value={draft.receipt}
            max={30}
            onChange={receipt => setDraft({ ...draft, receipt })}
            error={wrong.receipt}
          />
        ) : null}
      </View>
      {needs.includes('reason') ? (
        <Field
          label="原因"
          value={draft.reason}
          max={60}
          onChange={reason => setDraft({ ...draft, reason })}
          error={wrong.reason}
        />
      ) : null}
      <View className="col">
        <FailureNote failure={doing.failure} onRetry={doing.retry} />
        <BigButton
          text={read.amount > 0 ? `${verb} ${yuanText(read.amount)}` : verb}
          kind={folded ? 'secondary' : 'primary'}
          busy={doing.busy}
          busyText="正在记账…"
          onPress={submit}
        />
      </View>
    </Card>
  );
}

/** A new form for every entry that stands, so that nothing is paid twice by pressing again. */
const fresh = (row: FeeRow): string => `${row.id}:${row.lines.length}`;

/** 收款: paid at the desk; the number stands on the paper receipt. */
export function Pay({ row }: { row: FeeRow }) {
  const pay = useCommand(care, 'payFee');
  return (
    <EntryForm
      key={fresh(row)}
      title="收款"
      usual={row.fee.due}
      needs={['receipt']}
      verb="收到"
      doing={pay}
      onSave={({ amount, receipt }) => pay.run({ id: row.id, amount, receipt })}
    />
  );
}

/** 减免, with its reason. */
export function Waive({ row }: { row: FeeRow }) {
  const waive = useCommand(care, 'waiveFee');
  return (
    <EntryForm
      folded
      key={fresh(row)}
      title="减免"
      usual={row.fee.due}
      needs={['reason']}
      verb="减免"
      doing={waive}
      onSave={({ amount, reason }) => waive.run({ id: row.id, amount, reason })}
    />
  );
}

/** 退款, with its receipt and its reason. */
export function Refund({ row }: { row: FeeRow }) {
  const refund = useCommand(care, 'refundFee');
  return (
    <EntryForm
      folded
      key={fresh(row)}
      title="退款"
      usual={0 as Fen}
      needs={['receipt', 'reason']}
      verb="退回"
      doing={refund}
      onSave={({ amount, receipt, reason }) => refund.run({ id: row.id, amount, receipt, reason })}
    />
  );
}
