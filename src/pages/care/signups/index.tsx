import { View } from '@tarojs/components';
import { yuanText } from '../../../../types/money';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { go, useParams } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { Offer } from '../parts/Offer';
import { Telephone } from '../parts/Telephone';
import { useMyCare } from '../queries';
import { Enrolment } from './Enrolment';
import { dueOf, inOrder } from './words';
import '../parts/parts.css';

const toClasses = () => go('pages/care/classes/index');

/** 我的报名和费用: every sign-up of the family, where it stands, what is owed. */
export default function SignUpsPage() {
  const { id } = useParams();
  const mine = useMyCare();
  const footer = mine.data?.children.length ? <BigButton kind="secondary" text="再报一个班" onPress={toClasses} /> : undefined;
  return (
    <Screen title="我的报名" of={mine} footer={footer} refusedAction={wayOn(mine.failure)}>
      {({ children, care: at }) => {
        const enrolments = inOrder(
          children.flatMap(child => child.enrolments),
          id,
        );
        const due = dueOf(enrolments);
        if (enrolments.length === 0) {
          return (
            <Empty
              icon="calendar"
              title="还没有报名"
              next="看看有哪些班，选一个合适的时间。"
              action={{ text: '看看有哪些班', onPress: toClasses }}
            />
          );
        }
        return (
          <>
            {due > 0 ? (
              <Card tone="warning" title={`一共还要交 ${yuanText(due)}`}>
                <View className="t-body">{`请到${at.place || '社区服务台'}交，当场开收据。手机上不收钱。`}</View>
              </Card>
            ) : null}
            {enrolments.map(enrolment =>
              enrolment.status === 'offered' ? (
                <Offer key={enrolment.id} enrolment={enrolment} of={mine} />
              ) : (
                <Enrolment key={enrolment.id} enrolment={enrolment} />
              ),
            )}
            <Telephone phone={at.phone} />
          </>
        );
      }}
    </Screen>
  );
}
