import type { AlertView } from '../../../../types/safety';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Tag, type Tone } from '../../../components/Tag';
import { PAGED_TEXT, pagedAs } from '../words';

const TONE: Record<AlertView['paged'][number]['state'], Tone> = {
  asked: 'neutral',
  sent: 'info',
  unsent: 'warning',
  seen: 'success',
};

/** Who was called, and how far the call got. */
export const Told = ({ paged }: Pick<AlertView, 'paged'>) => (
  <Card title="已经告诉了谁">
    {paged.length === 0 ? (
      '正在找人，请稍等'
    ) : (
      <List label="已经告诉了谁">
        {paged.map(({ name, as, state }) => (
          <Row key={`${name}${as}`} title={name} text={pagedAs(as)} aside={<Tag word={PAGED_TEXT[state]} tone={TONE[state]} />} />
        ))}
      </List>
    )}
  </Card>
);
