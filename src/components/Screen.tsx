import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Failure } from '../services/door';
import { useElder } from '../services/elder';
import { isWeapp } from '../services/platform';
import { FINAL } from '../services/sentences';
import type { Shown } from '../services/useDoor';
import { aria } from './aria';
import { ErrorRetry } from './ErrorRetry';
import { OfflineBanner } from './OfflineBanner';
import { PrivacySheet } from './PrivacySheet';
import { Refused } from './Refused';
import { type NavItem, SideNav } from './SideNav';
import { Skeleton } from './Skeleton';
import { StickyFooter } from './StickyFooter';
import { TopBar } from './TopBar';
import './Screen.css';

interface Frame {
  title: string;
  /** The main action, always visible. */
  footer?: ReactNode;
  /** A desk page: as wide as the screen, with this navigation at its side from 960 px on. */
  nav?: readonly NavItem[];
  /** No way back: the first page. */
  first?: boolean;
  /** Instead of 回到首页 on a page that is refused. */
  refusedAction?: { text: string; onPress: () => void };
}

interface Plain extends Frame {
  of?: undefined;
  children: ReactNode;
}

interface Loaded<T> extends Frame {
  /** The query of this page; `children` sees its data once there is any. */
  of: Shown<T>;
  children: (data: T) => ReactNode;
}

/** Loading, failed or refused: the same on every page. */
export function Failed({
  failure,
  onRetry,
  action,
}: {
  failure: Failure;
  onRetry: () => Promise<unknown>;
  action?: Frame['refusedAction'];
}) {
  return FINAL.has(failure.code) ? (
    <Refused failure={failure} action={action} />
  ) : (
    <ErrorRetry failure={failure} onRetry={onRetry} />
  );
}

function content<T>(props: Plain | Loaded<T>): ReactNode {
  if (!props.of) return props.children;
  const { data, failure, reload } = props.of;
  if (data !== undefined) return props.children(data);
  if (failure) return <Failed failure={failure} onRetry={reload} action={props.refusedAction} />;
  return <Skeleton />;
}

/** The frame of every page: theme, title, offline notice, the states of its data, and the main action at the foot. */
export function Screen<T>(props: Plain | Loaded<T>) {
  const { title, footer, nav, first = false } = props;
  const elder = useElder() && !nav;
  const ready = !props.of || props.of.data !== undefined;
  return (
    <View className={`theme screen ${elder ? 'theme-elder' : ''} ${nav ? 'screen-desk' : 'screen-resident'}`}>
      {isWeapp ? null : <TopBar title={title} back={!first} />}
      <View className="screen-columns">
        {nav ? <SideNav items={nav} /> : null}
        <View className="screen-main" {...aria({ role: 'main' })}>
          <OfflineBanner />
          <View className="screen-body">{content(props)}</View>
          {footer && ready ? <StickyFooter>{footer}</StickyFooter> : null}
        </View>
      </View>
      <PrivacySheet />
    </View>
  );
}
