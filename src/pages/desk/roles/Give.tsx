import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GrantedRole, OutputOf } from '../../../../types/contract';
import type { AccountRow, PeopleContract, Scope } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { people, useTree } from '../queries';
import { GRANTED_TEXT, optionsOf } from '../words';

export type MayGrant = OutputOf<PeopleContract, 'staffList'>['may']['grant'];

/** Gives a role for the whole community or for a part of the tree. */
export function Give({ account, may, onDone }: { account: AccountRow; may: MayGrant; onDone: () => void }) {
  const [role, setRole] = useState<GrantedRole>();
  const [scope, setScope] = useState<Scope>({});
  const grant = useCommand(people, 'grantRole', { onDone });
  const offered = optionsOf(GRANTED_TEXT).filter(({ value }) => may[value]?.ok);
  const give = () => {
    if (role) grant.run({ accountId: account.accountId, role, ...(Object.keys(scope).length > 0 ? { scope } : {}) });
  };
  return (
    <Card title={`给${account.name}授予角色`}>
      <Labelled label="角色">
        <ChipPicker label="角色" options={offered} value={role ? [role] : []} onChange={([first]) => setRole(first)} />
      </Labelled>
      <Where scope={scope} onChange={setScope} />
      <FailureNote failure={grant.failure} onRetry={grant.retry} />
      <View className="pair">
        <BigButton kind="plain" text="取消" disabled={grant.busy} onPress={onDone} />
        <BigButton text={role ? `授予${GRANTED_TEXT[role]}` : '授予'} busy={grant.busy} disabled={!role} onPress={give} />
      </View>
    </Card>
  );
}

const WHOLE = 'whole';

/** Grid, then building, then unit; each step may be left at the wider one. */
function Where({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) {
  const tree = useTree();
  if (!tree.data)
    return tree.failure ? <FailureNote failure={tree.failure} onRetry={() => void tree.reload()} /> : <Skeleton cards={1} />;
  const { grids, buildings } = tree.data;
  const inGrid = buildings.filter(building => building.gridId === scope.gridId);
  const units = buildings.find(building => building.id === scope.buildingId)?.units ?? [];
  const pick = (list: readonly { id: string; name: string }[], all: string) => [
    { value: WHOLE, text: all },
    ...list.map(({ id, name }) => ({ value: id, text: name })),
  ];
  const chosen = (id: string | undefined) => (id === WHOLE ? undefined : id);
  return (
    <>
      <Labelled label="负责哪个网格">
        <ChipPicker
          label="网格"
          options={pick(grids, '全社区')}
          value={[scope.gridId ?? WHOLE]}
          onChange={([id]) => onChange(chosen(id) ? { gridId: chosen(id) } : {})}
        />
      </Labelled>
      {scope.gridId ? (
        <Labelled label="哪一栋">
          <ChipPicker
            label="楼栋"
            options={pick(inGrid, '整个网格')}
            value={[scope.buildingId ?? WHOLE]}
            onChange={([id]) => onChange({ gridId: scope.gridId, ...(chosen(id) ? { buildingId: chosen(id) } : {}) })}
          />
        </Labelled>
      ) : null}
      {scope.buildingId ? (
        <Labelled label="哪个单元">
          <ChipPicker
            label="单元"
            options={pick(units, '整栋')}
            value={[scope.unitId ?? WHOLE]}
            onChange={([id]) =>
              onChange({ gridId: scope.gridId, buildingId: scope.buildingId, ...(chosen(id) ? { unitId: chosen(id) } : {}) })
            }
          />
        </Labelled>
      ) : null}
    </>
  );
}
