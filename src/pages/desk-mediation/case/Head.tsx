import { View } from '@tarojs/components';
import type { CaseView } from '../../../../types/mediation';
import { dateText, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { KIND, PANEL_TEXT, STATUS } from '../../mediation/words';
import { leftText } from '../words';
import { type Clock, clocksOf, stagesOf } from './clocks';

const STATE_WORD = { done: '已完成', now: '现在', todo: '还没到' } as const;

/** Who against whom, if this person may know it; where the case stands and what runs. */
export function Head({ view }: { view: CaseView }) {
  const clocks = clocksOf(view).slice(0, 3);
  const panel = view.panel.map(each => `${each.name}（${each.leads ? '主持，' : ''}${PANEL_TEXT[each.part]}）`).join('、');
  return (
    <Card
      title={view.names ? `${view.names.applicant} 和 ${view.names.respondent}` : `${KIND[view.kind].word}纠纷`}
      aside={<Tag word={STATUS[view.status].word} tone={STATUS[view.status].tone} />}
    >
      <View className="col">
        <View className="t-secondary">
          {[view.kindName, view.building, view.number, `申请号 ${view.ref}`, `${dateText(dayOf(view.appliedAt))}申请`]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {panel ? <View className="t-secondary">调解员：{panel}</View> : null}
        <View className="stages" {...aria({ role: 'list', label: '办到哪一步' })}>
          {stagesOf(view).map(({ name, state }) => (
            <View
              key={name}
              className={`stage stage-${state}`}
              {...aria({ role: 'listitem', label: `${name}：${STATE_WORD[state]}` })}
            >
              {state === 'done' ? `✓ ${name}` : name}
            </View>
          ))}
        </View>
        {clocks.length > 0 ? (
          <View className="clocks">
            {clocks.map(clock => (
              <ClockOf key={clock.name} clock={clock} />
            ))}
          </View>
        ) : null}
      </View>
    </Card>
  );
}

const toneOf = (left: number) => (left < 0 ? 'danger' : left <= 3 ? 'warning' : 'neutral');

const ClockOf = ({ clock: { name, until, left } }: { clock: Clock }) => (
  <View className={`clock tag-${toneOf(left)}`}>
    <View className="t-body">{leftText(left)}</View>
    <View>
      {name}，{dateText(until)}
    </View>
  </View>
);
