import { View } from '@tarojs/components';
import type { ElderLadders } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { List, Row } from '../../../components/List';
import { familyIn, type OwnDraft } from './ladders';

interface Props {
  family: ElderLadders['family'];
  draft: OwnDraft;
  onMove: (key: string) => void;
}

/** Who of the family is called first, where a step calls one after the other. */
export const FamilyOrder = ({ family, draft, onMove }: Props) => (
  <View>
    <List label="家人的先后">
      {familyIn(draft, family).map(({ key, name, relation }, i) => (
        <Row
          key={key}
          title={`${i + 1}. ${name}`}
          text={relation}
          aside={
            i > 0 ? <BigButton small kind="plain" text="往前" label={`往前：${name}`} onPress={() => onMove(key)} /> : undefined
          }
        />
      ))}
    </List>
    <View className="t-secondary">
      {family.length > 0 ? '写着“一个一个来”的步骤，照这个先后打；其他步骤同时通知。' : '还没有关联的家人。'}
    </View>
  </View>
);
