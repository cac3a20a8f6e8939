import { View } from '@tarojs/components';
import { Refused } from '../../../components/Refused';
import { Failure } from '../../../services/door';
import { useParams } from '../../../services/go';
import { Desk } from '../../desk/parts/Desk';
import { Inner } from '../parts/Inner';
import { CaseOf } from './CaseOf';

/** One case by itself: from a message, or where the screen is narrow. Its title names nobody. */
export default function CasePage() {
  const { id } = useParams();
  return (
    <Desk title="调解案件">
      <View className="col narrow">
        <Inner here="case" />
        {id ? <CaseOf key={id} id={id} /> : <Refused failure={new Failure('NOT_FOUND')} />}
      </View>
    </Desk>
  );
}
