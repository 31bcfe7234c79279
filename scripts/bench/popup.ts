import { say } from '../setup/command.mjs';
import { Chromium as Browser, type Chromium, type Ground } from './chromium.ts';
import { Page } from './devTools.ts';
import { emptyExtension } from './emptyExtension.ts';
import { atMost, type Figure, median } from './figure.ts';
import { keepMoving } from './input.ts';
import { seed } from './seed.ts';

const TIMES = 15;
const MINUTES = 16;

/** From the navigation to the dial with its real minutes, in turns with the first paint of an empty popup. */
export async function popup(ground: Ground): Promise<Figure[]> {
  const browser = await Browser.open(ground);
  const still = keepMoving(ground);
  try {
    const empty = await browser.load(emptyExtension(ground.dist));
    const exhale = await browser.install(ground.dist);
    // Both have a process already, as they would have while their workers run.
    await Page.open(browser.devTools, `${empty}/popup.html`);
    const page = await Page.open(browser.devTools, `${exhale}/icon/128.png`);
    await seed(page, MINUTES);
    const taken: Record<'empty' | 'exhale', number[]> = { empty: [], exhale: [] };
    for (let time = 0; time < TIMES; time++) {
      taken.empty.push(await untilSeen(browser, `${empty}/popup.html`, '0'));
      taken.exhale.push(await untilSeen(browser, `${exhale}/popup.html`, String(MINUTES)));
    }
    const name = `Popup: its dial with the real minutes, after an empty popup's first paint (median of ${TIMES})`;
    const more = median(taken.exhale) - median(taken.empty);
    say(`  empty ${told(taken.empty)}; Exhale ${told(taken.exhale)}`);
    return [atMost(40, 'ms', name, more)];
  } finally {
    still();
    await browser.close();
  }
}

const told = (times: number[]): string =>
  `${median(times).toFixed(0)} ms (${times.map((ms) => ms.toFixed(0)).join(' ')})`;

/** Milliseconds from the navigation to the frame that shows an element with just these words. */
async function untilSeen(browser: Chromium, url: string, words: string): Promise<number> {
  const page = await Page.open(browser.devTools, 'about:blank');
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: probe(words) });
  await page.send('Page.navigate', { url });
  await page.holds('globalThis.seenAtMs');
  const seenAtMs = await page.evaluate<number>('seenAtMs');
  await page.close();
  return seenAtMs;
}

/** Notes when the frame with these words has been drawn, counted from the navigation. */
const probe = (words: string) => `{
  const look = () => {
    const says = (element) => element.childElementCount === 0 && element.textContent === '${words}';
    if (![...document.querySelectorAll('#root *')].some(says)) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => { globalThis.seenAtMs = performance.now(); };
      drawn.port2.postMessage('');
    });
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, characterData: true });
}`;
