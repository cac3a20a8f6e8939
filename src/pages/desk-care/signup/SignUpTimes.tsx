import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { When } from '../../desk/parts/When';
import { dayHere } from '../../desk/queries';
import type { FormProps } from './ClassForm';

const EIGHT = 8 * 60;
const EVENING = 18 * 60;

/** From when to when families sign up, and what is kept for those with priority. */
export function SignUpTimes({ draft, wrong, set }: FormProps) {
  const today = dayHere();
  return (
    <Card title="报名时间">
      <When
        needed
        label="什么时候开始报名"
        value={draft.opensAt}
        usual={EIGHT}
        today={today}
        error={wrong.opensAt}
        onChange={opensAt => set({ opensAt })}
      />
      <When
        needed
        label="什么时候截止"
        value={draft.closesAt}
        usual={EVENING}
        today={today}
        error={wrong.closesAt}
        onChange={closesAt => set({ closesAt })}
      />
      {draft.mode === 'firstCome' ? (
        <>
          <Field
            kind="number"
            label="其中留给优先家庭（个）"
            value={draft.reserved}
            max={3}
            onChange={reserved => set({ reserved })}
            error={wrong.reserved}
            help="不预留写 0。优先的条件在“托管设置”里。"
          />
          {draft.reserved.trim() !== '' && draft.reserved.trim() !== '0' ? (
            <When
              needed
              label="预留到什么时候"
              value={draft.reservedUntil}
              usual={EVENING}
              today={today}
              error={wrong.reservedUntil}
              onChange={reservedUntil => set({ reservedUntil })}
            />
          ) : null}
        </>
      ) : null}
    </Card>
  );
}
