import { setTimeout as sleep } from 'node:timers/promises';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { type Patience, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';

/** Keys pressed sooner after the page opened are meant for what was there before. */
const KEYS_COUNT_MS = 600;

/** Waits until the break is visible and accepts keys. */
export async function begun(page: Page): Promise<void> {
  await page.find('button', saying(word('break_leave')));
  await sleep(KEYS_COUNT_MS);
}

/** Waits until no break is running. */
export const untilOver = (exhale: ExhaleInChromium) =>
  until('the break is over', async () => (await exhale.view()).break === null);

/** Waits until the page of the break has closed. */
export const untilClosed = (exhale: ExhaleInChromium) =>
  until('the page of the break has closed', async () => !(await exhale.isOpen('break')));

/** Waits until the page offers to go back. */
export const untilDone = (page: Page) => page.find('button', saying(word('break_back')));

/** Waits until the first break of the day is recorded. */
export const recorded = (exhale: ExhaleInChromium) =>
  until('it is recorded', async () => (await exhale.today()).breaks[0]);

/** The current line. */
const LINE = '[role="status"] p[data-now="true"]';
export const lineOf = (page: Page) =>
  page.evaluate((line) => document.querySelector(line)?.textContent ?? '', LINE);

/** Moves the clock of the break to a second, and waits for this line. */
export const saysAt = (
  exhale: ExhaleInChromium,
  page: Page,
  seconds: number,
  words: string,
): Promise<boolean> =>
  until(`it says “${words}” at ${seconds} s`, async () => {
    // A line is shown for only some seconds, and a busy machine may miss it once.
    await exhale.moveBreakTo(seconds);
    await says(page, words, { seconds: 2 });
    return true;
  });

/** Waits for this line. */
export const says = (page: Page, words: string, patience?: Patience) =>
  until(`it says “${words}”`, async () => (await lineOf(page)) === words, patience);

/** The text of the focused element, and whether it has a visible ring. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(it ?? document.body);
    const ringed = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
    return { tag: it?.tagName ?? '', words: it?.textContent ?? '', ringed };
  });

/** Everything that is animated smoothly in more than its opacity. */
export const moving = (page: Page) =>
  page.evaluate(() =>
    document.getAnimations().flatMap(({ effect }) => {
      if (!(effect instanceof KeyframeEffect) || effect.getComputedTiming().progress === null)
        return [];
      const moves = effect
        .getKeyframes()
        .some(({ offset: _, computedOffset, composite: __, ...frame }) => {
          const { easing, opacity, ...others } = frame;
          return Object.keys(others).length > 0 && !/^steps/.test(easing) && computedOffset !== 1;
        });
      return moves
        ? [`${effect.target?.outerHTML.slice(0, 120)} ${JSON.stringify(effect.getKeyframes()[0])}`]
        : [];
    }),
  );

/** The lengths of the animated breaths, in milliseconds. */
export const breathsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const lengths = document
      .getAnimations()
      .filter((animation) => {
        // Animations of the style sheet are fades.
        const { effect } = animation;
        const isOurs = animation.constructor === Animation && effect instanceof KeyframeEffect;
        return isOurs && effect.target?.closest('[data-paced]');
      })
      .map(({ effect }) => Number(effect?.getTiming().duration));
    return [...new Set(lengths)];
  });

/** How far below an element its ring may be drawn. */
const RING_PIXELS = 5;

/** The contrast in a picture of an element, or of the strip below it: brightest against darkest. */
export async function contrastOf(page: Page, selector = LINE, where: 'it' | 'below' = 'it') {
  const clip = await page.evaluate((wanted) => {
    const { x, y, width, height } =
      document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, selector);
  if (clip.width <= 0) return 0;
  const below = where === 'below' && { y: clip.y + clip.height, height: RING_PIXELS };
  const { data } = await page.send('Page.captureScreenshot', {
    format: 'png',
    clip: { ...clip, ...below, scale: 1 },
  });
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const dots = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
    const linear = (part = 0) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    let [darkest, brightest] = [1, 0];
    for (let at = 0; at < dots.length; at += 4) {
      const [red, green, blue] = [dots[at], dots[at + 1], dots[at + 2]];
      const light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
      darkest = Math.min(darkest, light);
      brightest = Math.max(brightest, light);
    }
    return (brightest + 0.05) / (darkest + 0.05);
  }, data);
}
