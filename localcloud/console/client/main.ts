/** Asks every two seconds while the page is seen, and lets each section decide whether anything changed. */
import { type Collection, type Device, get, type LogEntry, type Message, type Person, type Timer } from './api';
import { updateCollections } from './collections';
import { toast } from './dom';
import { updateLog } from './log';
import { updateMessages } from './messages';
import { updatePeople } from './people';
import { showDevices, startClock, updateClock, updateTimers } from './side';

const EVERY_MS = 2000;
let isLost = false;

async function refresh(): Promise<void> {
  const [people, messages, log, timers, collections, clock] = await Promise.all([
    get<Person[]>('/local/people'),
    get<Message[]>('/local/inbox?all=1&limit=300'),
    get<LogEntry[]>('/local/log'),
    get<Timer[]>('/local/timers'),
    get<Collection[]>('/local/collections'),
    get<{ now: number }>('/local/clock'),
  ]);
  updatePeople(
    people,
    messages.filter(message => message.delivered),
  );
  updateMessages(messages, people);
  updateLog(log);
  updateTimers(timers);
  updateCollections(collections);
  updateClock(clock.now);
}

async function keepFresh(): Promise<void> {
  try {
    if (!document.hidden) await refresh();
    if (isLost) toast('又连上了。');
    isLost = false;
  } catch {
    if (!isLost) toast('本机云没有回应，它停了吗？');
    isLost = true;
  }
}

startClock(() => void keepFresh());
void keepFresh();
window.setInterval(() => void keepFresh(), EVERY_MS);
void get<Device[]>('/local/devices').then(showDevices);
