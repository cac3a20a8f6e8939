import type { ActionName, Contract, InputOf } from '../../../types/contract';
import type { CivilDate } from '../../../types/time';

type JobName<C extends Contract> = {
  [A in ActionName<C>]: C['actions'][A]['verb'] extends 'job' | 'hook' ? A : never;
}[ActionName<C>];
/** One valid call of every action of a contract, and who may make it; an action without a sample does not compile. */
export type Samples<C extends Contract> = { [A in Exclude<ActionName<C>, JobName<C>>]: { by: string; input: InputOf<C, A> } };

/** The day of the samples: a coming one with a lunch on the menu. */
export type Day = CivilDate;
export const OFFICE = 'wx-zhouzhuren';
export const WANG = 'r-wangguilan';
