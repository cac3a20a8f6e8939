import { addDays, dayOf, mondayOf } from '../../../../types/time';
import { useQueryOf } from '../../../services/useDoor';
import { useCareBoard } from '../../desk-care/queries';
import { useMyCases, useWaits } from '../../desk-mediation/queries';
import { useRing } from '../alerts/ring';
import { mayOpen } from '../nav';
import { canteen, dayHere, people, useBoard, useDeadLetters, useMe, useSheet, useTree } from '../queries';
import { careTasks } from './care';
import { mediationTasks } from './mediation';
import { tasksOf } from './tasks';

/** Everything the first page shows; each question is asked only by who may ask it. */
export function useToday() {
  const me = useMe();
  const roles = me.data?.roles ?? [];
  const [cooks, keeps, guards] = [mayOpen('kitchen', roles), mayOpen('waiting', roles), mayOpen('alerts', roles)];
  const board = useBoard({ when: guards, aside: true });
  useRing(board.data?.alerts);
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
  const care = useCareBoard(mayOpen('desk-care/board', roles));
  const all = [board, care, counter, sheet, lastWeek, thisWeek, nextWeek, waiting, asked, tree, dead, waits, cases];
  const tasks = tasksOf({
    today,
    board: board.data,
    sheet: sheet.data,
    menus: [lastWeek.data, thisWeek.data, nextWeek.data].filter(week => week !== undefined),
    waiting: waiting.data?.accounts,
    asked: asked.data?.bindings,
    dead: dead.data?.letters,
    buildings: tree.data?.buildings.length,
    care: careTasks(care.data),
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
