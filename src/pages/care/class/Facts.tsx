import type { Instant } from '../../../../types/time';
import { dateText } from '../../../../types/time';
import { PERIOD_TEXT } from '../../../../types/words';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { feeText, stateOf } from '../classes/words';
import type { ClassOffer } from '../queries';
import { agesText, KIND, meetsText } from '../words';
import { modeText } from './words';

interface Props {
  offer: ClassOffer;
  now: Instant;
}

/** Its name, how it stands, and how places are given. */
export const Head = ({ offer, now }: Props) => (
  <Card title={offer.name} aside={<Tag {...stateOf(offer, now)} />}>
    {modeText(offer, now)}
  </Card>
);

/** What the class is; nothing that is a rule of its own, only what the office wrote. */
export const Facts = ({ offer }: Pick<Props, 'offer'>) => (
  <List label="班次">
    <Row title="时间" value={meetsText(offer)} />
    <Row title="学期" value={`${dateText(offer.first)}到${dateText(offer.last)}`} />
    <Row title="地点" value={offer.place} />
    <Row title="内容" value={offer.meal ? `${KIND[offer.kind].word}，含${PERIOD_TEXT[offer.meal]}` : KIND[offer.kind].word} />
    <Row title="年龄" value={agesText(offer)} />
    <Row title="费用" value={feeText(offer)} />
    <Row
      title="名额"
      text={`一位老师最多看 ${offer.ratio} 个孩子`}
      value={offer.mode === 'draw' ? `${offer.capacity} 个` : `${offer.capacity} 个，还有 ${offer.left} 个`}
    />
    {offer.mode === 'draw' ? (
      <Row
        title="抽签"
        text={offer.draw?.drawnAt ? '已经抽过，看结果' : '怎么抽、怎么核对'}
        onPress={() => go('pages/care/draw/index', { classId: offer.id })}
      />
    ) : null}
  </List>
);
