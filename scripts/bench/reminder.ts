import { until } from '../../tests/driver/wait.ts';
import { saying, word } from '../../tests/driver/words.ts';
import { type Both, withBoth } from './both.ts';
import { atMostTimes, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { inTurns, type Side } from './rounds.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

const LIMIT = { p50: 1.5, p95: 2 };
/** Within this time everything of both extensions is gone. */
const SOON_MS = 8000;
const AT_ONCE = { settings: { patienceMinutes: 0 } };

/** From the moment at which a break falls due, with no process of the extension there, to the reminder. */
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

/** Gives back for when the alarm is set that opens the window. */
async function fallsDue(both: Both, side: Side): Promise<number> {
  const minutesAtScreen = 30 - SOON_MS / 60_000;
  // Exhale lives on while the other is measured, and must not be about to ask.
  await both.work({ ...AT_ONCE, minutesAtScreen: side === 'exhale' ? minutesAtScreen : 3 });
  if (side === 'empty') return both.alarmOfEmpty('window', Date.now() + SOON_MS);
  const [alarm] = await both.exhale.alarms();
  return alarm?.scheduledTime ?? Number.NaN;
}

/** From "Later" in the reminder, with no worker there, to the window gone and the icon changed. */
export function later({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const samples = await inTurns(rounds, async (side) => {
      await both.makeCold();
      await both.work({ ...AT_ONCE, minutesAtScreen: side === 'exhale' ? 30.1 : 3 });
      if (side === 'empty') await both.alarmOfEmpty('window', Date.now());
      const page = await both.page(side, 'prompt.html');
      await page.find('button', LATER);
      const inside = await both.inside(side);
      const before = await inside.evaluate(iconOf);
      await both.stopWorkers();
      const gone = whenGone(both, page.targetId);
      const changed = inside.evaluate(whenIconIsNot, before);
      const pressed = both.hear(inside, 'pressed');
      await page.click('button', LATER);
      return Math.max(await gone, await changed) - (await pressed);
    });
    const name = {
      what: '“Later” in the reminder, cold → gone, and the icon changed',
      beside: 'a message closes the window and sets an icon',
    };
    return [atMostTimes(name, LIMIT, 'ms', samples)];
  });
}

const LATER = saying(word('common_later'));

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

type Painted = { icon: string } | undefined;

const iconOf = async (): Promise<string> =>
  ((await browser.storage.session.get('painted')).painted as Painted)?.icon ?? '';

/** When the worker has written down that the browser shows another icon; while it paints, it writes none. */
function whenIconIsNot(before: string): Promise<number> {
  return new Promise((resolve) => {
    browser.storage.session.onChanged.addListener(({ painted }) => {
      const { icon = '' } = (painted?.newValue as Painted) ?? {};
      if (icon !== '' && icon !== before) resolve(Date.now());
    });
  });
}
