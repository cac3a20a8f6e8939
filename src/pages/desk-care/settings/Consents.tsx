import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { PURPOSE_TEXT } from '../words';
import type { SettingsDraft } from './draft';
import type { PartProps } from './index';

type ConsentDraft = SettingsDraft['consents'][number];

/** The texts that guardians agree to. A changed text needs a new version: nobody agreed to words they never read. */
export const Consents = ({ draft, wrong, set }: PartProps) => (
  <Card title="知情同意书">
    <View className="col">
      <View className="t-secondary">改了内容，请把版本号加一：监护人下次会重新读、重新决定。</View>
      {draft.consents.map(each => {
        const change = (next: Partial<ConsentDraft>) =>
          set({ consents: draft.consents.map(old => (old.purpose === each.purpose ? { ...old, ...next } : old)) });
        const name = PURPOSE_TEXT[each.purpose];
        return (
          <View key={each.purpose} className="care-outcome">
            <Field
              kind="long"
              label={`${name}，内容`}
              value={each.text}
              max={1500}
              onChange={text => change({ text })}
              error={wrong[`${each.purpose}.text`]}
            />
            <View className="care-two">
              <Field
                kind="number"
                label={`${name}，第几版`}
                value={each.version}
                max={3}
                onChange={version => change({ version })}
                error={wrong[`${each.purpose}.version`]}
              />
              <Field
                kind="number"
                label={`${name}，同意一次管几个月`}
                value={each.months}
                max={2}
                onChange={months => change({ months })}
                error={wrong[`${each.purpose}.months`]}
              />
            </View>
          </View>
        );
      })}
    </View>
  </Card>
);
