import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../setup/command.mjs';
import { Chromium, type Ground } from './chromium.ts';
import { type Target, until } from './devTools.ts';
import { emptyExtension } from './emptyExtension.ts';
import { atMost, type Figure } from './figure.ts';
import { keepMoving } from './input.ts';
import { extensionProcesses } from './processes.ts';

const INPUT_SECONDS = 4 * 60;
const ALL_SECONDS = 6 * 60;
/** A worker dies 30 s after its last event, and its process with it. */
const DEATH_MS = 90_000;

/** What one extension used. */
interface Account {
  workerStarts: number;
  cpuSeconds: Map<number, number>;
  pssMb: number[];
}

/**
 * Six minutes in the background, beside an empty extension with the same permissions. One after the
 * other in the same browser: memory that two processes share would count half for each, and
 * only while both are there.
 */
export async function idling(ground: Ground): Promise<Figure[]> {
  const browser = await Chromium.open(ground);
  const still = keepMoving(ground);
  try {
    const folder = emptyExtension(ground.dist);
    await browser.load(folder);
    await browser.install(ground.dist);
    // The install is over; from here on each is loaded anew, as after an update.
    await allAsleep(browser);
    // Nothing ever wakes it again: when it sleeps, it has used what it uses in six minutes.
    const empty = await accountOf(
      browser,
      folder,
      () => extensionProcesses(browser.pid).length > 0,
    );
    say(`  the empty extension: ${told(empty)}`);
    const startedAtMs = performance.now();
    const seconds = () => (performance.now() - startedAtMs) / 1000;
    const exhale = await accountOf(browser, ground.dist, () => {
      if (seconds() >= INPUT_SECONDS) still();
      return seconds() < ALL_SECONDS;
    });
    say(`  Exhale: ${told(exhale)}`);
    return [
      atMost(
        4,
        '',
        'Worker starts in six minutes, more than of an empty extension',
        exhale.workerStarts - empty.workerStarts,
      ),
      atMost(0.3, 's', 'CPU in these six minutes, likewise', cpuOf(exhale) - cpuOf(empty)),
      atMost(
        1.3,
        'times',
        'Memory (PSS) while its process exists, of that of an empty extension',
        average(exhale.pssMb) / average(empty.pssMb),
      ),
    ];
  } finally {
    still();
    await browser.close();
  }
}

const allAsleep = (browser: Chromium) =>
  until(() => extensionProcesses(browser.pid).length === 0, 'both workers to end', DEATH_MS);

/** Loads an extension, and accounts for it once a second while `goesOn` says so. */
async function accountOf(
  browser: Chromium,
  folder: string,
  goesOn: () => boolean,
): Promise<Account> {
  const account: Account = { workerStarts: 0, cpuSeconds: new Map(), pssMb: [] };
  const stopCounting = browser.devTools.on(({ method, params }) => {
    const target = params.targetInfo as Target | undefined;
    if (method === 'Target.targetCreated' && target?.type === 'service_worker')
      account.workerStarts++;
  });
  const startedAtMs = performance.now();
  await browser.load(folder);
  await until(() => extensionProcesses(browser.pid).length > 0, 'a process of the extension');
  while (goesOn()) {
    for (const { pid, cpuSeconds, pssMb } of extensionProcesses(browser.pid)) {
      account.cpuSeconds.set(pid, cpuSeconds);
      account.pssMb.push(pssMb);
    }
    await sleep(1000 - ((performance.now() - startedAtMs) % 1000));
  }
  stopCounting();
  return account;
}

const cpuOf = ({ cpuSeconds }: Account): number =>
  [...cpuSeconds.values()].reduce((sum, seconds) => sum + seconds, 0);

const average = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const told = (account: Account): string =>
  `${account.workerStarts} worker starts, ${cpuOf(account).toFixed(2)} s of CPU, ` +
  `${average(account.pssMb).toFixed(1)} MB in ${account.pssMb.length} s of ${account.cpuSeconds.size} processes`;
