import { View } from '@tarojs/components';
import { useState } from 'react';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { mayOpen } from '../nav';
import { useGroups, useNoticeSettings } from '../notice/queries';
import { Desk } from '../parts/Desk';
import { useMe, useTree } from '../queries';
import { GroupsOf } from './Groups';
import { SettingsForm } from './SettingsForm';
import { TemplatesOf } from './Templates';

type Tab = 'groups' | 'templates' | 'settings';

/** 分组与设置: groups for everybody who sends, templates and limits for the office. */
export default function NoticeSetup() {
  const [tab, setTab] = useState<Tab>('groups');
  const groups = useGroups();
  const tree = useTree();
  const settings = useNoticeSettings();
  const office = mayOpen('tree', useMe().data?.roles ?? []);
  return (
    <Desk title="分组与设置" of={groups}>
      {data => (
        <View className="col narrow">
          {office ? (
            <Segmented<Tab>
              label="看什么"
              value={tab}
              onChange={setTab}
              options={[
                { value: 'groups', text: '分组' },
                { value: 'templates', text: '模板' },
                { value: 'settings', text: '规则' },
              ]}
            />
          ) : null}
          {tab === 'groups' && tree.data ? <GroupsOf groups={data.groups} tree={tree.data} /> : null}
          {tab === 'groups' || settings.data || settings.failure ? null : <Skeleton cards={2} />}
          {tab !== 'groups' && settings.failure ? <Failed failure={settings.failure} onRetry={settings.reload} /> : null}
          {tab === 'templates' && settings.data ? <TemplatesOf settings={settings.data} /> : null}
          {tab === 'settings' && settings.data ? <SettingsForm settings={settings.data} /> : null}
        </View>
      )}
    </Desk>
  );
}
