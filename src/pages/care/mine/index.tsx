import { dateText, weekdayText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { go } from '../../../services/go';
import type { Shown } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { AskAbsence } from '../parts/AskAbsence';
import { Collect } from '../parts/Collect';
import { Offer } from '../parts/Offer';
import { Telephone } from '../parts/Telephone';
import { type MyCare, useMyCare } from '../queries';
import { Child } from './Child';
import { Invitation } from './Invitation';
import { missingOf, offersOf, whereText } from './words';
import '../parts/parts.css';

const toAdd = () => go('pages/care/profile/index');

/** Neither a child nor anybody to collect: what this is, and how it begins. */
const Nobody = ({ mine }: { mine: MyCare }) => (
  <>
    <Empty
      icon="people"
      title="还没有登记孩子"
      next="登记以后可以报名、请假、看孩子在做什么，也可以让家里人来接。"
      action={mine.may.addChild.ok ? { text: '登记孩子', onPress: toAdd } : undefined}
    />
    <List label="先看看">
      <Row title="有哪些班" text="时间、名额、收费、怎么报" onPress={() => go('pages/care/classes/index')} />
    </List>
  </>
);

function Mine({ mine, of }: { mine: MyCare; of: Shown<MyCare> }) {
  const nobody = mine.children.length === 0 && mine.collect.length === 0 && mine.invitations.length === 0;
  return (
    <>
      {missingOf(mine).map(({ day, childName }) => (
        <AskAbsence key={day.id} day={day} childName={childName} phone={mine.care.phone} />
      ))}
      {mine.invitations.map(invitation => (
        <Invitation key={invitation.childId} invitation={invitation} />
      ))}
      {offersOf(mine).map(enrolment => (
        <Offer key={enrolment.id} enrolment={enrolment} of={of} />
      ))}
      <Collect collect={mine.collect} />
      {mine.children.map(child => (
        <Child key={child.id} child={child} mine={mine} />
      ))}
      {nobody ? <Nobody mine={mine} /> : null}
      {mine.children.length > 0 ? (
        <List label="更多">
          <Row title="我的报名和费用" onPress={() => go('pages/care/signups/index')} />
          {mine.may.addChild.ok ? <Row title="再登记一个孩子" onPress={toAdd} /> : null}
          <Row title="接收提醒" text="到校、接走、名额，微信告诉您" onPress={() => go('pages/reminders/choices/index')} />
        </List>
      ) : null}
    </>
  );
}

/** 托管 as a family meets it: each child's day, what is asked of the family, and whom one collects. */
export default function MinePage() {
  const mine = useMyCare();
  return (
    <Screen title="托管" of={mine} refusedAction={wayOn(mine.failure)}>
      {known => (
        <>
          <List label="今天">
            <Row title={`${dateText(known.today)} ${weekdayText(known.today)}`} text={whereText(known)} />
          </List>
          <Mine mine={known} of={mine} />
          <Telephone phone={known.care.phone} />
          {mine.stale ? <BigButton kind="plain" icon="refresh" text="刷新" onPress={mine.reload} /> : null}
        </>
      )}
    </Screen>
  );
}
