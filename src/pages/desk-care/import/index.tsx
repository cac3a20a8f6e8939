import { View } from '@tarojs/components';
import type { CareImportView } from '../../../../types/care';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { isWeapp } from '../../../services/platform';
import { Desk } from '../../desk/parts/Desk';
import { dayHere } from '../../desk/queries';
import { toDesk } from '../../desk/way';
import { momentText } from '../../desk/words';
import { Inner } from '../parts/Inner';
import { usePaper } from '../parts/usePaper';
import { Problems, Result } from './Result';
import { type Import, useImport } from './useImport';
import '../desk-care.css';

/** 导入报名: template → file → what it would do → apply. Every step can be left and come back to. */
export default function ImportPage() {
  const run = useImport();
  return (
    <Desk title="导入报名" of={run.status}>
      {() => (
        <View className="col narrow">
          <Inner here="import" />
          <FailureNote failure={run.failure} />
          <Now run={run} />
        </View>
      )}
    </Desk>
  );
}

function Now({ run }: { run: Import }) {
  const { current } = run;
  if (run.reading)
    return (
      <Card title={`正在核对“${run.reading}”`}>
        <View className="t-secondary" {...aria({ role: 'status', live: 'polite' })}>
          请不要关掉这一页。
        </View>
      </Card>
    );
  if (current?.status === 'read') return <Result current={current} run={run} />;
  if (current?.status === 'applying') return <Applying current={current} />;
  return (
    <>
      {current ? <Done current={current} /> : null}
      <Begin run={run} />
    </>
  );
}

function Applying({ current }: { current: CareImportView }) {
  const part = current.good > 0 ? Math.round((current.applied / current.good) * 100) : 100;
  return (
    <Card title="正在报名">
      <View className="care-progress" aria-hidden="true">
        <View className="care-progress-done" style={{ width: `${part}%` }} />
      </View>
      <View className="t-body" {...aria({ role: 'status', live: 'polite' })}>
        已报 {current.applied} / {current.good} 个（{part}%）
      </View>
      <View className="desk-note">可以关掉这一页，系统会继续办完；再打开就能看到进度。</View>
    </Card>
  );
}

const Done = ({ current }: { current: CareImportView }) => (
  <View className="col">
    <Card title="上次导入已完成">
      <View className="t-body">
        报上 {current.placed} 个，候补或等抽签 {current.waiting} 个，以前报过 {current.known} 个，没导入 {current.refused} 行。
      </View>
      <View className="t-secondary">
        {current.byName}
        {current.finishedAt === undefined ? '' : `，${momentText(current.finishedAt, dayHere())} 完成`}
      </View>
    </Card>
    <Problems problems={current.problems} />
  </View>
);

function Begin({ run }: { run: Import }) {
  const template = usePaper('importTemplate');
  return (
    <View className="col">
      <Card title="第一步：准备表格">
        <View className="col">
          <View className="t-body">下载模板，照第一行的表头填写；一个孩子一行。只填签过纸质同意书的孩子，不要填身份证号。</View>
          <View className="row">
            <BigButton
              small
              kind="secondary"
              icon="download"
              text="下载模板"
              busy={template.busy}
              busyText="正在生成…"
              onPress={() => template.run({})}
            />
          </View>
          <FailureNote failure={template.failure} onRetry={template.retry} />
        </View>
      </Card>
      <Card title="第二步：选择文件">
        <View className="col">
          <View className="t-body">
            {isWeapp ? '先把表格发到“文件传输助手”，再从聊天里选。' : '选填好的 .xlsx 文件，最多 500 行。'}核对不会给任何人报名。
          </View>
          <BigButton icon="upload" text="选择文件并核对" onPress={run.read} />
        </View>
      </Card>
      <View className="row-wrap">
        <BigButton
          small
          kind="plain"
          icon="download"
          text="要导出名单，到“报名”里选班次"
          onPress={() => toDesk('desk-care/signup')}
        />
      </View>
    </View>
  );
}
