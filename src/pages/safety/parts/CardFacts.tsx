import type { EmergencyCard } from '../../../../types/safety';
import { CallButton } from '../../../components/CallButton';
import { List, Row } from '../../../components/List';

const listed = (words: readonly string[]): string => (words.length > 0 ? words.join('、') : '没有登记');

/** 急救卡, what can kill first at the head, and the telephones of those who know more. */
export const CardFacts = ({ card }: { card: EmergencyCard }) => (
  <>
    <List label="急救卡">
      <Row title="药物过敏" text={listed(card.drugAllergies)} />
      <Row title="慢性病" text={listed(card.illnesses)} />
      <Row title="常吃的药" text={listed(card.medicines)} />
      <Row title="血型" value={card.blood === 'unknown' ? '不清楚' : `${card.blood} 型`} />
      {card.hospital ? <Row title="常去的医院" text={card.hospital} /> : null}
      {card.hints ? <Row title="提醒" text={card.hints} /> : null}
    </List>
    {card.contacts.map(({ name, relation, phone }) => (
      <CallButton key={phone} phone={phone} text={`打给${relation}${name}`} />
    ))}
  </>
);
