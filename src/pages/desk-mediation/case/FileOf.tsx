import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Fact } from '../../desk/parts/Fact';
import { momentText, PIECE_TEXT, STANDING_TEXT } from '../../mediation/words';
import { Deed, useDeed } from '../parts/Deed';
import { mediation } from '../queries';
import { usePaper } from '../usePaper';
import { fullDay } from '../words';
import { linesOf } from './reads';

/** 卷宗: its parts in the order of the rules, what is missing by name, one PDF, the closing; and who has read. */
export const FileOf = ({ view }: { view: CaseView }) => (
  <>
    <Check view={view} />
    <Closing view={view} />
    <Reads id={view.id} />
  </>
);

function Check({ view }: { view: CaseView }) {
  const check = useQueryOf(mediation, 'fileCheck', { id: view.id });
  const paper = usePaper('caseFile');
  if (check.failure) return <Failed failure={check.failure} onRetry={check.reload} />;
  if (!check.data) return <Skeleton cards={1} />;
  const { sections, complete } = check.data;
  return (
    <Card title="卷宗目录" aside={<Tag word={complete ? '齐全' : '还缺材料'} tone={complete ? 'success' : 'warning'} />}>
      <View className="col">
        <List label="卷宗目录">
          {sections.map((section, i) => (
            <Row
              key={section.name}
              title={`${i + 1}. ${section.name}`}
              text={section.missing}
              aside={
                section.missing ? (
                  <Tag word="缺" tone="danger" />
                ) : (
                  <View className="t-secondary">{section.pieces > 0 ? `${section.pieces} 份` : '没有'}</View>
                )
              }
            />
          ))}
        </List>
        {view.may.caseFile?.ok ? (
          <BigButton
            kind="secondary"
            icon="download"
            text="整份卷宗 PDF"
            busy={paper.busy}
            busyText="正在装订…"
            onPress={() => paper.run({ id: view.id })}
          />
        ) : null}
        <View className="desk-note">下载会记在查阅记录里。打印出来的卷宗请锁好，用完按规定销毁。</View>
        <FailureNote failure={paper.failure} onRetry={paper.retry} />
      </View>
    </Card>
  );
}

/** Its number and how long it is kept, or the deed that gives them. */
export function Closing({ view }: { view: CaseView }) {
  const deed = useDeed('closeCase');
  return (
    <>
      {view.closingNumber ? (
        <Card title="归档">
          <Fact name="归档号">{view.closingNumber}</Fact>
          {view.retainUntil ? <Fact name="保存到">{fullDay(view.retainUntil)}</Fact> : null}
        </Card>
      ) : null}
      <Deed
        explain
        deed={deed}
        may={view.may.closeCase}
        look="primary"
        text="归档"
        title="归档这件案件？"
        note="归档后给归档号，定下保存年限，不能再添加内容。缺的材料请先补齐。"
        yes="归档"
        onYes={() => deed.run({ id: view.id })}
      />
    </>
  );
}

const WHAT: Record<string, string> = {
  view: '看了案件',
  list: '看了列表',
  file: '打开了材料',
  agreement: '看了协议书',
  caseFile: '下载了卷宗',
};

const standing = (as: string) => STANDING_TEXT[as as keyof typeof STANDING_TEXT] ?? as;
const kindText = (kind: string) => (kind === 'names' ? '姓名' : (PIECE_TEXT[kind as keyof typeof PIECE_TEXT] ?? kind));

/** 查阅记录: who read what and when; the office's reasons in its own words. */
function Reads({ id }: { id: string }) {
  const reads = useQueryOf(mediation, 'reads', { id });
  if (reads.failure) return null;
  if (!reads.data) return <Skeleton cards={1} />;
  return (
    <Card title="谁看过这份卷宗">
      <List label="查阅记录">
        {reads.data.openings.map(each => (
          <Row
            key={`${each.at}${each.name}`}
            title={`${each.name} 查阅卷宗，原因：${each.reason}`}
            text={`${momentText(each.at)} 到 ${momentText(each.until)}`}
            aside={<Tag word="办公室" tone="warning" />}
          />
        ))}
        {linesOf(reads.data.reads).map(line => (
          <Row
            key={[line.day, line.name, line.as, line.what].join()}
            title={`${line.name}（${standing(line.as)}）${WHAT[line.what] ?? line.what}`}
            text={[fullDay(line.day), line.kinds.map(kindText).join('、')].filter(Boolean).join(' · ')}
            value={line.times > 1 ? `${line.times} 次` : undefined}
          />
        ))}
      </List>
    </Card>
  );
}
