import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CareImportView } from '../../../../types/care';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { type Chosen, chooseWorkbook, upload } from '../../desk/files';
import { care } from '../queries';

/** Between two steps, so that other calls get their turn. */
const REST_MS = 400;

/** The newest import and how it goes on. The cloud's timer carries it to the end by itself; while this page is open it is faster. */
export function useImport() {
  const client = useQueryClient();
  const status = useQueryOf(care, 'importStatus', {}, { everyMs: 5_000 });
  const [reading, setReading] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const current = status.data?.import;
  const put = (view: CareImportView) => client.setQueryData(['care', 'importStatus', {}], { import: view });
  const apply = useCommand(care, 'applyImport', { onDone: put });
  const drop = useCommand(care, 'dropImport');

  /** Ticket, upload, dry run: one deed for the person. */
  const read = async () => {
    const chosen = await chooseWorkbook();
    if (!chosen) return;
    setFailure(undefined);
    setReading(chosen.name);
    try {
      put(await readFile(chosen));
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setReading(undefined);
    }
  };

  const stuck = useSteps(current, put);
  return { status, current, reading, failure: failure ?? stuck, read, apply, drop };
}

export type Import = ReturnType<typeof useImport>;

async function readFile(chosen: Chosen): Promise<CareImportView> {
  const ticket = await care('importTicket', {});
  await upload(ticket, chosen);
  return care('readImport', { fileId: ticket.fileId });
}

/** Calls step after step while the import is being applied. @returns why the last step failed; the timer goes on all the same */
function useSteps(current: CareImportView | undefined, put: (view: CareImportView) => unknown): Failure | undefined {
  const [stuck, setStuck] = useState<Failure>();
  const id = current?.status === 'applying' ? current.id : undefined;
  const applied = current?.applied;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer, seen in `applied`, is the sign for the next step
  useEffect(() => {
    if (!id) return;
    let here = true;
    const timer = setTimeout(async () => {
      try {
        const view = await care('applyImport', { id });
        if (here) put(view);
        if (here) setStuck(undefined);
      } catch (error) {
        if (here) setStuck(asFailure(error));
      }
    }, REST_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [id, applied]);
  return stuck;
}
