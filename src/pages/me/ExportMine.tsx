import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { BigButton } from '../../components/BigButton';
import { FailureNote } from '../../components/FailureNote';
import { asFailure, Failure } from '../../services/door';
import { isWeapp } from '../../services/platform';
import { people } from '../people/queries';

/** A workbook opens on the phone; the web downloads it. */
async function open(url: string, name: string): Promise<void> {
  if (isWeapp) {
    const { tempFilePath } = await Taro.downloadFile({ url }).catch(() => {
      throw new Failure('OFFLINE');
    });
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true });
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Everything the community knows about this person, as a table to keep. */
export function ExportMine() {
  const [failure, setFailure] = useState<Failure>();
  const [done, setDone] = useState(false);
  const take = async () => {
    setFailure(undefined);
    try {
      const { workbook, name } = await people('exportMine', {});
      await open(workbook, name);
      setDone(true);
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  return (
    <>
      <BigButton kind="plain" icon="download" text="导出我的资料" onPress={take} />
      {done ? <View className="t-secondary">好了。里面是社区记下的您的全部资料。</View> : null}
      <FailureNote failure={failure} />
    </>
  );
}
