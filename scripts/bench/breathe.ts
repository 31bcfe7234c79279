import { word } from '../../tests/driver/words.ts';
import { withBoth } from './both.ts';
import { atMostTimes, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { countOf, pressElement } from './press.ts';
import { inTurns } from './rounds.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

const BREATHE = word('common_begin_breathing');

/** From "Breathe" in the popup, with the worker asleep, to the guide's first moving frame. */
export function breathe({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const samples = await inTurns(rounds, async (side) => {
      await both.makeCold();
      await both.work({ minutesAtScreen: 3 });
      const inside = await both.inside(side);
      if (side === 'empty')
        await inside.evaluate(() => browser.action.setPopup({ popup: 'breathe.html' }));
      await both.pressIcon(side);
      const popup = await both.page(side, side === 'empty' ? 'breathe.html' : 'popup.html');
      await countOf(popup, 'button', BREATHE);
      await both.stopWorkers();
      const pressed = both.hear(inside, 'pressed');
      const moves = both.hear(inside, 'moves');
      await pressElement(popup, 'button', BREATHE);
      return (await moves) - (await pressed);
    });
    const name = {
      what: '“Breathe” in the popup → the guide’s first moving frame',
      beside: 'a message opens an empty page with one moving box',
    };
    return [atMostTimes(name, { p50: 2, p95: 2.5 }, 'ms', samples)];
  });
}
