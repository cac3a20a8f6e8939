import type { DeliveryContract, StandingContract } from '../../../types/canteen';
import type { Instant } from '../../../types/time';
import { type Day, OFFICE, type Samples, WANG } from './shape';

const LIMIN = 'wx-limin';
const CARRIER = OFFICE;

export const standingSamples = (day: Day): Samples<StandingContract> => {
  const id = `${WANG}~lunch`;
  const wish = { period: 'lunch', weekdays: [1, 2, 3, 4, 5, 6, 7], want: 'first', way: 'pickup', from: day } as const;
  return {
    standing: { by: LIMIN, input: { dinerId: WANG } },
    saveStanding: { by: LIMIN, input: { ...wish, weekdays: [...wish.weekdays], dinerId: WANG } },
    setStanding: { by: LIMIN, input: { id, status: 'paused' } },
    skipStanding: { by: LIMIN, input: { id, day } },
    changeOrder: { by: LIMIN, input: { id: `${day}:lunch:${WANG}`, way: 'pickup', lines: [{ dishId: 'X1', count: 1 }] } },
    standingList: { by: OFFICE, input: {} },
  };
};

/** A round and an order that nobody has: what matters is who may ask. */
export const deliverySamples = (day: Day): Samples<DeliveryContract> => {
  const id = `${day}:lunch:g1:1`;
  const orderId = `${day}:lunch:${WANG}`;
  const at = 1_795_000_000_000 as Instant;
  const grant = { dinerId: WANG, reason: 'livesAlone', from: day } as const;
  const settings = { standingDays: 7, roundMost: 8, minutesToDoor: 40, hotAtLeast: 60, warnMinutes: 45 };
  return {
    recipient: { by: LIMIN, input: { dinerId: WANG } },
    askDelivery: { by: LIMIN, input: grant },
    saveDoor: { by: LIMIN, input: { dinerId: WANG, doorNote: '按门铃慢一点' } },
    recipients: { by: OFFICE, input: {} },
    grantDelivery: { by: OFFICE, input: grant },
    declineDelivery: { by: OFFICE, input: { dinerId: WANG, reason: '已经康复' } },
    rounds: { by: OFFICE, input: { day } },
    makeRounds: { by: OFFICE, input: { mealId: `${day}:lunch` } },
    assignRound: { by: OFFICE, input: { id, account: CARRIER } },
    deliveryPhoto: { by: OFFICE, input: { orderId } },
    printRounds: { by: OFFICE, input: { day, period: 'lunch' } },
    deliverySettings: { by: OFFICE, input: {} },
    saveDeliverySettings: { by: OFFICE, input: settings },
    myRounds: { by: CARRIER, input: {} },
    takeRound: { by: CARRIER, input: { id } },
    giveBackRound: { by: CARRIER, input: { id } },
    leaveKitchen: { by: CARRIER, input: { id, celsius: 72, at } },
    recordDelivery: { by: CARRIER, input: { roundId: id, orderId, outcome: 'handedOver', at } },
    finishRound: { by: CARRIER, input: { id } },
    doorPhotoTicket: { by: CARRIER, input: {} },
  };
};
