import { View } from '@tarojs/components';
import type { Guide } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import type { Attached } from '../../mediation/apply/draft';
import { AddFile } from '../../mediation/parts/AddFile';

/** The contract takes six with the application; more can be added to the case later. */
const MOST = 6;

interface Props {
  files: Attached[];
  guide: Guide;
  onChange: (files: Attached[]) => void;
}

/** What the visitor brought along, photographed at the desk. */
export const Brought = ({ files, guide, onChange }: Props) => (
  <Card title="带了照片或材料吗？">
    <View className="col">
      {files.map(({ fileId, name }) => (
        <View key={fileId} className="between">
          <View className="t-body">{name}</View>
          <BigButton
            small
            kind="plain"
            text="去掉"
            label={`去掉 ${name}`}
            onPress={() => onChange(files.filter(each => each.fileId !== fileId))}
          />
        </View>
      ))}
      {files.length < Math.min(MOST, guide.filesMost) ? (
        <AddFile most={guide.fileBytes} onAdded={file => onChange([...files, file])} />
      ) : null}
      <View className="t-secondary">没有也行，以后还能再加。</View>
    </View>
  </Card>
);
