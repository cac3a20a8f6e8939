import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Screen } from '../../../components/Screen';
import { isWeapp } from '../../../services/platform';
import { openPrivacyContract } from '../../../services/privacy';

const PARTS: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: '近邻是做什么的',
    lines: ['社区食堂订餐：看菜单、订饭、出示取餐码。', '家人和社区工作人员可以帮老人办，老人自己不用手机也行。'],
  },
  {
    title: '我们知道您的什么',
    lines: [
      '姓名、出生日期、电话、住址：来自社区名册，用来认出您、算补贴。',
      '忌口和过敏：只给食堂看，免得吃错。',
      '订餐记录：用来备餐和结算补贴。',
      '不收身份证号，不收人脸，不跟踪位置。',
    ],
  },
  {
    title: '谁能看到',
    lines: ['您自己，和您同意关联的家人。', '负责您这一片的社区工作人员，每次查看都有记录。', '别人都看不到，也不卖给任何人。'],
  },
  {
    title: '您可以',
    lines: ['在“我的”里把资料导出来，或者注销账号。', '资料写错了，请社区工作人员改。'],
  },
  {
    title: '紧急情况',
    lines: ['近邻不能代替急救、报警和火警。有危险请马上打 120、110 或 119。'],
  },
];

/** What this is, what it knows about a person, and what a person can do about it; in plain words. */
export default function AboutPage() {
  return (
    <Screen title="关于和隐私">
      {PARTS.map(({ title, lines }) => (
        <Card key={title} title={title}>
          <View className="col">
            {lines.map(line => (
              <View key={line} className="t-body">
                {line}
              </View>
            ))}
          </View>
        </Card>
      ))}
      {isWeapp ? <BigButton kind="secondary" text="看《隐私保护指引》全文" onPress={openPrivacyContract} /> : null}
    </Screen>
  );
}
