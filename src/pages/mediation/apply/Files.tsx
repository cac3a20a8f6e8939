import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { AddFile } from '../parts/AddFile';
import { Hint } from '../parts/Lines';
import type { StepProps } from './StepOf';

/** The contract takes six with the application; more can be added to the case later. */
const MOST = 6;

/** Photos and papers; none is fine. */
export function Files({ draft, guide, change }: StepProps) {
  const most = Math.min(MOST, guide.filesMost);
  return (
    <>
      <Card title="有照片或材料吗？">
        {draft.files.length < most ? (
          <AddFile most={guide.fileBytes} onAdded={file => change({ files: [...draft.files, file] })} />
        ) : null}
        <Hint icon="check" text={`没有也行，直接点“下一步”。最多 ${most} 个，以后还能再加。`} />
      </Card>
      {draft.files.length > 0 ? (
        <List label="已经加的">
          {draft.files.map(({ fileId, name }) => (
            <Row
              key={fileId}
              title={name}
              aside={
                <BigButton
                  small
                  kind="plain"
                  text="去掉"
                  label={`去掉 ${name}`}
                  onPress={() => change({ files: draft.files.filter(each => each.fileId !== fileId) })}
                />
              }
            />
          ))}
        </List>
      ) : null}
    </>
  );
}
