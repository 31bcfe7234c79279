import { ALARM } from '../../shell/alarm.ts';
import { until } from '../../tests/driver/wait.ts';
import { word } from '../../tests/driver/words.ts';
import { type Both, withBoth } from './both.ts';
import { atMostTimes, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { countOf, pressElement } from './press.ts';
import { inTurns, type Side } from './rounds.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

const LIMIT = { p50: 1.5, p95: 2 };
/** Long enough for both processes to end. */
const SOON_MS = 8000;
const AT_ONCE = { settings: { patienceMinutes: 0 } };

/** From the moment a break is due, with no process of the extension running, to the painted reminder. */
export function reminder({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const samples = await inTurns(rounds, async (side) => {
      const dueAtMs = await fallsDue(both, side);
      await both.makeCold();
      if (Date.now() >= dueAtMs) throw new Error('it was due before everything was gone');
      return (await both.seen(side, 'prompt.html')) - dueAtMs;
    });
    const name = {
      what: 'A break falls due, cold → the reminder is painted',
      beside: 'an alarm opens an empty page in the same kind of window',
    };
    return [atMostTimes(name, LIMIT, 'ms', samples)];
  });
}

/** Sets an alarm that opens the window soon. Returns when it rings. */
async function fallsDue(both: Both, side: Side): Promise<number> {
  // Exhale also runs while the empty extension is measured, and must not remind then.
  const minutesAtScreen = side === 'exhale' ? 30 - SOON_MS / 60_000 : 3;
  await both.work({ ...AT_ONCE, minutesAtScreen });
  if (side === 'empty') return both.alarm(side, 'window', Date.now() + SOON_MS);
  const { state } = await both.exhale.stored();
  // Exhale never sets an alarm less than half a minute ahead. An earlier look would have set this one.
  return both.alarm(side, ALARM, (state?.screenSinceMs ?? 0) + 30 * 60_000 + 1);
}

/** From "Later" in the reminder, with the worker stopped, to the closed window and the changed icon. */
export function later({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const samples = await inTurns(rounds, async (side) => {
      await both.makeCold();
      await both.work({ ...AT_ONCE, minutesAtScreen: side === 'exhale' ? 30.1 : 3 });
      if (side === 'empty') await both.alarm(side, 'window', Date.now());
      const page = await both.page(side, 'prompt.html');
      await countOf(page, 'button', LATER);
      const inside = await both.inside(side);
      await both.stopWorkers();
      const gone = whenGone(both, page.targetId);
      const changed = inside.evaluate(whenIconIsPainted);
      const pressed = both.hear(inside, 'pressed');
      await pressElement(page, 'button', LATER);
      return Math.max(await gone, await changed) - (await pressed);
    });
    const name = {
      what: '“Later” in the reminder, cold → gone, and the icon changed',
      beside: 'a message closes the window and sets an icon',
    };
    return [atMostTimes(name, LIMIT, 'ms', samples)];
  });
}

const LATER = word('common_later');

/** When a page is closed. */
async function whenGone(both: Both, targetId: string): Promise<number> {
  let goneAtMs = 0;
  const stop = both.exhale.browser.devtools.on('Target.targetDestroyed', (gone) => {
    if (gone.targetId === targetId) goneAtMs = Date.now();
  });
  await until('the window is gone', () => goneAtMs > 0);
  stop();
  return goneAtMs;
}

/**
 * When the worker has noted what it painted. While it paints, no icon is noted. After "Later", Exhale's icon
 * keeps its picture and changes its title.
 */
function whenIconIsPainted(): Promise<number> {
  return new Promise((resolve) => {
    browser.storage.session.onChanged.addListener(({ painted }) => {
      if ((painted?.newValue as { icon: string } | undefined)?.icon) resolve(Date.now());
    });
  });
}
