import { Screen } from '../../../components/Screen';
import { isWeapp } from '../../../services/platform';
import { pagesFor } from '../nav';
import { useMe } from '../queries';
import { switchTo } from '../way';
import '../desk.css';

type Props<T> = Parameters<typeof Screen<T>>[0];

const toLogin = { text: '去登录', onPress: () => switchTo('login') };

/** The frame of a desk page: the navigation holds what this person's roles may open, and who is not signed in is led to the login. */
export function Desk<T>(props: Props<T>) {
  const me = useMe();
  const signedOut = !isWeapp && props.of?.failure?.code === 'NOT_SIGNED_IN';
  return <Screen {...props} nav={pagesFor(me.data?.roles ?? [])} refusedAction={signedOut ? toLogin : props.refusedAction} />;
}
