import { View } from '@tarojs/components';
import type { Face, Ratable } from '../../../types/canteen';
import { aria } from '../../components/aria';
import { FailureNote } from '../../components/FailureNote';
import { Press } from '../../components/Press';
import { sentenceOf } from '../../services/sentences';
import { useCommand } from '../../services/useDoor';
import { FACE_TEXT, rating } from './rating';
import './faces.css';

const FACES = Object.keys(FACE_TEXT) as Face[];

/** Three faces with their words; one tap, once for each meal. */
export function Faces({ meal }: { meal: Ratable }) {
  const rate = useCommand(rating, 'rateMeal');
  const { rate: may } = meal.may;
  if (meal.face) return <View className="t-body">{`您评了“${FACE_TEXT[meal.face]}”，谢谢。`}</View>;
  if (!may.ok) return <View className="t-secondary">{sentenceOf(may.code, may.details).title}</View>;
  return (
    <View className="col">
      <View className="faces" {...aria({ role: 'group', label: `${meal.dishes}怎么样` })}>
        {FACES.map(face => (
          <Press
            key={face}
            className="face"
            label={FACE_TEXT[face]}
            disabled={rate.busy}
            onPress={() => rate.run({ orderId: meal.orderId, face })}
          >
            <View className={`face-picture face-${face}`} aria-hidden="true" />
            <View>{FACE_TEXT[face]}</View>
          </Press>
        ))}
      </View>
      <FailureNote failure={rate.failure} onRetry={rate.retry} />
    </View>
  );
}
