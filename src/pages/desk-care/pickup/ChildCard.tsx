import { View } from '@tarojs/components';
import type { PickupMatch } from '../../../../types/care';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Icon } from '../../../components/Icon';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import { sentenceOf } from '../../../services/sentences';
import { Barred } from '../parts/Barred';
import { ADULT_TEXT, clockOf, personText } from '../words';
import type { Adult } from './read';
import type { Pickup } from './usePickup';

/** 王小明 三年级2班 · 四点半托管; one of several that were found. */
export const MatchRow = ({ match, onOpen }: { match: PickupMatch; onOpen: () => void }) => (
  <Press className="pickup-match" onPress={onOpen}>
    <View className="grow">
      <View className="t-hero">{match.childName}</View>
      <View className="t-secondary">
        {match.schoolClass} · {match.className}
      </View>
      {match.barred.length > 0 ? (
        <View className="care-barred-line">不能接：{match.barred.map(personText).join('、')}</View>
      ) : null}
    </View>
    {match.status === 'gone' ? <Tag word="已接走" tone="info" /> : <Icon name="next" />}
  </Press>
);

/** The child at the counter: who must not have it, who may, and the one button. */
export function ChildCard({ match, pickup }: { match: PickupMatch; pickup: Pickup }) {
  const busy = pickup.busy.includes(match.id);
  return (
    <View className="pickup-card" {...aria({ role: 'group', label: match.childName })}>
      <Barred people={match.barred} />
      <View className="between">
        <View className="pickup-name">{match.childName}</View>
        {pickup.byCode && match.adultId ? <Tag word="接送码对上了" tone="success" /> : null}
      </View>
      <View className="t-section">
        {match.schoolClass} · {match.className}
      </View>
      {match.status === 'gone' ? <Gone match={match} /> : <Here match={match} pickup={pickup} busy={busy} />}
    </View>
  );
}

/** 已经交过了: when, to whom, by whom. */
const Gone = ({ match: { release } }: { match: PickupMatch }) => (
  <View className="pickup-gone" {...aria({ role: 'alert' })}>
    <View className="t-title">已经接走了，不要再交人</View>
    {release ? (
      <View className="t-section">
        {clockOf(release.at)} 交给 {personText(release)}，经手 {release.byName}
      </View>
    ) : null}
  </View>
);

function Here({ match, pickup, busy }: { match: PickupMatch; pickup: Pickup; busy: boolean }) {
  const { adult } = pickup;
  return (
    <>
      <View className="pickup-adults" {...aria({ role: 'radiogroup', label: '谁来接' })}>
        {match.adults.map(each => (
          <AdultRow
            key={each.id}
            adult={each}
            code={pickup.byCode && each.id === match.adultId}
            on={each.id === adult?.id}
            onChoose={() => pickup.choose(each.id)}
          />
        ))}
      </View>
      {match.adults.length === 0 ? (
        <View className="t-body">没有登记接送人。请打电话给监护人，请监护人在手机上临时授权。</View>
      ) : null}
      <View className="pickup-give">
        <BigButton
          text={adult ? `交给 ${personText(adult)}` : '先点来接的人'}
          label={adult ? `把${match.childName}交给${personText(adult)}` : undefined}
          disabled={!adult}
          busy={busy}
          busyText="正在登记…"
          onPress={() => adult && pickup.release(match, adult)}
        />
      </View>
      {adult ? null : <View className="desk-note">来的人不在上面：先不要交人，打电话请监护人在手机上临时授权。</View>}
    </>
  );
}

interface AdultProps {
  adult: Adult;
  /** The code that was shown is this adult's. */
  code: boolean;
  on: boolean;
  onChoose: () => void;
}

function AdultRow({ adult, code, on, onChoose }: AdultProps) {
  const { authorised } = adult;
  const why = authorised.ok ? undefined : sentenceOf(authorised.code, authorised.details).title;
  return (
    <Press
      role="radio"
      checked={on}
      disabled={!authorised.ok}
      className={`pickup-adult ${on ? 'pickup-adult-on' : ''} ${authorised.ok ? '' : 'pickup-adult-off'}`}
      label={[personText(adult), ADULT_TEXT[adult.kind], code ? '接送码对上了' : '', why].filter(Boolean).join('，')}
      onPress={onChoose}
    >
      <View className="pickup-sign" aria-hidden="true">
        {authorised.ok ? on ? <Icon name="check" /> : null : <Icon name="close" />}
      </View>
      <View className="grow">
        <View className="t-title">{personText(adult)}</View>
        {why ? <View className="pickup-why">{why}</View> : null}
        {adult.phone ? <View className="t-secondary">{adult.phone}</View> : null}
      </View>
      <Tag word={ADULT_TEXT[adult.kind]} tone={adult.kind === 'temporary' ? 'warning' : 'neutral'} />
    </Press>
  );
}
