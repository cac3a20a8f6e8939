import { View } from '@tarojs/components';
import type { CaseKind, Guide } from '../../../../types/mediation';
import type { Me } from '../../../../types/people';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { HelpCard } from '../parts/HelpCard';
import { Hint } from '../parts/Lines';
import { Tell } from '../parts/Tell';
import { Tiles } from '../parts/Tiles';
import { speaksOfDanger } from '../sense';
import { KIND } from '../words';
import type { Draft, Gaps, Step } from './draft';
import { Files } from './Files';
import { BuildingChips, HomeFields } from './Home';
import { Question, Session } from './Rest';

export interface StepProps {
  draft: Draft;
  gaps: Gaps;
  guide: Guide;
  change: (part: Partial<Draft>) => void;
}

const Gap = ({ text }: { text: string | undefined }) => (text ? <View className="apply-gap">{text}</View> : null);

/** For whom: oneself, or an elder to whom one is bound. */
export const Who = ({ draft, gaps, change, me }: Omit<StepProps, 'guide'> & { me: Me }) => (
  <Card title="给谁申请？">
    <Tiles
      wide
      label="给谁申请"
      options={[
        { value: '', text: '给我自己', icon: 'person' as const },
        ...me.elders.map(({ id, name, relation }) => ({
          value: id,
          text: `替${name}`,
          about: relation,
          icon: 'people' as const,
        })),
      ]}
      value={draft.forResident}
      onChange={forResident => change({ forResident })}
    />
    <Gap text={gaps.forResident} />
  </Card>
);

const Kind = ({ draft, gaps, guide, change }: StepProps) => (
  <Card title="是哪一类的事？">
    <Tiles
      label="哪一类"
      options={guide.kinds.map(({ kind, name }) => ({ value: kind, text: name, icon: KIND[kind as CaseKind].icon }))}
      value={draft.kind}
      onChange={kind => change({ kind })}
    />
    <Gap text={gaps.kind} />
  </Card>
);

const Danger = ({ draft, gaps, guide, change }: StepProps) => (
  <>
    {draft.danger ? <HelpCard help={guide.help} /> : null}
    <Card title="现在有没有人身危险？">
      <Tiles
        wide
        label="有没有危险"
        options={[
          { value: 'no', text: '没有危险', icon: 'heart' as const },
          { value: 'yes', text: '有危险', about: '有人动手、威胁，或者要伤害自己、伤害别人', icon: 'warning' as const },
        ]}
        value={draft.danger === undefined ? undefined : draft.danger ? 'yes' : 'no'}
        onChange={value => change({ danger: value === 'yes' })}
      />
      <Gap text={gaps.danger} />
      {draft.danger ? <Hint icon="warning" text="请先打电话，人安全了再接着填。调解代替不了报警和急救。" /> : null}
    </Card>
  </>
);

const TEXTS = {
  what: { title: '是什么事？', label: '事情经过', max: 2000, placeholder: '比如：楼上卫生间漏水，我家天花板湿了一大片。' },
  where: { title: '在哪里？', label: '地点', max: 100, placeholder: '比如：3栋2单元501的卫生间' },
  since: { title: '从什么时候开始的？', label: '时间', max: 60, placeholder: '比如：上个月开始，一下雨就漏' },
  fair: { title: '您希望怎么解决？', label: '您的希望', max: 1000, placeholder: '比如：把漏的地方修好，一起看看天花板怎么弄' },
} as const;

const Text = ({ step, draft, gaps, guide, change }: StepProps & { step: keyof typeof TEXTS }) => {
  const { title, label, max, placeholder } = TEXTS[step];
  return (
    <>
      {step === 'what' && speaksOfDanger(draft.what, guide.dangerWords) ? <HelpCard help={guide.help} /> : null}
      <Card title={title}>
        <Tell
          label={label}
          value={draft[step]}
          max={max}
          placeholder={placeholder}
          error={gaps[step]}
          onChange={text => change({ [step]: text })}
        />
        {step === 'where' ? (
          <BuildingChips label="在哪栋楼（选填）" value={draft.atBuilding} onChange={atBuilding => change({ atBuilding })} />
        ) : null}
        {step === 'what' ? <Hint icon="lock" text="这些话会锁起来，只有您和调解员看得到，对方看不到。" /> : null}
      </Card>
    </>
  );
};

const IS = [
  { value: 'resident', text: '本小区的邻居', icon: 'home' },
  { value: 'company', text: '物业或别的单位', icon: 'grid' },
  { value: 'person', text: '别的人', icon: 'person' },
] as const;

const Whom = ({ draft, gaps, change }: StepProps) => (
  <Card title="和谁的事？">
    <Tiles wide label="对方是" options={IS} value={draft.is} onChange={is => change({ is })} />
    <View className="apply-fields">
      <Field
        label={draft.is === 'company' ? '单位名称' : '对方怎么称呼'}
        value={draft.name}
        max={40}
        placeholder={draft.is === 'company' ? '比如：幸福物业公司' : '比如：赵先生、楼上邻居'}
        error={gaps.name}
        onChange={name => change({ name })}
      />
      {draft.is === 'resident' ? (
        <HomeFields draft={draft} change={change} />
      ) : (
        <Field
          optional
          label={draft.is === 'company' ? '在哪里' : '对方住哪里'}
          value={draft.address}
          max={80}
          onChange={address => change({ address })}
        />
      )}
      <Field
        optional
        kind="phone"
        label="对方的手机号"
        value={draft.phone}
        max={11}
        error={gaps.phone}
        onChange={phone => change({ phone })}
      />
    </View>
  </Card>
);

/** The screen of one step. */
export function StepOf({ step, me, ...props }: StepProps & { step: Exclude<Step, 'check'>; me: Me }) {
  if (step === 'who') return <Who {...props} me={me} />;
  if (step === 'kind') return <Kind {...props} />;
  if (step === 'danger') return <Danger {...props} />;
  if (step === 'whom') return <Whom {...props} />;
  if (step === 'files') return <Files {...props} />;
  if (step === 'session') return <Session {...props} />;
  if (step === 'what' || step === 'where' || step === 'since' || step === 'fair') return <Text {...props} step={step} />;
  return <Question {...props} id={step.slice(2)} />;
}
