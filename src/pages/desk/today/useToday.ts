import { addDays, dayOf, mondayOf } from '../../../../types/time';
import { useQueryOf } from '../../../services/useDoor';
import { useMyCases, useWaits } from '../../desk-mediation/queries';
import { mayOpen } from '../nav';
import { canteen, dayHere, people, useDeadLetters, useMe, useSheet, useTree } from '../queries';
import { mediationTasks } from './mediation';
import { tasksOf } from './tasks';

/** Everything the first page shows; each question is asked only by who may ask it. */
export function useToday() {
  const me = useMe();
  const roles = me.data?.roles ?? [];
  const [cooks, keeps] = [mayOpen('kitchen', roles), mayOpen('waiting', roles)];
  const counter = useQueryOf(canteen, 'counter', {}, { when: cooks, everyMs: 30_000 });
  const today = counter.data ? dayOf(counter.data.now) : dayHere();
  const known = cooks && counter.data !== undefined;
  const sheet = useSheet(today, known);
  const lastWeek = useQueryOf(canteen, 'menus', { from: addDays(mondayOf(today), -7) }, { when: known });
  const thisWeek = useQueryOf(canteen, 'menus', { from: mondayOf(today) }, { when: known });
  const nextWeek = useQueryOf(canteen, 'menus', { from: mondayOf(addDays(today, 3)) }, { when: known });
  const waiting = useQueryOf(people, 'waiting', {}, { when: keeps });
  const asked = useQueryOf(people, 'askedBindings', {}, { when: keeps });
  const office = mayOpen('tree', roles);
  const tree = useTree(office);
  const dead = useDeadLetters(office);
  const mediates = mayOpen('desk-mediation/queue', roles);
  const waits = useWaits(mediates);
  const cases = useMyCases(false, mediates);
  const all = [counter, sheet, lastWeek, thisWeek, nextWeek, waiting, asked, tree, dead, waits, cases];
  const tasks = tasksOf({
    today,
    sheet: sheet.data,
    menus: [lastWeek.data, thisWeek.data, nextWeek.data].filter(week => week !== undefined),
    waiting: waiting.data?.accounts,
    asked: asked.data?.bindings,
    dead: dead.data?.letters,
    buildings: tree.data?.buildings.length,
    mediation: mediationTasks(waits.data, cases.data),
  });
  return {
    me,
    roles,
    cooks,
    keeps,
    today,
    counter,
    sheet,
    tasks,
    loading: all.some(each => each.loading),
    failure: all.find(each => each.failure)?.failure,
    reload: () => Promise.all(all.filter(each => each.failure).map(each => each.reload())),
  };
}
