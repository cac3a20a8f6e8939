/** What the home page asks. Kept on the phone, so that it opens without network. */
import type { CanteenContract } from '../../../types/canteen';
import type { CourierContract } from '../../../types/courier';
import type { PeopleContract } from '../../../types/people';
import { door } from '../../services/door';
import { useQueryOf } from '../../services/useDoor';

const people = door<PeopleContract>('people');
const canteen = door<CanteenContract>('canteen');
const courier = door<CourierContract>('courier');

export const useMe = () => useQueryOf(people, 'me', {}, { keep: true });
export const useLetters = () => useQueryOf(courier, 'letters', {}, { keep: true });
/** Only who has joined has orders. */
export const useMyOrders = (joined: boolean) => useQueryOf(canteen, 'myOrders', {}, { keep: true, when: joined });
