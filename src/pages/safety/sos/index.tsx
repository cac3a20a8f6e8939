import { useRef } from 'react';
import type { Me } from '../../../../types/people';
import { Failed, Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useParams } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { useMe } from '../../people/queries';
import { useAlert, useMySafety, useParentDay } from '../queries';
import { Raised } from './Raised';
import { Ready } from './Ready';
import { Sending } from './Sending';
import { type Sos, useSos } from './useSos';
import './sos.css';

/** Follows the alert that was raised. */
function Alert({ id }: { id: string }) {
  const alert = useAlert(id);
  if (alert.data) return <Raised alert={alert.data} reload={alert.reload} />;
  return alert.failure ? <Failed failure={alert.failure} onRetry={alert.reload} /> : <Skeleton />;
}

/** Help that was called before, by this phone or another: nobody has to call twice. */
function useOpenSos(me: Me | undefined, elderId: string | undefined): string | undefined {
  const seen = useRef<string>();
  const mine = useMySafety(me?.resident !== undefined && !elderId).data;
  const parents = useParentDay(elderId ?? '').data;
  const alerts = elderId ? parents?.alerts : mine?.alerts;
  seen.current = alerts?.find(({ kind, open, drill }) => kind === 'sos' && open && !drill)?.id ?? seen.current;
  return seen.current;
}

function content(sos: Sos, open: string | undefined, me: Me | undefined, elderId: string | undefined) {
  const id = sos.raised ?? (sos.sending ? undefined : open);
  if (id) return <Alert id={id} />;
  if (sos.sending) return <Sending lost={sos.lost} phone={me?.community?.phone} />;
  return me ? <Ready me={me} elderId={elderId} sos={sos} /> : null;
}

/** 紧急求助. What was held on the home page is already on its way when this page opens. */
export default function SosPage() {
  const { elderId } = useParams();
  const me = useMe();
  const sos = useSos();
  const open = useOpenSos(me.data, elderId);
  // Who I am may come late or never; a call for help that is on its way is shown all the same.
  if (sos.sending || sos.raised) return <Screen title="紧急求助">{content(sos, open, me.data, elderId)}</Screen>;
  return (
    <Screen title="紧急求助" of={me} refusedAction={wayOn(me.failure)}>
      {known => content(sos, open, known, elderId)}
    </Screen>
  );
}
