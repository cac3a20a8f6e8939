/** `npm run bench [name …]`: measures and prints tables; code 1 when a figure misses its bound. */
import { buildFunctions } from '../../config/scripts/build-functions';
import { ensureBuilt } from '../../config/scripts/taro';
import { care } from './care';
import { courier } from './courier';
import { mediationFigures } from './mediation';
import { notices } from './notices';
import { papersBench } from './papers';
import { phone } from './phone';
import { roundTrips } from './round-trips';
import { rush } from './rush';
import { safety } from './safety';
import { sizes } from './sizes';
import { type Figure, printTable } from './table';
import { throughput } from './throughput';

const SECTIONS: Record<string, [title: string, measure: () => Promise<Figure[]>]> = {
  rush: ['A rush for 120 seats, 128 calls at once', rush],
  trips: ['Database round trips of an action', roundTrips],
  throughput: ['Bookings a second, end to end, 2 cores with the callers on them', throughput],
  notices: ['A notice to 12,000 people', notices],
  mediation: ['Mediation: round trips, and a long case file', mediationFigures],
  sizes: ['Sizes and starts', sizes],
  papers: ['Printed papers', papersBench],
  courier: ['Messages: a notice to everybody, an urgent one, the message centre', courier],
  safety: ['Safety: alarms at once, elders watched, a rung after a crash', safety],
  care: ['After-school care: 1,500 families at 60 places, the pick-up counter', care],
  phone: ['On the phone: the built mini-program', phone],
};

/** They measure the built mini-program. */
const OF_THE_PHONE = ['sizes', 'phone'];

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const names = asked.length > 0 ? asked : Object.keys(SECTIONS);
  await buildFunctions();
  if (names.some(name => OF_THE_PHONE.includes(name))) ensureBuilt('weapp');
  let missed = 0;
  for (const name of names) {
    const section = SECTIONS[name];
    if (!section) throw new Error(`no such section: ${name}; there are ${Object.keys(SECTIONS).join(', ')}`);
    missed += printTable(section[0], await section[1]());
  }
  console.log(missed === 0 ? '\nevery figure within its bound' : `\n${missed} figures miss their bound`);
  process.exit(missed === 0 ? 0 : 1);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
