import { Chromium, type Ground } from './chromium.ts';
import { Page, type Target, until } from './devTools.ts';
import { atMost, type Figure } from './figure.ts';
import { keepMoving } from './input.ts';
import { extensionProcesses } from './processes.ts';

const SWITCHES = 500;
/** A checkpoint, and the half minute after which a worker without events ends. */
const SLEEPS_MS = 180_000;

/** How often a day of tab switching wakes the worker while nothing is due. */
export async function switches(ground: Ground): Promise<Figure[]> {
  const browser = await Chromium.open(ground);
  const still = keepMoving(ground);
  let starts = 0;
  browser.devTools.on(({ method, params }) => {
    const target = params.targetInfo as Target | undefined;
    if (method === 'Target.targetCreated' && target?.type === 'service_worker') starts++;
  });
  try {
    await browser.install(ground.dist);
    const tabs = [
      await Page.open(browser.devTools, 'about:blank'),
      await Page.open(browser.devTools, 'about:blank'),
    ];
    // From the end of a checkpoint on, it sleeps for a minute and a half.
    const begun = starts;
    await until(() => starts > begun, 'a checkpoint', SLEEPS_MS);
    const asleep = () => extensionProcesses(browser.pid).length === 0;
    await until(asleep, 'the worker to end', SLEEPS_MS);
    const before = starts;
    for (let times = 0; times < SWITCHES; times++)
      await browser.devTools.send('Target.activateTarget', {
        targetId: tabs[times % tabs.length]?.targetId,
      });
    const name = `Worker starts by ${SWITCHES} switches of tab while nothing is due`;
    return [atMost(0, '', name, starts - before)];
  } finally {
    still();
    await browser.close();
  }
}
