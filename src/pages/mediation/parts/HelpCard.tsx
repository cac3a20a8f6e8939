import { View } from '@tarojs/components';
import type { Help } from '../../../../types/mediation';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';

/** Whom to call at once, one tap each. */
export const HelpCard = ({ help, title = '有危险，马上打电话' }: { help: Help; title?: string }) => (
  <Card tone="danger" title={title}>
    <View className="col">
      <View className="t-body">{help.text}</View>
      <View className="row-wrap">
        {help.lines.map(({ name, phone }, at) => (
          <CallButton key={phone} phone={phone} text={`${phone} ${name}`} kind={at === 0 ? 'primary' : 'secondary'} />
        ))}
      </View>
    </View>
  </Card>
);
