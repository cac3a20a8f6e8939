import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Split } from '../../../components/Split';
import { useParams } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { Desk } from '../../desk/parts/Desk';
import { toDesk } from '../../desk/way';
import { longDay } from '../../desk/words';
import { Inner } from '../parts/Inner';
import { type Board, useCareBoard } from '../queries';
import { clockOf } from '../words';
import { Calls } from './Calls';
import { ClassCard, FourCounts } from './ClassCard';
import { LateCard } from './LateCard';
import { inOrder, totalOf } from './order';
import { RollOf } from './RollOf';
import '../desk-care.css';

/** Beside the list there is room for a roll from the beginning. */
const isWide = (): boolean => !isWeapp && window.matchMedia('(min-width: 960px)').matches;

/** 托管: today per class, whom to ring, who is still here late; the roll of one class beside it. */
export default function BoardPage() {
  const { classId: asked } = useParams();
  const board = useCareBoard();
  const [openId, setOpenId] = useState<string | undefined>(asked);
  return (
    <Desk title="托管" of={board}>
      {data => {
        const first = isWide() ? inOrder(data.classes, data.now)[0] : undefined;
        const open = data.classes.find(each => each.classId === openId) ?? first;
        return (
          <>
            <Inner here="board" busy={open !== undefined} />
            <View className="care-board">
              <Split
                hint="点一个班，在这里点名"
                onBack={() => setOpenId(undefined)}
                detail={open ? <RollOf key={open.classId} cls={open} /> : undefined}
                list={<Today data={data} stale={board.stale} at={board.at} openId={open?.classId} onOpen={setOpenId} />}
              />
            </View>
          </>
        );
      }}
    </Desk>
  );
}

interface TodayProps {
  data: Board;
  stale: boolean;
  at: number;
  openId: string | undefined;
  onOpen: (id: string) => void;
}

function Today({ data, stale, at, openId, onOpen }: TodayProps) {
  return (
    <View className="col">
      <View className="between">
        <View className="t-title">{[longDay(data.today), data.dayName].filter(Boolean).join(' ')}</View>
        <BigButton small icon="scan" text="接孩子" onPress={() => toDesk('desk-care/pickup')} />
      </View>
      {stale ? <View className="desk-note">没有更新成功，这是 {clockOf(at as Board['now'])} 的情况。</View> : null}
      {data.classes.length > 1 ? (
        <Card>
          <FourCounts of={totalOf(data.classes)} />
        </Card>
      ) : null}
      <LateCard late={data.late} now={data.now} />
      <Calls calls={data.calls} now={data.now} />
      {data.open ? null : (
        <Card tone="warning" title={data.dayName ? `今天${data.dayName}，没有托管` : '今天没有托管'}>
          <View className="t-body">日子不对，请到“日历”里更正。</View>
        </Card>
      )}
      {inOrder(data.classes, data.now).map(each => (
        <ClassCard key={each.classId} cls={each} open={each.classId === openId} onOpen={() => onOpen(each.classId)} />
      ))}
      {data.open && data.classes.length === 0 ? (
        <Empty icon="calendar" title="今天没有班" next="开放了的班次会出现在这里；在“报名”里写学期和班次。" />
      ) : null}
    </View>
  );
}
