import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { OpenButton } from '../../../components/OpenButton';
import { QrCard } from '../../../components/QrCard';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { addressOf, useParams } from '../../../services/go';
import { isWeapp, systemNow } from '../../../services/platform';
import { useShare } from '../../../services/share';
import { useBright } from '../../canteen/order/useBright';
import { type Pass, paramsOf, passOf, passText, whenText } from '../pickup/pass';
import { codeText } from '../words';

const PAGE = 'pages/care/card/index';

const Show = ({ pass }: { pass: Pass }) => (
  <>
    <Card title="请您接孩子">
      <QrCard
        text={pass.code}
        number={codeText(pass.code)}
        label={`二维码，接送码 ${pass.code.split('').join(' ')}`}
        help="给老师看，或念这 6 个数字，再报您的姓名"
      />
    </Card>
    <Card>
      <View className="row">
        <View className="grow">
          <View className="t-body">{whenText(pass)}</View>
          {pass.where ? <View className="t-body">{pass.where}</View> : null}
        </View>
        <ReadAloud text={passText(pass)} />
      </View>
      <View className="t-secondary">只在这一天有用，接走一次就作废。请不要转给别人。</View>
    </Card>
  </>
);

/** How the guardian passes it on: a card in WeChat, or words for a text message. */
function Give({ pass }: { pass: Pass }) {
  const [copied, setCopied] = useState(false);
  const copy = async () =>
    setCopied(
      await Taro.setClipboardData({ data: passText(pass) }).then(
        () => true,
        () => false,
      ),
    );
  return (
    <>
      {isWeapp ? <OpenButton openType="share" text="用微信发过去" /> : null}
      <BigButton kind={isWeapp ? 'secondary' : 'primary'} icon="page" text="复制文字发过去" onPress={copy} />
      {copied ? (
        <View className="t-body" {...aria({ role: 'status', live: 'polite' })}>
          ✓ 复制好了，去短信或微信里粘贴，发给来接的人。
        </View>
      ) : null}
    </>
  );
}

const Over = () => <Empty icon="clock" title="这个接送码已经过期" next="码只在那一天有用。请联系孩子的监护人重新授权。" />;

/** A code passed on: whoever opens it needs no account and no network, and learns nobody's name. */
export default function CardPage() {
  const { mine, code, day, to, where } = useParams();
  const pass = passOf({ code, day, to, where });
  const over = pass !== undefined && pass.day < dayOf(systemNow());
  useBright(pass !== undefined && !over && !mine);
  const address = pass ? addressOf(PAGE, paramsOf(pass)).slice(1) : PAGE;
  useShare({ title: pass ? `请您${whenText(pass)}接孩子，点开有接送码` : '接孩子', path: address });
  return (
    <Screen title="接孩子" first={!mine}>
      {pass === undefined ? (
        <Empty icon="code" title="这里没有接送码" next="链接可能不完整，请让孩子的监护人重新发一次。" />
      ) : null}
      {over ? <Over /> : null}
      {pass && !over ? <Show pass={pass} /> : null}
      {pass && !over && mine ? <Give pass={pass} /> : null}
    </Screen>
  );
}
