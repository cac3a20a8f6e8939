import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';

interface Props {
  /** Absent: the elder's own. */
  elderId?: string;
  /** People of the alert path with something red. */
  reds?: number;
  /** The elder's own consents are the elder's alone to change. */
  own: boolean;
  /** The elder lets this relative see the health file. */
  health?: boolean;
  /** This year's check-up has not been. */
  checkUpDue?: boolean;
}

/** Everything else about an elder's safety, one line each. */
export const Ways = ({ elderId, reds, own, health = true, checkUpDue = false }: Props) => {
  const open = (page: string) => () => go(`pages/safety/${page}/index`, { elderId });
  return (
    <List label="更多">
      <Row title="外出报备" text="出门几天，先说一声，免得大家着急" onPress={open('absence')} />
      <Row
        title="通知检查"
        text={reds ? `${reds} 个人可能收不到通知，点开看怎么办` : '出事时，能不能通知到每个人'}
        onPress={open('path')}
      />
      {own ? <Row title="授权与隐私" text="家人能看到什么，由您定" onPress={open('consent')} /> : null}
      <Row title="健康档案" text={health ? '急救卡、体检结果，救人时用得上' : '老人还没有同意给您看'} onPress={open('health')} />
      <Row title="出事先找谁" text="谁先接到电话，可以请社区改" onPress={open('ladder')} />
      <Row title="防走失码" text="走失时，好心人扫一扫就能联系社区" onPress={open('codes')} />
      <Row
        title="免费体检"
        text={checkUpDue ? '今年还没体检，点开约日子、看预约' : '预约每年一次的体检和接送'}
        aside={checkUpDue ? <Tag word="还没体检" tone="warning" /> : undefined}
        onPress={open('checkup')}
      />
    </List>
  );
};
