/** The doors of standing orders and of delivery, with their own sentences. */
import type { DeliveryContract, StandingContract } from '../../../types/canteen';
import { door } from '../../services/door';
import { deliverySays, standingSays } from './says';

export const standing = door<StandingContract>('canteen', standingSays);
export const delivery = door<DeliveryContract>('canteen', deliverySays);
