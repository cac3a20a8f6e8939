import { View } from '@tarojs/components';
import { CATEGORY_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../parts/Labelled';
import { optionsOf, PERIOD_TEXT } from '../words';
import type { RuleDraft, Wrong } from './draft';
import { ruleText } from './preview';

interface Props {
  rule: RuleDraft;
  /** Grids of the community, to choose from. */
  grids: readonly { value: string; text: string }[];
  open: boolean;
  wrong: Wrong;
  onOpen: () => void;
  onChange: (rule: RuleDraft) => void;
  onRemove: () => void;
}

/** One subsidy: read as a sentence, opened to change. */
export function RuleForm({ rule, grids, open, wrong, onOpen, onChange, onRemove }: Props) {
  const spoilt = Object.keys(wrong).some(key => key.startsWith(`${rule.id}.`));
  const title = rule.name.trim() || '新的补贴';
  return (
    <Card
      title={title}
      aside={
        open || spoilt ? undefined : (
          <BigButton small kind="secondary" icon="edit" text="修改" label={`修改${title}`} onPress={onOpen} />
        )
      }
    >
      <View className="preview">{ruleText(rule)}</View>
      {open || spoilt ? <Lines rule={rule} grids={grids} wrong={wrong} onChange={onChange} onRemove={onRemove} /> : null}
    </Card>
  );
}

function Lines({ rule, grids, wrong, onChange, onRemove }: Pick<Props, 'rule' | 'grids' | 'wrong' | 'onChange' | 'onRemove'>) {
  const line = (
    key: keyof RuleDraft &
      ('name' | 'funder' | 'from' | 'to' | 'minAge' | 'maxAge' | 'amount' | 'atLeast' | 'mostADay' | 'mostAMonth'),
  ) => ({
    value: rule[key],
    onChange: (value: string) => onChange({ ...rule, [key]: value }),
    error: wrong[`${rule.id}.${key}`],
  });
  return (
    <>
      <View className="settings-pair">
        <Field label="名称" max={30} {...line('name')} placeholder="比如 80 岁以上补贴" />
        <Field label="谁出钱" max={30} {...line('funder')} placeholder="比如 市民政局" />
        <Field label="从哪天起" max={10} {...line('from')} />
        <Field label="到哪天止" max={10} {...line('to')} />
        <Field label="满多少岁" kind="number" max={3} {...line('minAge')} />
        <Field optional label="到多少岁" kind="number" max={3} {...line('maxAge')} help="不限就空着" />
        <Field label="每份补贴（元）" kind="digit" max={8} {...line('amount')} />
        <Field label="本人至少付（元）" kind="digit" max={8} {...line('atLeast')} />
        <Field optional label="一人每天最多补（元）" kind="digit" max={8} {...line('mostADay')} help="不限就空着" />
        <Field optional label="一人每月最多补（元）" kind="digit" max={8} {...line('mostAMonth')} help="不限就空着" />
      </View>
      <Labelled label="只给这些居民" help="都不选，就是这个年龄的人都有。">
        <ChipPicker
          many
          label="居民类别"
          options={optionsOf(CATEGORY_TEXT)}
          value={rule.categories}
          onChange={categories => onChange({ ...rule, categories })}
        />
      </Labelled>
      <Labelled label="只补这些餐" help="都不选，就是每一餐都补。">
        <ChipPicker
          many
          label="餐次"
          options={optionsOf(PERIOD_TEXT)}
          value={rule.periods}
          onChange={periods => onChange({ ...rule, periods })}
        />
      </Labelled>
      {grids.length > 0 ? (
        <Labelled label="只给住在这些网格的人" help="都不选，就是全社区。">
          <ChipPicker
            many
            label="网格"
            options={grids}
            value={rule.grids}
            onChange={chosen => onChange({ ...rule, grids: chosen })}
          />
        </Labelled>
      ) : null}
      <Labelled label="和别的补贴一起算时">
        <Segmented
          label="和别的补贴一起算时"
          value={rule.onTop ? 'top' : 'one'}
          onChange={value => onChange({ ...rule, onTop: value === 'top' })}
          options={[
            { value: 'one', text: '只取最多的一条' },
            { value: 'top', text: '另外加补' },
          ]}
        />
      </Labelled>
      <BigButton small kind="plain" icon="trash" text="去掉这条补贴" onPress={onRemove} />
    </>
  );
}
