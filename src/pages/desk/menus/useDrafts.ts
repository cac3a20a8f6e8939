import { useState } from 'react';
import type { Period } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { asFailure, type Failure } from '../../../services/door';
import { queryClient } from '../../../services/query';
import { canteen } from '../queries';
import { type MealDraft, readDraft, type Wrong } from './draft';

export const mealIdOf = (day: CivilDate, period: Period): string => `${day}:${period}`;

export interface Lost {
  id: string;
  wrong?: Wrong;
  failure?: Failure;
}

/** Everything typed and not published yet, by meal; it stays while one looks at other days, and when a save fails. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Record<string, MealDraft>>({});
  const [lost, setLost] = useState<Lost>();
  const [publishing, setPublishing] = useState<string>();

  const change = (draft: MealDraft) => setDrafts(all => ({ ...all, [mealIdOf(draft.day, draft.period)]: draft }));
  const drop = (id: string) => setDrafts(({ [id]: _gone, ...rest }) => rest);

  const publishOne = async (id: string, draft: MealDraft): Promise<boolean> => {
    const { input, wrong } = readDraft(draft);
    if (wrong) {
      setLost({ id, wrong });
      return false;
    }
    setPublishing(id);
    try {
      await canteen('publishMeal', input);
      drop(id);
      return true;
    } catch (error) {
      setLost({ id, failure: asFailure(error) });
      return false;
    }
  };

  /** One after the other; it stops at the first that is not taken, so that nothing is passed over. */
  const publish = async (wanted: readonly [string, MealDraft][]): Promise<boolean> => {
    setLost(undefined);
    let done = true;
    for (const [id, draft] of wanted) {
      done = await publishOne(id, draft);
      if (!done) break;
    }
    setPublishing(undefined);
    await queryClient.invalidateQueries({ queryKey: ['canteen'] });
    return done;
  };

  return { drafts, change, drop, publish, publishing, lost };
}

export type Drafts = ReturnType<typeof useDrafts>;
