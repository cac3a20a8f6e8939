import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ImportView } from '../../../../types/roster';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { asFailure, type Failure } from '../../../services/door';
import { isWeapp } from '../../../services/platform';
import { useCommand } from '../../../services/useDoor';
import { openWorkbook } from '../files';
import { Desk } from '../parts/Desk';
import { dayHere, people } from '../queries';
import { momentText } from '../words';
import { Result } from './Result';
import { useImport } from './useImport';
import './roster.css';

type Import = ReturnType<typeof useImport>;

/** 名册导入: template → file → what it would do → apply. Every step can be left and come back to. */
export default function Roster() {
  const roster = useImport();
  return (
    <Desk title="名册导入" of={roster.status}>
      {() => (
        <View className="col narrow">
          <Steps at={stepOf(roster.current)} />
          <FailureNote failure={roster.failure} />
          <Now roster={roster} />
          <ExportAll />
        </View>
      )}
    </Desk>
  );
}

const STEPS = ['准备表格', '选择文件', '核对', '写入'];

const stepOf = (current: ImportView | undefined) =>
  current === undefined ? 1 : current.status === 'read' ? 2 : current.status === 'applying' ? 3 : 4;

const Steps = ({ at }: { at: number }) => (
  <View className="steps" {...aria({ role: 'list', label: '导入的步骤' })}>
    {STEPS.map((step, i) => (
      <View
        key={step}
        className={`step ${i < at ? 'step-done' : ''} ${i === at ? 'step-now' : ''}`}
        {...aria({ role: 'listitem', label: `${step}${i < at ? '，已完成' : i === at ? '，正在这一步' : ''}` })}
      >
        {i < at ? '✓ ' : `${i + 1} `}
        {step}
      </View>
    ))}
  </View>
);

function Now({ roster }: { roster: Import }) {
  const { current } = roster;
  if (roster.reading) return <Busy title={`正在核对“${roster.reading}”`} text="几千人的表要十几秒，请不要关掉这一页。" />;
  if (current?.status === 'read') return <Result current={current} roster={roster} />;
  if (current?.status === 'applying') return <Applying current={current} />;
  return (
    <>
      {current ? <Done current={current} /> : null}
      <Begin roster={roster} />
    </>
  );
}

const Busy = ({ title, text }: { title: string; text: string }) => (
  <Card title={title}>
    <View className="t-secondary" {...aria({ role: 'status', live: 'polite' })}>
      {text}
    </View>
  </Card>
);

function Applying({ current }: { current: ImportView }) {
  const part = current.toApply > 0 ? Math.round((current.applied / current.toApply) * 100) : 100;
  return (
    <Card title="正在写入名册">
      <View className="progress" aria-hidden="true">
        <View className="progress-done" style={{ width: `${part}%` }} />
      </View>
      <View className="t-body" {...aria({ role: 'status', live: 'polite' })}>
        已写入 {current.applied} / {current.toApply} 人（{part}%）
      </View>
      <View className="desk-note">可以关掉这一页，系统会继续写完；再打开就能看到进度。</View>
    </Card>
  );
}

const Done = ({ current }: { current: ImportView }) => (
  <Card title="上次导入已完成">
    <View className="t-body">
      新登记 {current.counts.fresh} 人，变动 {current.counts.changed} 人，没导入 {current.counts.leftOut} 行。
    </View>
    <View className="t-secondary">
      {current.byName}，{current.finishedAt ? `${momentText(current.finishedAt, dayHere())} 完成` : ''}
    </View>
  </Card>
);

const PLACES = [
  { value: 'create', text: '表里有新的网格、楼栋、单元，一起建好' },
  { value: 'keep', text: '只用已有的，写错的告诉我' },
] as const;

function Begin({ roster }: { roster: Import }) {
  const [places, setPlaces] = useState<(typeof PLACES)[number]['value']>('create');
  return (
    <View className="col">
      <Card title="第一步：准备表格">
        <View className="t-body">下载模板，照第一行的表头填写；一人一行，不要合并单元格，不要填身份证号。</View>
        <Fetch action="rosterTemplate" text="下载模板" />
      </Card>
      <Card title="第二步：选择文件">
        <View className="col">
          <View className="t-body">
            {isWeapp ? '先把表格发到“文件传输助手”，再从聊天里选。' : '选填好的 .xlsx 文件，最大 10 MB。'}核对不会改动名册。
          </View>
          <ChipPicker
            label="新的楼栋怎么办"
            options={PLACES}
            value={[places]}
            onChange={([first]) => setPlaces(first ?? 'create')}
          />
          <BigButton icon="upload" text="选择文件并核对" onPress={() => roster.read(places === 'create')} />
        </View>
      </Card>
    </View>
  );
}

const ExportAll = () => (
  <Card title="导出名册">
    <View className="t-body">全部在册居民，格式和模板一样。名册有手机号和住址，请妥善保管；导出会留下记录。</View>
    <Fetch action="exportRoster" text="导出 Excel 表格" />
  </Card>
);

function Fetch({ action, text }: { action: 'rosterTemplate' | 'exportRoster'; text: string }) {
  const [lost, setLost] = useState<Failure>();
  const fetch = useCommand(people, action, { onDone: file => void openWorkbook(file).catch(error => setLost(asFailure(error))) });
  return (
    <View className="roster-fetch col">
      <View className="row">
        <BigButton
          small
          kind="secondary"
          icon="download"
          text={text}
          busy={fetch.busy}
          busyText="正在生成…"
          onPress={() => fetch.run({})}
        />
      </View>
      <FailureNote failure={fetch.failure ?? lost} onRetry={fetch.retry} />
    </View>
  );
}
