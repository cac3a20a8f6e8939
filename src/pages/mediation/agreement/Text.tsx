import { Image, View } from '@tarojs/components';
import type { AgreementContent, CaseView } from '../../../../types/mediation';
import { dateText } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { ReadAloud } from '../../../components/ReadAloud';
import { Tag } from '../../../components/Tag';
import { contentsOf, SIDE_TEXT } from '../words';
import { promiseText, signaturesOf, spokenAgreement } from './words';

/** The agreement word by word. */
export const Text = ({ content }: { content: AgreementContent }) => (
  <>
    <Card title="调解协议书" aside={<ReadAloud text={spokenAgreement(content)} />}>
      <View className="t-secondary">{content.number}</View>
      <View className="t-body">{`${SIDE_TEXT.applicant}：${content.applicant.name}`}</View>
      <View className="t-body">{`${SIDE_TEXT.respondent}：${content.respondent.name}`}</View>
      <View className="t-secondary">{`${dateText(content.on)}，${content.place}`}</View>
    </Card>
    <Card title="事情经过">
      <View className="t-body words">{content.facts}</View>
    </Card>
    <Card title="双方说好">
      <View className="col">
        {content.terms.map((term, at) => (
          <View key={term} className="t-body words">{`${at + 1}. ${term}`}</View>
        ))}
      </View>
    </Card>
    {content.promises.length > 0 ? (
      <Card title="谁来做、什么时候做完">
        <View className="col">
          {content.promises.map(promise => (
            <View key={promise.what} className="t-body">
              {promiseText(promise, content)}
            </View>
          ))}
        </View>
      </Card>
    ) : null}
  </>
);

/** Who has signed and whose turn it is; the signatures of this round as they were written. */
export const Signatures = ({ view }: { view: CaseView }) => {
  const { agreement } = view;
  if (!agreement || agreement.form === 'oral') return null;
  const images = contentsOf(view.parts, 'signature').filter(({ content }) => content.round === agreement.round);
  return (
    <>
      <List label="签名">
        {signaturesOf(view).map(({ who, done }) => (
          <Row key={who} title={who} aside={<Tag word={done ? '已签' : '还没签'} tone={done ? 'success' : 'warning'} />} />
        ))}
        {agreement.waitsFor ? <Row title={agreement.waitsFor} /> : null}
      </List>
      {images.map(({ id, content }) => (
        <Image key={id} className="signed" src={`data:image/png;base64,${content.image}`} mode="aspectFit" aria-label="签名" />
      ))}
    </>
  );
};
