import { setTimeout as sleep } from 'node:timers/promises';
import { withBoth } from './both.ts';
import { atMostTimes, percentile, type Row, type Samples } from './budget.ts';
import type { Ground } from './ground.ts';
import { extensionProcesses } from './processes.ts';

/** All readings fit into the 30 s that an idle worker lives. */
const READINGS = 5;
const EACH_MS = 2000;
const LIMIT = { p50: 1.4, p95: 1.4 };

/** The memory of both processes after an alarm has woken them, read at the same times. */
export function memory({ dist, rounds }: Ground): Promise<Row[]> {
  return withBoth(dist, async (both) => {
    const samples: Samples = { exhale: [], empty: [] };
    for (let round = 0; round < rounds; round++) {
      // Another minute each time, so that the icon and its title sometimes change.
      await both.work({ minutesAtScreen: 1 + (round % 28) });
      const emptyPid = await both.wakeCold();
      const readings: Samples = { exhale: [], empty: [] };
      for (let reading = 0; reading < READINGS; reading++) {
        await sleep(EACH_MS);
        for (const { pid, pssMb } of extensionProcesses(both.exhale.browser.pid))
          readings[pid === emptyPid ? 'empty' : 'exhale'].push(pssMb);
      }
      samples.exhale.push(percentile(readings.exhale, 50));
      samples.empty.push(percentile(readings.empty, 50));
    }
    const name = {
      what: 'Memory while its process exists',
      beside: 'an alarm wakes it, and it does nothing',
    };
    return [atMostTimes(name, LIMIT, 'MB', samples)];
  });
}
