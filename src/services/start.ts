/** Everything that must run once, before the first page. */
import { startPrivacy } from './privacy';
import { startQueries } from './query';
import { startSession } from './session';
import { startTransport } from './transport';
import { startUpdate } from './update';

export function start(): void {
  startSession();
  startTransport();
  startQueries();
  startPrivacy();
  startUpdate();
}
