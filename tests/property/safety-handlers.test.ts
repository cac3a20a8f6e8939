/** The same on the real handlers: functions that die at every kind of moment, webhooks again and again, rings side by side. */
import * as fc from 'fast-check';
import { openWorld, type World } from '../world';
import { alertsOf, deviceCall, type Registered, registered } from '../world/safety';

let world: World;
let run = 0;

beforeAll(async () => {
  // Only the timers of these two functions matter here, and the test rings them itself.
  world = await openWorld({ residents: 60, past: 0, fill: 0 }, { catchUp: false });
  await world.at('00:30');
});
afterAll(() => world.stop());

const send = async (device: Registered, eventId: string): Promise<number> => {
  const { path, body, headers } = deviceCall(world, device, { eventId, type: 'alarm' });
  return fetch(`${world.url}${path}`, { method: 'POST', headers, body }).then(
    reply => reply.status,
    () => 0,
  );
};

const fault = fc.constantFrom('crash-after-commit' as const, 'timeout' as const, 'error' as const, 'conflict' as const);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ring' as const), n: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('webhook' as const), n: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fault, n: fc.nat(1) }) },
);

test('alarms, deaths and rings in any order: one alert, every report once, every rung once and in order, every call a letter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async steps => {
      run += 1;
      world.faults.clear();
      const elder = `r-${run}`;
      const device = await registered(world, 'gas', elder);
      const sent = new Set<string>();
      const begin = async (eventId: string) => {
        sent.add(eventId);
        // The vendor sends until it is answered.
        for (let attempt = 0; attempt < 5; attempt++) if ((await send(device, eventId)) === 200) return;
      };
      await begin('e0');
      for (const { do: what, n } of steps) {
        if (what === 'ring') {
          await world.advance(61_000);
          await Promise.all(
            [world.fire('safety'), world.fire('safety'), n ? world.fire('courier') : undefined].map(each =>
              each?.catch(() => undefined),
            ),
          );
        } else if (what === 'webhook') await Promise.all([begin(`e${n}`), begin(`e${n}`)]);
        else world.faults.add({ target: n ? 'alerts' : 'database.modifyDocument', kind: what, times: 1 });
      }
      world.faults.clear();
      await world.advance(61_000);
      await world.fire('safety');
      // The courier that was called right after a deed may have died as well, twice with its lease; its next rings have everything.
      for (let ring = 0; ring < 3; ring++) {
        await world.advance(61_000);
        await world.fire('courier');
      }
      const found = alertsOf(world, { subjectId: elder });
      expect(found).toHaveLength(1);
      const [alert] = found;
      expect([alert!.reports, new Set(alert!.causes).size]).toEqual([sent.size, sent.size]);
      const fired = alert!.timeline
        .filter(({ what }) => what === 'paged' || what === 'skipped')
        .map(({ round, rung }) => [round, rung]);
      const expected = fired.map((_unused, i) => [1 + Math.floor(i / 3), i % 3]);
      expect(fired).toEqual(expected);
      const calls = world.engine.peek('letters', { about: `safety:alert:gas~${elder}~1`, to: 'wx-zhouzhuren' }, 100);
      const office = alert!.timeline.filter(({ what, text }) => what === 'paged' && text.includes('周主任'));
      expect(calls).toHaveLength(office.length);
      await world.as('wx-zhouzhuren').then(person => person.safety('resolve', { id: `gas~${elder}~1`, resolution: 'fine' }));
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 300_000);
