import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { useTree } from '../../people/queries';
import { Lines } from '../parts/Lines';
import type { Step } from './draft';
import { type Telling, toldOf } from './told';

interface Props extends Omit<Telling, 'places'> {
  onStep: (step: Step) => void;
}

/** Once more before it is handed in; each line leads back to its question. */
export const Check = ({ onStep, ...props }: Props) => {
  const places = useTree().data?.buildings ?? [];
  return (
    <>
      <Card title="请核对一遍">
        <Lines
          lines={[
            '申请免费。交了以后，随时可以撤回。',
            '对方不会看到您写的原话；调解员会用中立的话邀请对方。',
            '调解不影响您去法院打官司。',
          ]}
        />
      </Card>
      <List label="您写的内容，点一下可以改">
        {toldOf({ ...props, places }).map(({ step, title, text }) => (
          <Row key={step} title={title} text={text} onPress={() => onStep(step)} />
        ))}
      </List>
    </>
  );
};
