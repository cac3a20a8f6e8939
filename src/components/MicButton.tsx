import { useEffect, useRef, useState } from 'react';
import { asFailure, Failure } from '../services/door';
import type { Ear, Listening } from '../services/hearing';
import { BigButton } from './BigButton';
import { FailureNote } from './FailureNote';

interface Props {
  ear: Ear;
  onWords: (words: string) => void;
}

type State = 'idle' | 'listening' | 'writing';

/** Not held down: a tap begins, a tap ends, so that a hand that trembles can speak too. Leaving the page ends it unheard. */
export function MicButton({ ear, onWords }: Props) {
  const [state, setState] = useState<State>('idle');
  const [failure, setFailure] = useState<Failure>();
  const listening = useRef<Listening>();
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      listening.current?.stop();
    };
  }, []);

  const listen = () => {
    setFailure(undefined);
    setState('listening');
    const now = ear();
    listening.current = now;
    now.words
      .then(words => {
        if (!words) throw new Failure('NOT_HEARD');
        if (alive.current) onWords(words);
      })
      .catch((error: unknown) => {
        const known = asFailure(error);
        if (alive.current) setFailure(known.code === 'INTERNAL' ? new Failure('NOT_HEARD') : known);
      })
      .finally(() => {
        listening.current = undefined;
        if (alive.current) setState('idle');
      });
  };
  const stop = () => {
    setState('writing');
    listening.current?.stop();
  };

  return (
    <>
      {state === 'listening' ? (
        <BigButton kind="danger" icon="mic" text="正在听……说完点这里" onPress={stop} />
      ) : (
        <BigButton
          kind="secondary"
          icon="mic"
          text="点一下，说给手机听"
          busy={state === 'writing'}
          busyText="正在变成字…"
          onPress={listen}
        />
      )}
      <FailureNote failure={failure} />
    </>
  );
}
