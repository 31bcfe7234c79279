import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from '../../tests/driver/browser.ts';
import { press, stir } from '../../tests/driver/hands.ts';
import { type Both, withBoth } from './both.ts';
import { atMost, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { extensionProcesses } from './processes.ts';
import type { Side } from './rounds.ts';

const SECONDS = 30 * 60;
/** Longer than the half hour, so that no reminder comes in it. */
const INTERVAL_MINUTES = 35;
/** One more start of the worker per four minutes. */
const STARTS = 7;
const MOVES_EACH = 2;
const SWITCHES_EACH = 20;
const TABS = 3;
/** How long after its worker a process may be seen. */
const JUST_MS = 2500;
/** How often the alarm rings that notes the screen time (core/engine/wake.ts), with the default settings. */
const CHECKPOINT_MINUTES = 2;

/** Half an hour of pointer moves and tab switches, before the first reminder. */
export function halfHour({ dist }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const { exhale, empty } = await live(both);
    const beside = 'an alarm wakes it as often, and it does nothing';
    const what = 'Half an hour of work: ';
    return [
      {
        ...atMost(
          STARTS,
          'more',
          { what: `${what}starts of the worker`, beside },
          exhale.starts - empty.starts,
        ),
        exhale: `${exhale.starts}`,
        empty: `${empty.starts}`,
      },
      {
        ...atMost(
          1,
          's more',
          { what: `${what}time of the processor`, beside },
          exhale.cpuSeconds() - empty.cpuSeconds(),
        ),
        exhale: `${exhale.cpuSeconds().toFixed(2)} s`,
        empty: `${empty.cpuSeconds().toFixed(2)} s`,
      },
    ];
  });
}

/** What one extension used. */
class Account {
  starts = 0;
  private readonly processes = new Map<number, number>();

  note(pid: number, cpuSeconds: number): void {
    this.processes.set(pid, cpuSeconds);
  }

  cpuSeconds(): number {
    return [...this.processes.values()].reduce((sum, seconds) => sum + seconds, 0);
  }
}

/** Both are in one browser, so they get the same input. */
async function live(both: Both): Promise<Record<Side, Account>> {
  const { browser } = both.exhale;
  for (let tab = 1; tab < TABS; tab++) await both.exhale.visit('/reading');
  await both.work({
    minutesAtScreen: 0,
    settings: { rhythms: { short: { intervalMinutes: INTERVAL_MINUTES } } },
  });
  const accounts = { exhale: new Account(), empty: new Account() };
  await both.ringEach('empty', CHECKPOINT_MINUTES);
  const emptyPid = await both.wakeCold();
  // Both have started once already.
  accounts.exhale.starts = accounts.empty.starts = 1;
  const owners = new Map<number, Side>(
    extensionProcesses(browser.pid).map(({ pid }) => [pid, pid === emptyPid ? 'empty' : 'exhale']),
  );
  /** The workers that have just started, in order. A new process is that of the first. */
  let started: { side: Side; atMs: number }[] = [];
  const stop = browser.devtools.on('Target.targetCreated', ({ targetInfo }) => {
    const { type, url } = targetInfo as Target;
    if (type !== 'service_worker') return;
    const side = url.startsWith(both.url('empty', '')) ? 'empty' : 'exhale';
    accounts[side].starts++;
    started.push({ side, atMs: performance.now() });
  });
  const startedAtMs = performance.now();
  for (let second = 1; second <= SECONDS; second++) {
    for (const { pid, cpuSeconds } of extensionProcesses(browser.pid)) {
      const side = owners.get(pid) ?? started.shift()?.side;
      // The worker has not been heard of yet.
      if (side === undefined) continue;
      owners.set(pid, side);
      accounts[side].note(pid, cpuSeconds);
    }
    started = started.filter(({ atMs }) => performance.now() - atMs < JUST_MS);
    if (second % MOVES_EACH === 0) await stir();
    if (second % SWITCHES_EACH === 0) await press('ctrl+Tab');
    await sleep(Math.max(0, startedAtMs + second * 1000 - performance.now()));
  }
  stop();
  return accounts;
}
