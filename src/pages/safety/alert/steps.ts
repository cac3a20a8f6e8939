/** Which buttons stand under an alert, from the server's verdicts alone. */
import type { AlertView } from '../../../../types/safety';

export type StepKey = 'acknowledge' | 'goNow' | 'arrive' | 'resolve' | 'handOver' | 'comment' | 'sayFine';
export interface Step {
  key: StepKey;
  text: string;
}

const TEXT: Record<StepKey, string> = {
  goNow: '我在路上',
  acknowledge: '我来处理',
  arrive: '我到了',
  resolve: '解除',
  handOver: '转给别人',
  comment: '补充情况',
  sayFine: '我没事',
};

/** In the order of a visit; what was done already is not offered again. */
const ORDER: readonly StepKey[] = ['goNow', 'acknowledge', 'arrive', 'resolve', 'sayFine', 'handOver', 'comment'];
const MAIN = 2;

/** What this person was already: going, there. */
function isDone(alert: AlertView, key: StepKey): boolean {
  if (!alert.mine) return false;
  if (key === 'acknowledge') return true;
  if (key === 'goNow') return alert.status === 'onTheWay';
  if (key === 'arrive') return alert.status !== 'onTheWay' || alert.arrivedAt !== undefined;
  return false;
}

const stepsOf = (alert: AlertView): Step[] =>
  ORDER.filter(key => alert.may[key].ok && !isDone(alert, key)).map(key => ({ key, text: TEXT[key] }));

const isSide = ({ key }: Step) => key === 'handOver' || key === 'comment';

/** The next steps, most urgent first. */
export const mainSteps = (alert: AlertView): Step[] =>
  stepsOf(alert)
    .filter(step => !isSide(step))
    .slice(0, MAIN);

/** Everything else that may be done. */
export function sideSteps(alert: AlertView): Step[] {
  const main = mainSteps(alert).map(({ key }) => key);
  return stepsOf(alert).filter(({ key }) => !main.includes(key));
}
