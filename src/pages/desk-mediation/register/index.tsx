import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseKind, CaseStatus, RegisterRow } from '../../../../types/mediation';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { useQueryOf } from '../../../services/useDoor';
import { mayOpen } from '../../desk/nav';
import { Desk } from '../../desk/parts/Desk';
import { Labelled } from '../../desk/parts/Labelled';
import { dayHere, useMe } from '../../desk/queries';
import { KIND, STATUS } from '../../mediation/words';
import { CaseOf } from '../case/CaseOf';
import { Inner } from '../parts/Inner';
import { mediation } from '../queries';
import { usePaper } from '../usePaper';
import { kindOptions } from '../words';
import { columns, RowCard } from './rows';

const statusOptions = (Object.keys(STATUS) as CaseStatus[]).map(value => ({ value, text: STATUS[value].word }));

/** 登记簿: every case by number, kind, dates and mediators; nobody's name and no word of content. */
export default function Register() {
  const [kind, setKind] = useState<CaseKind>();
  const [status, setStatus] = useState<CaseStatus>();
  const [openId, setOpenId] = useState<string>();
  const wanted = { ...(kind ? { kind } : {}), ...(status ? { status } : {}) };
  return (
    <Desk title="调解登记簿">
      <View className="cases-even">
        <Split
          hint="点一件，看登记的内容"
          onBack={() => setOpenId(undefined)}
          detail={openId ? <CaseOf key={openId} id={openId} /> : undefined}
          list={
            <View className="col">
              <Inner here="register" />
              <Filter kind={kind} status={status} onKind={setKind} onStatus={setStatus} />
              <Export />
              <Rows key={JSON.stringify(wanted)} wanted={wanted} openId={openId} onOpen={setOpenId} />
            </View>
          }
        />
      </View>
    </Desk>
  );
}

interface FilterProps {
  kind: CaseKind | undefined;
  status: CaseStatus | undefined;
  onKind: (kind: CaseKind | undefined) => void;
  onStatus: (status: CaseStatus | undefined) => void;
}

/** What is shown, in words; a tap opens the choice. */
function Filter({ kind, status, onKind, onStatus }: FilterProps) {
  const [open, setOpen] = useState(false);
  const text = [kind && KIND[kind].word, status && STATUS[status].word].filter(Boolean).join('，') || '全部案件';
  return (
    <>
      <View className="row-wrap">
        <BigButton small kind="plain" icon="search" text={`筛选：${text}`} onPress={() => setOpen(true)} />
        {kind || status ? (
          <BigButton
            small
            kind="plain"
            icon="close"
            text="看全部"
            onPress={() => {
              onKind(undefined);
              onStatus(undefined);
            }}
          />
        ) : null}
      </View>
      <Sheet title="看哪些案件" open={open} onClose={() => setOpen(false)}>
        <Labelled label="哪一类">
          <ChipPicker
            many
            label="哪一类"
            options={kindOptions}
            value={kind ? [kind] : []}
            onChange={list => onKind(list.at(-1))}
          />
        </Labelled>
        <Labelled label="办到哪一步">
          <ChipPicker
            many
            label="办到哪一步"
            options={statusOptions}
            value={status ? [status] : []}
            onChange={list => onStatus(list.at(-1))}
          />
        </Labelled>
        <BigButton text="看这些" onPress={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

interface RowsProps {
  wanted: { kind?: CaseKind; status?: CaseStatus };
  openId: string | undefined;
  onOpen: (id: string) => void;
}

function Rows({ wanted, openId, onOpen }: RowsProps) {
  const [before, setBefore] = useState<(Instant | undefined)[]>([undefined]);
  const last = before.at(-1);
  const page = useQueryOf(mediation, 'register', { ...wanted, ...(last === undefined ? {} : { before: last }) });
  if (page.failure) return <Failed failure={page.failure} onRetry={page.reload} />;
  if (!page.data) return <Skeleton />;
  const { rows, next } = page.data;
  if (rows.length === 0) return <Empty icon="list" title="没有这样的案件" next="换个类别看看；新的申请会自动登记在这里。" />;
  return (
    <View className="col">
      <DataTable<RegisterRow>
        label="登记簿"
        columns={columns}
        rows={rows}
        keyOf={row => row.id}
        card={row => <RowCard row={row} />}
        openKey={openId}
        onOpen={row => onOpen(row.id)}
      />
      {before.length > 1 || next !== undefined ? (
        <View className="pair">
          <BigButton kind="plain" text="上一页" disabled={before.length === 1} onPress={() => setBefore(before.slice(0, -1))} />
          <BigButton kind="plain" text="下一页" disabled={next === undefined} onPress={() => setBefore([...before, next])} />
        </View>
      ) : null}
    </View>
  );
}

/** The year's register as a workbook, for the office. */
function Export() {
  const me = useMe();
  const paper = usePaper('exportRegister');
  if (!mayOpen('desk-mediation/settings', me.data?.roles ?? [])) return null;
  const year = Number(dayHere().slice(0, 4));
  return (
    <>
      <View className="row-wrap">
        {[year, year - 1].map(each => (
          <BigButton
            key={each}
            small
            kind="secondary"
            icon="download"
            text={`${each} 年登记簿`}
            label={`导出 ${each} 年登记簿 Excel`}
            disabled={paper.busy}
            onPress={() => paper.run({ year: String(each) })}
          />
        ))}
      </View>
      <FailureNote failure={paper.failure} onRetry={paper.retry} />
    </>
  );
}
