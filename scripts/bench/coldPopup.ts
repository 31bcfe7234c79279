import { withBoth } from './both.ts';
import { atMostTimes, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { inTurns } from './rounds.ts';

/** From the press of the icon to the dial with its number, with no process of the extension running. */
export function coldPopup({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    await both.work({ minutesAtScreen: 3.2 });
    const samples = await inTurns(rounds, async (side) => {
      await both.makeCold();
      const pressedAtMs = Date.now();
      await both.pressIcon(side);
      return (await both.seen(side, 'popup.html')) - pressedAtMs;
    });
    const name = {
      what: 'Icon pressed, cold → the dial with its minutes',
      beside: 'its empty popup is painted',
    };
    return [atMostTimes(name, { p50: 1.3, p95: 1.5 }, 'ms', samples)];
  });
}
