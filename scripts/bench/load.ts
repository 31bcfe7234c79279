import { CROWD, Crowd } from '../../tests/driver/crowd.ts';
import { withBoth } from './both.ts';
import { atMostMore, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { inTurns } from './rounds.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

const SWITCHES = 500;
const LIMIT_MS = 300;
/** What a person may press one after the other. The last one answers the reminder. */
const COMMANDS = ['pause', 'resume', 'snooze'];
const DUE = { minutesAtScreen: 31 };

/** How soon a command is answered while a reminder is due, and one tab of very many after the other is in view. */
export function load({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const inside = { exhale: await both.inside('exhale'), empty: await both.inside('empty') };
    const crowd = await Crowd.open(both.exhale.browser);
    const times = rounds * COMMANDS.length;
    const samples = await inTurns(times, async (side, time) => {
      const command = COMMANDS[time % COMMANDS.length] ?? '';
      if (command === COMMANDS[0]) await both.work(DUE);
      const switched = crowd.switchTabs(Math.ceil(SWITCHES / times / 2));
      const ms = await inside[side].evaluate(answerMs, command);
      await switched;
      return ms;
    });
    const name = {
      what: `${CROWD.tabs} tabs in ${CROWD.windows} windows, ${SWITCHES} switches while a break is due: a command → its answer`,
      beside: 'it answers a message at once',
    };
    return [atMostMore(name, { p50: LIMIT_MS, p95: LIMIT_MS }, 'ms', samples)];
  });
}

async function answerMs(type: string): Promise<number> {
  const sentAtMs = performance.now();
  await browser.runtime.sendMessage({ type });
  return performance.now() - sentAtMs;
}
