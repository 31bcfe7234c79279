import { busyWeek } from '../../tests/driver/seed.ts';
import { withBoth } from './both.ts';
import { atMostMore, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { countOf, pressElement } from './press.ts';
import { inTurns } from './rounds.ts';

const CONTROL = 'section:not([hidden]) > fieldset:not([hidden]) [role=switch], [type=checkbox]';
const FRAME_MS = 1000 / 60;
const TWO_FRAMES_MS = Math.round(2 * FRAME_MS);

/** From the press of a switch in the settings to the frame that shows it. */
export function settingsControl({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    await both.work({ minutesAtScreen: 3 });
    // Below the rhythms, a busy week is replayed.
    await both.exhale.logged(busyWeek(Date.now()));
    const samples = await inTurns(rounds, async (side, round) => {
      const inside = await both.inside(side);
      const page = await both.exhale.browser.open(both.url(side, 'options.html#breaks-more'));
      const count = await countOf(page, CONTROL);
      const answered = both.hear(inside, 'answered');
      const pressed = both.hear(inside, 'pressed');
      // Another one each time, because some cause more work than others.
      await pressElement(page, CONTROL, '', round % count);
      const ms = (await answered) - (await pressed);
      await page.close();
      return ms;
    });
    const name = {
      what: 'A switch of the settings → the next paint, which shows it (at most two frames more)',
      beside: 'one checkbox on an empty page',
    };
    return [atMostMore(name, { p50: TWO_FRAMES_MS, p95: TWO_FRAMES_MS }, 'ms', samples)];
  });
}
