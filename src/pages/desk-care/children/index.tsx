import { View } from '@tarojs/components';
import { useState } from 'react';
import { Split } from '../../../components/Split';
import { useParams } from '../../../services/go';
import { Desk } from '../../desk/parts/Desk';
import { FindChild } from '../parts/FindChild';
import { Inner } from '../parts/Inner';
import { useTerms } from '../queries';
import { ChildOf } from './ChildOf';
import '../desk-care.css';

/** 孩子: found by name or pinyin; who decides, who collects, what was agreed to. */
export default function ChildrenPage() {
  const { id } = useParams();
  // Not its data: it tells whether this person may be here at all.
  const terms = useTerms();
  const [openId, setOpenId] = useState<string | undefined>(id);
  return (
    <Desk title="托管的孩子" of={terms}>
      {() => (
        <>
          <Inner here="children" />
          <View className="care-board">
            <Split
              hint="找到孩子以后，点名字看资料"
              onBack={() => setOpenId(undefined)}
              detail={openId ? <ChildOf key={openId} id={openId} /> : undefined}
              list={
                <View className="col">
                  <FindChild
                    label="找孩子"
                    onChoose={child => setOpenId(child.id)}
                    none="第一次来的，请在“报名”里代家长报名，或请监护人在手机上登记。"
                  />
                  <View className="desk-note">您看过哪个孩子的健康信息，会记下来，监护人看得到。</View>
                </View>
              }
            />
          </View>
        </>
      )}
    </Desk>
  );
}
