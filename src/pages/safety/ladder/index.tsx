import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertKind, ElderLadders } from '../../../../types/safety';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { ladderLines } from '../../desk/safety/ladder';
import { wayOn } from '../../home/ways';
import { safety, whose } from '../queries';
import { KIND_TEXT } from '../words';
import { Propose } from './Propose';

/** What happens step by step for one kind, in sentences; the kinds that matter most come first. */
function Steps({ ladders: { kinds } }: { ladders: ElderLadders }) {
  const [kind, setKind] = useState<AlertKind>('sos');
  const shown = kinds.find(each => each.kind === kind);
  return (
    <Card title="出了事，一步一步找谁" aside={shown?.own ? <Tag word="单独安排的" tone="info" /> : undefined}>
      <View className="col">
        <ChipPicker
          label="什么情况"
          options={kinds.map(({ kind: value }) => ({ value, text: KIND_TEXT[value] }))}
          value={[kind]}
          onChange={([first]) => first && setKind(first)}
        />
        <List label={KIND_TEXT[kind]}>
          {(shown ? ladderLines(shown.ladder) : []).map(line => (
            <Row key={line} title={line} />
          ))}
        </List>
      </View>
    </Card>
  );
}

/** 升级链 as the elder and the family see it, and their wish for another order, which the community saves. */
export default function LadderPage() {
  const { elderId } = useParams();
  const ladders = useQueryOf(safety, 'elderLadders', whose(elderId));
  return (
    <Screen title="出事先找谁" of={ladders} refusedAction={wayOn(ladders.failure)}>
      {shown => (
        <>
          <Steps ladders={shown} />
          <Propose key={shown.family.map(({ key }) => key).join()} ladders={shown} elderId={elderId} />
        </>
      )}
    </Screen>
  );
}
