import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { systemNow } from '../../../services/platform';
import { useCommand } from '../../../services/useDoor';
import { courier } from '../queries';
import type { RobotDraft, Wrong } from './draft';

interface Props {
  robots: RobotDraft[];
  /** Keys of those the server knows: only these can be tried. */
  saved: readonly string[];
  wrong: Wrong;
  onChange: (robots: RobotDraft[]) => void;
}

const MOST = 20;

/** The robots of staff groups in WeCom. Their addresses are written once and never shown again. */
export function Robots({ robots, saved, wrong, onChange }: Props) {
  const test = useCommand(courier, 'tryChannels');
  const change = (key: string, next: Partial<RobotDraft>) =>
    onChange(robots.map(robot => (robot.key === key ? { ...robot, ...next } : robot)));
  const add = () => onChange([...robots, { key: `g${systemNow().toString(36)}`, name: '', webhook: '', ending: '' }]);
  return (
    <Card
      title="企业微信工作群"
      aside={<BigButton small kind="secondary" icon="plus" text="加一个群" disabled={robots.length >= MOST} onPress={add} />}
    >
      <View className="desk-note">在企业微信的群里添加“群机器人”，把它的地址粘贴到这里。普通微信群不能由系统发消息。</View>
      {robots.map(({ key, name, webhook, ending }) => (
        <View key={key} className="channels-robot">
          <Field
            label="群的名字"
            value={name}
            max={30}
            onChange={text => change(key, { name: text })}
            error={wrong[`${key}.name`]}
            placeholder="比如 网格长群"
          />
          <Field
            label="机器人的地址"
            value={webhook}
            max={200}
            onChange={text => change(key, { webhook: text })}
            error={wrong[`${key}.webhook`]}
            help={ending ? `已登记，末四位 ${ending}；不换就空着` : undefined}
          />
          <View className="row">
            {saved.includes(key) ? (
              <BigButton
                small
                kind="secondary"
                text="在群里试发"
                label={`在${name}试发`}
                onPress={() => test.run({ to: `robot:${key}` })}
              />
            ) : null}
            <BigButton
              small
              kind="plain"
              icon="trash"
              text="去掉"
              label={`去掉${name}`}
              onPress={() => onChange(robots.filter(robot => robot.key !== key))}
            />
          </View>
        </View>
      ))}
      <FailureNote failure={test.failure} onRetry={test.retry} />
    </Card>
  );
}
