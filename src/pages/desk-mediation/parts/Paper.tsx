import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { usePaper } from '../usePaper';
import type { May } from './Deed';

const FORMATS = [
  { format: 'pdf', text: 'PDF' },
  { format: 'docx', text: 'Word' },
] as const;

interface Props {
  view: CaseView;
  action: 'agreementPaper' | 'confirmationPaper';
  /** 协议书 */
  name: string;
  may: May;
}

/** A paper of the case, to print or to change. */
export function Paper({ view, action, name, may }: Props) {
  const paper = usePaper(action);
  if (!may?.ok) return null;
  return (
    <>
      <View className="row-wrap">
        {FORMATS.map(({ format, text }) => (
          <BigButton
            key={format}
            small
            kind="secondary"
            icon="download"
            text={`${name} ${text}`}
            disabled={paper.busy}
            onPress={() => paper.run({ id: view.id, format })}
          />
        ))}
      </View>
      <FailureNote failure={paper.failure} onRetry={paper.retry} />
    </>
  );
}
