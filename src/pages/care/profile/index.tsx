import { useParams } from '../../../services/go';
import { Adding } from './Adding';
import { Changing } from './Changing';
import '../parts/parts.css';

/** 登记孩子, or changing what is written about one. */
export default function ProfilePage() {
  const { childId } = useParams();
  return childId ? <Changing childId={childId} /> : <Adding />;
}
