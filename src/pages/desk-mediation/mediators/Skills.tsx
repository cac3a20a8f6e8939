import { View } from '@tarojs/components';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { mediation } from '../queries';
import { kindOptions, partOptions } from '../words';

type Row = OutputOf<MediationContract, 'mediators'>['mediators'][number];
type Page = InputOf<MediationContract, 'saveMediator'>;

const ACTIVE = [
  { value: 'yes', text: '接案' },
  { value: 'no', text: '暂停接案' },
] as const;

/** A mediator's page in the register of mediators; the office keeps it. */
export function Skills({ row }: { row: Row }) {
  const [page, setPage] = useState<Page>({ accountId: row.accountId, part: row.part, skills: row.skills, active: row.active });
  const [saved, setSaved] = useState(false);
  const save = useCommand(mediation, 'saveMediator', { onDone: () => setSaved(true) });
  const set = (change: Partial<Page>) => {
    setSaved(false);
    setPage(old => ({ ...old, ...change }));
  };
  return (
    <Card title={row.name}>
      <View className="col">
        {row.granted ? null : <View className="desk-note">他没有“调解员”的角色，不能接案。请在“人员权限”里授予。</View>}
        <Labelled label="身份">
          <ChipPicker
            label="身份"
            options={partOptions}
            value={[page.part]}
            onChange={([first]) => set({ part: first ?? page.part })}
          />
        </Labelled>
        <Labelled label="专长（可多选）" help="分案时，懂这一类的、手上件数少的先推荐。">
          <ChipPicker many label="专长" options={kindOptions} value={page.skills} onChange={skills => set({ skills })} />
        </Labelled>
        <Labelled label="现在接不接案">
          <Segmented
            label="接不接案"
            options={ACTIVE}
            value={page.active ? 'yes' : 'no'}
            onChange={value => set({ active: value === 'yes' })}
          />
        </Labelled>
        <FailureNote failure={save.failure} onRetry={save.retry} />
        <BigButton text={saved ? '已保存' : '保存'} busy={save.busy} disabled={saved} onPress={() => save.run(page)} />
      </View>
    </Card>
  );
}
