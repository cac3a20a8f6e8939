import { useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { PeopleContract } from '../../../../types/people';
import { asFailure, type Failure } from '../../../services/door';
import { forgetAll } from '../../../services/query';
import { signIn } from '../../../services/session';
import { people } from '../queries';
import { switchTo } from '../way';

type Opened = OutputOf<PeopleContract, 'openDesk'>;

const EVERY_MS = 2_000;

/** `Chrome（Windows）`: what the phone shows, so that nobody lets a stranger's browser in. */
export function browserName(agent: string): string {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : '浏览器';
  const system = /Windows/.test(agent)
    ? 'Windows'
    : /Mac OS/.test(agent)
      ? 'Mac'
      : /Android/.test(agent)
        ? '安卓'
        : /Linux/.test(agent)
          ? 'Linux'
          : '';
  return system ? `${browser}（${system}）` : browser;
}

/** Opens a pairing, asks every two seconds whether the phone has said yes, and goes in. */
export function usePairing() {
  const [opened, setOpened] = useState<Opened>();
  const [failure, setFailure] = useState<Failure>();
  const [expired, setExpired] = useState(false);

  const again = useCallback(async () => {
    setFailure(undefined);
    setExpired(false);
    try {
      setOpened(await people('openDesk', { browser: browserName(navigator.userAgent) }));
    } catch (error) {
      setFailure(asFailure(error));
    }
  }, []);

  useEffect(() => void again(), [again]);
  useEffect(() => {
    if (!opened || expired) return;
    let here = true;
    const ask = async () => {
      try {
        const reply = await people('enterDesk', { pairId: opened.pairId, secret: opened.secret });
        if (here && reply.state === 'in') enter(reply.token);
      } catch (error) {
        // A lost call is asked again; only an expired pairing needs the person.
        if (here && asFailure(error).code === 'DESK_EXPIRED') setExpired(true);
      }
    };
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [opened, expired]);

  return { opened, failure, expired, again };
}

function enter(token: string): void {
  signIn(token);
  forgetAll();
  switchTo('today');
}
