import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import { useMany } from '../parts/useMany';
import type { Roll } from '../queries';

/** Several children come through the door at once: each is signed in by itself, and the row changes when the cloud said so. */
export function useSignIns(classId: string) {
  const client = useQueryClient();
  const [notice, setNotice] = useState('');
  const { busy, undone, forget, run } = useMany('signIn', (row, one) => {
    client.setQueryData<Roll>(['care', 'roll', { classId }], old => old && withRow(old, row));
    setNotice(`${one.name} 已签到`);
  });
  const signIn = (row: Pick<RollRow, 'childId' | 'no' | 'name'>, how: 'scan' | 'code' | 'tap') =>
    run({ key: row.childId, name: `${row.no}号 ${row.name}`, input: { classId, childId: row.childId, how } });
  return { busy, undone, forget, notice, setNotice, signIn };
}

export type SignIns = ReturnType<typeof useSignIns>;

const withRow = (roll: Roll, row: RollRow): Roll => ({
  ...roll,
  rows: roll.rows.map(old => (old.childId === row.childId ? row : old)),
});
