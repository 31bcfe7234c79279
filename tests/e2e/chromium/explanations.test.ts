import { describe, expect } from 'vitest';
import { articleKey } from '../../../core/explain/articles.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { word } from '../../driver/words.ts';
import { EXPLAINED, type Explained, seedOf, timesIn, wordsOf } from '../explained.ts';
import { it } from './it.ts';

/** The real popup shows it at rest, and unfolds it with its strength and each source, once. */
async function explains(exhale: ExhaleInChromium, explained: Explained): Promise<Page> {
  const { article, because } = explained;
  await exhale.begin(seedOf(explained));
  const popup = await exhale.popup();
  await popup.find('heading', word(articleKey(article, 'title')));
  const resting = await popup.text();
  const words = wordsOf(article);
  for (const shown of words.resting) expect(resting).toContain(shown);
  for (const folded of words.unfolded) expect(resting).not.toContain(folded);
  if (because === null) expect(resting).not.toMatch(/Because/);
  else expect(resting).toContain(because);

  await popup.click('button', word('popup_why'));
  await expect.poll(() => popup.text()).toContain(words.unfolded.at(-1));
  const whole = await popup.text();
  for (const once of words.unfolded) expect(timesIn(whole, once), once).toBe(1);
  return popup;
}

describe('the popup explains', () => {
  it.for(EXPLAINED)('$when', async (explained, { exhale }) => {
    const popup = await explains(exhale, explained);
    // Each study that has an address is a link to it.
    const links = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('main li a')].map(({ href }) => href),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) expect(href).toMatch(/^https:\/\//);
  });

  it('breath before massage, after a breathing break', async ({ exhale }) => {
    const popup = await explains(exhale, EXPLAINED[0] as Explained);
    const text = await popup.text();
    expect(text.indexOf('slow breathing')).toBeGreaterThan(0);
    expect(text.indexOf('slow breathing')).toBeLessThan(text.indexOf('massage'));
  });

  it('another on request', async ({ exhale }) => {
    const popup = await explains(exhale, EXPLAINED[1] as Explained);
    await popup.click('button', word('popup_another'));
    await popup.find('heading', word(articleKey('between-tasks', 'title')));
    expect(await popup.text()).toContain(word('because_another'));
  });
});
